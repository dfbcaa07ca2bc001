package org.leadflow.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.LeadRecords;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Takes submissions in: each counts once, whatever the door and however often it is sent. */
@Service
public class Intake {

  private final LeadRecords leads;

  Intake(LeadRecords leads) {
    this.leads = leads;
  }

  /**
   * Stores the lead and answers it as accepted; routing follows in a transaction of its own.
   *
   * @param channel the door, such as {@code API}
   */
  public Submission submit(LeadFields fields, String channel) {
    List<FieldFault> faults = faultsOfKey(fields);
    if (!faults.isEmpty()) {
      return new Submission.Unclear(faults);
    }
    Optional<Lead> known = knownSubmission(fields);
    if (known.isPresent()) {
      return new Submission.Known(known.get());
    }
    try {
      return new Submission.Accepted(leads.create(fields, channel));
    } catch (RuntimeException failure) {
      if (isDuplicate(failure)) {
        return new Submission.Known(knownSubmission(fields).orElseThrow(() -> failure));
      }
      throw failure;
    }
  }

  /**
   * A submission is known by both fields. With one of them it would count each time it is sent, and
   * an empty one would make all who leave it empty the same submission.
   */
  private static List<FieldFault> faultsOfKey(LeadFields fields) {
    String system = fields.sourceSystem();
    String key = fields.sourceKey();
    if (system == null && key == null) {
      return List.of();
    }
    return Stream.of(
            named("sourceSystem", system, "sourceKey"), named("sourceKey", key, "sourceSystem"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<FieldFault> named(String field, @Nullable String given, String other) {
    return given != null && !given.isBlank()
        ? Optional.empty()
        : Optional.of(
            new FieldFault(field, "must be given where " + other + " is; or leave out both"));
  }

  /** The same was sent twice at once and the other one was stored; saving wraps what tells so. */
  private static boolean isDuplicate(RuntimeException failure) {
    return failure instanceof DuplicateKeyException
        || failure.getCause() instanceof DuplicateKeyException;
  }

  private Optional<Lead> knownSubmission(LeadFields fields) {
    return fields.sourceSystem() == null || fields.sourceKey() == null
        ? Optional.empty()
        : leads.submittedAs(fields.sourceSystem(), fields.sourceKey());
  }

  /** What came of a submission. */
  public sealed interface Submission {

    /** A new lead is stored. */
    record Accepted(Lead lead) implements Submission {}

    /** This source sent it before under the same key; nothing was stored again. */
    record Known(Lead lead) implements Submission {}

    /** Nothing was stored: it cannot be told which submission of which source this is. */
    record Unclear(List<FieldFault> faults) implements Submission {}
  }
}
