package org.leadflow.process.house;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What steps do with the record they are for, as far as others must stand before or behind them.
 */
final class LeadSteps {

  static final String PLAN = "planConversion";
  static final String QUALIFY = "qualifyLead";
  static final String CLOSED = "leadClosed";
  static final String OUTCOME = "outcome";

  /** What is true of the variables of a process once one of these closed a lead. */
  static final Map<String, Map<String, String>> CLOSING =
      Map.of(
          QUALIFY,
          Map.of(),
          "disqualifyLead",
          Map.of(),
          "disqualifyUnsolicited",
          Map.of(),
          "findDuplicates",
          Map.of("duplicate", "merged", CLOSED, "true"),
          "settleDuplicate",
          Map.of("duplicate", "merged", CLOSED, "true"));

  /** By the variable and its value what a process says of a lead, and which steps make it true. */
  static final Map<String, Map<String, Set<String>>> SAID =
      Map.of(
          CLOSED, Map.of("true", CLOSING.keySet()),
          OUTCOME,
              Map.of(
                  "qualified", Set.of(QUALIFY),
                  "disqualified", Set.of("disqualifyLead", "disqualifyUnsolicited")));

  /** These take a lead from a partner, and then somebody else must be found. */
  static final Set<String> TAKING = Set.of("declineOffer", "letOfferLapse");

  static final String DECIDE_AGAIN = "decideAgain";

  /** The steps of which one carries out an answer, by the block that checks it. */
  static final Map<String, Answers> ANSWERS =
      Map.of(
          "checkAnswer",
          new Answers(
              "answer",
              Map.of(
                  "qualified", Set.of(PLAN, QUALIFY),
                  "disqualified", Set.of("disqualifyLead"),
                  "handBack", Set.of("handBackLead"),
                  "contacted", Set.of("recordContact"),
                  "waiting", Set.of("waitForCustomer"))),
          "checkApproval",
          new Answers(
              "approvalAnswer",
              Map.of("approve", Set.of("recordApproval"), "sendBack", Set.of("sendBackLead"))),
          "checkTriage",
          new Answers(
              "triageAnswer",
              Map.of("assign", Set.of("assignByHand"), "disqualify", Set.of("disqualifyLead"))),
          "checkOffer",
          new Answers(
              "offerAnswer",
              Map.of("accept", Set.of("acceptOffer"), "decline", Set.of("declineOffer"))),
          "checkData",
          new Answers(
              "dataAnswer",
              Map.of(
                  "found", Set.of("recordData"), "nothing", Set.of("recordData", "leaveAsItIs"))),
          "checkDuplicate",
          new Answers(
              "duplicateAnswer",
              Map.of(
                  "same", Set.of("settleDuplicate"),
                  "customer", Set.of("settleDuplicate"),
                  "different", Set.of("settleDuplicate"))),
          "checkClosing",
          new Answers(
              "closing",
              Map.of("won", Set.of("winOpportunity"), "lost", Set.of("loseOpportunity"))));

  /** The variable of an answer, and by its value the steps that carry it out. */
  record Answers(String variable, Map<String, Set<String>> steps) {}

  /** Nothing of this can be done with a closed lead. */
  static final Set<String> ON_OPEN_LEADS =
      Set.of(
          "decideRoute",
          "assignLead",
          "assignByHand",
          "makeOffer",
          "acceptOffer",
          "declineOffer",
          "letOfferLapse",
          "takeBackLead",
          "handBackLead",
          "recordContact",
          "waitForCustomer",
          "disqualifyLead",
          "disqualifyUnsolicited",
          PLAN,
          QUALIFY);

  /** These leave a lead where it is and its owner alone. */
  static final Set<String> STAYING =
      Set.of(
          "remindOwner",
          "tellManagers",
          "escalateApproval",
          "notifyOwner",
          "callWebhook",
          "findWorkingTime",
          "setDeadlines",
          "scoreLead");

  /** What a step is called in lists: its name in words. */
  static String inWords(String block) {
    String words = block.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  static String inWords(Set<String> blocks) {
    return new TreeSet<>(blocks)
        .stream().map(LeadSteps::inWords).collect(Collectors.joining(" or "));
  }

  private LeadSteps() {}
}
