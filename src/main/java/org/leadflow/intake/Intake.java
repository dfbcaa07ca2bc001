package org.leadflow.intake;

import java.util.Optional;
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
    Optional<Lead> known = knownSubmission(fields);
    if (known.isPresent()) {
      return new Submission.Known(known.get());
    }
    try {
      return new Submission.Accepted(leads.create(fields, channel));
    } catch (DuplicateKeyException sentTwiceAtOnce) {
      return new Submission.Known(knownSubmission(fields).orElseThrow(() -> sentTwiceAtOnce));
    }
  }

  private Optional<Lead> knownSubmission(LeadFields fields) {
    return fields.sourceSystem() == null || fields.sourceKey() == null
        ? Optional.empty()
        : leads.submittedAs(fields.sourceSystem(), fields.sourceKey());
  }

  /** What came of a submission. */
  public sealed interface Submission {

    Lead lead();

    /** A new lead is stored. */
    record Accepted(Lead lead) implements Submission {}

    /** This source sent it before under the same key; nothing was stored again. */
    record Known(Lead lead) implements Submission {}
  }
}
