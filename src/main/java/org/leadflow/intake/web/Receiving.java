package org.leadflow.intake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Refused;
import org.leadflow.intake.Intake;
import org.leadflow.intake.Intake.Submission;
import org.leadflow.intake.web.Receipt.Outcome;
import org.leadflow.lead.Lead;
import org.springframework.stereotype.Component;

/** Takes a lead in and says what came of it, or refuses it as a door does. */
@Component
class Receiving {

  private static final String CHANNEL = "API";

  private final Intake intake;

  Receiving(Intake intake) {
    this.intake = intake;
  }

  /**
   * A lead that was received.
   *
   * @param lead as it is now, null when it was deleted since
   */
  record Received(@Nullable Lead lead, Receipt receipt) {}

  /**
   * @throws Refused naming every field that is not as it must be, or why nothing can be stored
   */
  Received take(NewLead lead) {
    Submission submission = intake.submit(lead.sent(), CHANNEL);
    if (submission instanceof Submission.Accepted accepted) {
      return received(
          accepted.lead(), Outcome.CREATED, accepted.autoPopulated(), List.of(), List.of());
    }
    if (submission instanceof Submission.Known known) {
      boolean same = known.changed().isEmpty() && known.setAside().isEmpty();
      return received(
          known.lead(),
          same ? Outcome.UNCHANGED : Outcome.UPDATED,
          List.of(),
          known.changed(),
          known.setAside());
    }
    if (submission instanceof Submission.Closed closed) {
      return received(closed.lead(), Outcome.CLOSED, List.of(), List.of(), closed.setAside());
    }
    if (submission instanceof Submission.Faulty faulty) {
      throw Refused.invalid(faulty.faults());
    }
    throw submission instanceof Submission.Taken
        ? Refused.conflict(
            "lead-exists", "Another lead has this leadId, or had it before it was deleted.")
        : Refused.conflict(
            "known-submission",
            "This source sent a lead under this key before. You may not change it; nothing was stored.");
  }

  private static Received received(
      Lead lead,
      Outcome outcome,
      List<String> autoPopulated,
      List<String> changed,
      List<String> setAside) {
    return new Received(
        lead, new Receipt(lead.leadId(), outcome, autoPopulated, changed, setAside));
  }
}
