package org.leadflow.intake;

import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Ids;
import org.leadflow.intake.ExistingCustomers.Filled;
import org.leadflow.lead.AuditTrail;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.RequiredFields;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Takes submissions in: each counts once, whatever the door and however often it is sent. */
@Service
public class Intake {

  private final LeadRecords leads;
  private final ExistingCustomers existing;
  private final LeadAccess access;
  private final AuditTrail trail;
  private final RequiredFields required;
  private final Validator validator;

  Intake(
      LeadRecords leads,
      AuditTrail trail,
      ExistingCustomers existing,
      LeadAccess access,
      RequiredFields required,
      Validator validator) {
    this.leads = leads;
    this.trail = trail;
    this.existing = existing;
    this.access = access;
    this.required = required;
    this.validator = validator;
  }

  /**
   * Fills the lead from the existing account and contact it names, checks it, stores it and answers
   * it as accepted; routing follows in a transaction of its own.
   *
   * @param channel the door, such as {@code API}
   */
  public Submission submit(LeadFields given, String channel) {
    return submit(null, given, channel);
  }

  /**
   * The same under an id that the sender chose, null for one of ours. The same lead sent again
   * under its id is known.
   */
  public Submission submit(@Nullable UUID leadId, LeadFields given, String channel) {
    Prepared prepared = prepare(given);
    LeadFields fields = prepared.fields();
    if (!prepared.faults().isEmpty()) {
      return new Submission.Faulty(prepared.faults());
    }
    Optional<Lead> known = knownSubmission(fields);
    if (known.isPresent()) {
      return new Submission.Known(known.get());
    }
    if (leadId != null && trail.knows(leadId)) {
      return taken(leadId, fields);
    }
    try {
      return new Submission.Accepted(
          leads.create(leadId == null ? Ids.next() : leadId, fields, channel),
          prepared.autoPopulated());
    } catch (RuntimeException failure) {
      if (isDuplicate(failure)) {
        Optional<Lead> first = knownSubmission(fields);
        if (first.isEmpty() && leadId != null && trail.knows(leadId)) {
          return taken(leadId, fields);
        }
        return new Submission.Known(first.orElseThrow(() -> failure));
      }
      throw failure;
    }
  }

  /** Fills and checks a lead as {@link #submit} does, and stores nothing. */
  public Prepared prepare(LeadFields given) {
    Filled filled = existing.fill(given);
    LeadFields fields = filled.fields();
    List<FieldFault> faults =
        Stream.of(
                faultsOfFields(fields),
                access.faultsOfLinks(fields),
                faultsOfKey(fields),
                required.faults(fields))
            .flatMap(List::stream)
            .toList();
    return new Prepared(fields, filled.autoPopulated(), faults);
  }

  /** A sender who got no answer sends the same again; who sends something else has a wrong id. */
  private Submission taken(UUID leadId, LeadFields fields) {
    return leads
        .find(leadId)
        .filter(lead -> leads.reads(lead, fields))
        .<Submission>map(Submission.Known::new)
        .orElseGet(Submission.Taken::new);
  }

  private List<FieldFault> faultsOfFields(LeadFields fields) {
    return validator.validate(fields).stream()
        .map(fault -> new FieldFault(fault.getPropertyPath().toString(), fault.getMessage()))
        .sorted(Comparator.comparing(FieldFault::field).thenComparing(FieldFault::message))
        .toList();
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

  /**
   * A lead as it would be stored.
   *
   * @param autoPopulated the fields that were filled from the existing account and contact
   * @param faults every field that is not as it must be; with any, nothing would be stored
   */
  public record Prepared(LeadFields fields, List<String> autoPopulated, List<FieldFault> faults) {}

  /** What came of a submission. */
  public sealed interface Submission {

    /**
     * A new lead is stored.
     *
     * @param autoPopulated the fields that were filled from the existing account and contact
     */
    record Accepted(Lead lead, List<String> autoPopulated) implements Submission {}

    /** This source sent it before under the same key; nothing was stored again. */
    record Known(Lead lead) implements Submission {}

    /** Nothing was stored: another lead has, or had, the id that the sender chose. */
    record Taken() implements Submission {}

    /** Nothing was stored; every field that is not as it must be is named. */
    record Faulty(List<FieldFault> faults) implements Submission {}
  }
}
