package org.leadflow.process.house;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.leadflow.process.intake.LeadIntake;
import org.leadflow.process.lifecycle.LeadLifecycle;
import org.leadflow.process.offer.LeadOffer;
import org.leadflow.process.opportunity.OpportunityPursuit;
import org.leadflow.process.qualification.LeadQualification;
import org.leadflow.process.routing.LeadRouting;
import org.leadflow.process.waiting.WaitingLeads;

/** What the product itself starts, sends and looks for in diagrams, by the names it uses. */
final class Expected {

  /** What the product starts, with when. */
  static final Map<String, String> PROCESSES =
      Map.of(
          LeadLifecycle.KEY, "a lead was stored",
          OpportunityPursuit.KEY, "a lead became an opportunity");

  /** Messages that begin a process, with when they are sent. */
  static final Map<String, String> BEGINNINGS =
      Map.of(
          LeadLifecycle.LEAD_RETRIED, "a lead whose start failed is tried again",
          LeadLifecycle.LEAD_REACTIVATED, "a reactivated lead begins again");

  /** Messages to a lead on its way, with what they tell. */
  static final Map<String, String> NEWS =
      Map.of(
          LeadIntake.DATA_CAME_ELSEWHERE, "the data of the lead came from somewhere else",
          WaitingLeads.ASSIGNED, "somebody else got the lead",
          WaitingLeads.DISQUALIFIED, "somebody disqualified the lead");

  /** What comes with a message; the others of ours bring nothing. */
  private static final Map<String, List<Writing>> BROUGHT =
      Map.of(
          LeadLifecycle.LEAD_REACTIVATED,
          List.of(Writing.flag("ownerStays", "the message " + LeadLifecycle.LEAD_REACTIVATED)),
          WaitingLeads.DISQUALIFIED,
          List.of(
              Writing.anything("statusReason", "the message " + WaitingLeads.DISQUALIFIED),
              Writing.anything("comment", "the message " + WaitingLeads.DISQUALIFIED)));

  /** Tasks for people that the product finds by their id, by the block that checks the answer. */
  static final Map<String, String> TASKS =
      Map.of(
          "checkAnswer", LeadQualification.WORK_LEAD,
          "checkApproval", LeadQualification.APPROVE_CONVERSION,
          "checkTriage", LeadRouting.TRIAGE_LEAD,
          "checkOffer", LeadOffer.ANSWER_OFFER,
          "checkData", LeadIntake.COMPLETE_DATA,
          "checkDuplicate", LeadIntake.DECIDE_DUPLICATE,
          "checkClosing", OpportunityPursuit.CLOSE_OPPORTUNITY);

  /** Calls that the product finds by their id, by the process they call. */
  static final Map<String, String> CALLS =
      Map.of(
          LeadRouting.KEY, LeadLifecycle.ROUTING,
          LeadQualification.KEY, LeadLifecycle.QUALIFICATION,
          LeadOffer.KEY, LeadRouting.OFFER);

  /** Timers that the product sets anew, by the variable they ask for. */
  static final Map<String, String> TIMERS =
      LeadQualification.TIMERS.entrySet().stream()
          .collect(toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  static final String ASSIGNED = WaitingLeads.ASSIGNED;

  /** Where a lead waits for its team, and the timer that comes early when somebody has room. */
  static final String WAITING = WaitingLeads.WAITING;

  static final String TIME_TO_DECIDE_AGAIN = WaitingLeads.TIME_TO_DECIDE_AGAIN;

  /** An event that the product looks for, by its message. */
  static final Map<String, String> EVENTS =
      Map.of(LeadIntake.DATA_CAME_ELSEWHERE, LeadIntake.GOES_ON_BY_ITSELF);

  /** Without these messages at a task a lead would be stuck there, or a change of it refused. */
  static final Map<String, String> HEARD =
      Map.of(
          LeadIntake.COMPLETE_DATA, LeadIntake.DATA_CAME_ELSEWHERE,
          LeadOffer.ANSWER_OFFER, WaitingLeads.ASSIGNED,
          LeadRouting.TRIAGE_LEAD, WaitingLeads.ASSIGNED);

  /** Nobody has to answer these, so a lead goes on by a timer. */
  static final Map<String, String> TIMED =
      Map.of(
          LeadIntake.COMPLETE_DATA, "${dataDueOn}",
          LeadIntake.DECIDE_DUPLICATE, "${duplicateDueOn}",
          LeadOffer.ANSWER_OFFER, "${offerLapsesOn}");

  private Expected() {}

  /** The id of the task for people at which these blocks stand; empty when it is none of ours. */
  static Optional<String> taskOf(List<String> listeners) {
    return listeners.stream().map(TASKS::get).filter(Objects::nonNull).findFirst();
  }

  /**
   * What a message brings into a process; empty for one that others send, which may be anything.
   */
  static Optional<List<Writing>> broughtBy(String message) {
    return messages().contains(message)
        ? Optional.of(BROUGHT.getOrDefault(message, List.of()))
        : Optional.empty();
  }

  /** Every message that somebody sends. */
  static Set<String> messages() {
    Set<String> messages = new TreeSet<>(BEGINNINGS.keySet());
    messages.addAll(NEWS.keySet());
    return messages;
  }
}
