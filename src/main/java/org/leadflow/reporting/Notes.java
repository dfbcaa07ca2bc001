package org.leadflow.reporting;

import java.util.List;

/** What readers of several reports have to know. */
final class Notes {

  static final String MERGED =
      "A lead that was merged into another stays a lead that came in: it counts, as disqualified.";

  private Notes() {}

  /** What a grouping of leads means; nothing where its name says it. */
  static List<String> ofLeads(Dimension by) {
    return switch (by) {
      case OWNER, UNIT, PARTNER -> List.of("A lead counts for whoever owns it today.");
      case TEAM ->
          List.of(
              "The team is the one that owns the lead today. Of a person's lead it is the team by whose turn he got it, or else the team he is in: of several the first by its id, the lead desk last.");
      case CAMPAIGN ->
          List.of("The campaign is the source campaign of the lead, or else its UTM campaign.");
      case PRODUCT -> List.of("The product is what the customer asked for first.");
      case BROUGHT_BY -> List.of("The partner is the one named as the lead came in.");
      default -> List.of();
    };
  }

  /** The same where what happened is told for whoever had the lead then. */
  static List<String> ofEvents(Dimension by) {
    return by == Dimension.TEAM
        ? List.of(
            "The team is the one that had the lead then. Of a person's lead it is the team he is in: of several the first by its id, the lead desk last.")
        : List.of();
  }
}
