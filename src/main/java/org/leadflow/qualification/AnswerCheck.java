package org.leadflow.qualification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.leadflow.core.FieldFault;
import org.leadflow.lead.Lead;
import org.leadflow.lead.StateCode;
import org.leadflow.lead.StatusCode;
import org.springframework.stereotype.Component;

/** Decides before anything is written whether an answer can be carried out. */
@Component
class AnswerCheck {

  private final Planning planning;
  private final Clock clock;

  AnswerCheck(Planning planning, Clock clock) {
    this.planning = planning;
    this.clock = clock;
  }

  Verdict of(Lead lead, Answer answer) {
    if (!lead.isOpen()) {
      return closed(lead);
    }
    if (answer instanceof Answer.Disqualified given) {
      return disqualified(lead, given.reason());
    }
    if (answer instanceof Answer.Waiting given) {
      return waiting(given.until());
    }
    return answer instanceof Answer.Qualified given
        ? qualified(planning.plan(lead, given.request()))
        : new Verdict.Fine();
  }

  private static Verdict.No closed(Lead lead) {
    return Verdict.No.conflict(
        "lead-closed",
        "The lead is " + lead.state().label() + "; reactivate it before it is worked on.");
  }

  private Verdict waiting(LocalDate until) {
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    return until.isAfter(today) && !until.isAfter(today.plusYears(1))
        ? new Verdict.Fine()
        : Verdict.No.invalid(
            "invalid",
            "A lead waits for its customer until a day to come, for a year at most.",
            List.of(new FieldFault("until", "must be a day after " + today + ", within a year")));
  }

  private static Verdict disqualified(Lead lead, StatusCode reason) {
    if (reason.state() != StateCode.DISQUALIFIED) {
      return Verdict.No.invalid(
          "invalid-status",
          reason.label() + " is no reason to disqualify.",
          List.of(
              new FieldFault(
                  "statusCode", "must be one of " + StatusCode.choices(StateCode.DISQUALIFIED))));
    }
    if (reason == StatusCode.DUPLICATE) {
      return Verdict.No.invalid(
          "invalid-status",
          "A duplicate is closed by merging it into the other lead.",
          List.of(new FieldFault("statusCode", "cannot be Duplicate here")));
    }
    if (lead.qualifyingOpportunityId() != null) {
      return Verdict.No.conflict(
          "opportunity-exists",
          "Opportunity "
              + lead.qualifyingOpportunityId()
              + " was made from this lead; while it exists, the lead is not disqualified.");
    }
    return new Verdict.Fine();
  }

  private Verdict qualified(Planning.Outcome outcome) {
    return outcome instanceof Planning.Outcome.Impossible impossible
        ? impossible.no()
        : planning.decided(((Planning.Outcome.Possible) outcome).plan());
  }

  Preview preview(Lead lead, QualifyLead request) {
    if (!lead.isOpen()) {
      return new Preview.Impossible(closed(lead));
    }
    Planning.Outcome outcome = planning.plan(lead, request);
    return outcome instanceof Planning.Outcome.Impossible impossible
        ? new Preview.Impossible(impossible.no())
        : planning.shown(((Planning.Outcome.Possible) outcome).plan());
  }
}
