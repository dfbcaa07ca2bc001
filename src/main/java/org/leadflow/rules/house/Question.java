package org.leadflow.rules.house;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The questions the process asks, which folder answers each, and what an answer looks like. */
public enum Question {
  SCREENING("screening", List.of("new Blocker(\"Unsolicited\")")),
  SCORING("scoring", List.of("new Points(20)")),
  COMPANY(
      "routing/company",
      List.of("Receiver.unit(\"emea\", 50)", "Receiver.partner(\"nordwind\", 10)")),
  UNIT("routing/units/<unit>", targets()),
  PARTNER("routing/partners/<partner>", targets());

  final String folder;

  /** Examples of all that may stand in a consequence. */
  final List<String> waysToAnswer;

  Question(String folder, List<String> waysToAnswer) {
    this.folder = folder;
    this.waysToAnswer = waysToAnswer;
  }

  /** The question this rule set answers; empty when nobody asks it. */
  public static Optional<Question> of(String ruleSet) {
    return Stream.of(values()).filter(each -> each.matches(ruleSet)).findFirst();
  }

  /** Folders that have to exist, because the process asks them for every lead. */
  public static List<String> alwaysAsked() {
    return List.of(SCREENING.folder, SCORING.folder, COMPANY.folder);
  }

  /** The folders in words. */
  static String folders() {
    return Stream.of(values()).map(each -> each.folder).collect(Collectors.joining(", "));
  }

  /** The kinds of receivers or targets a routing table may name; empty where none is named. */
  public List<String> kinds() {
    return switch (this) {
      case SCREENING, SCORING -> List.of();
      case COMPANY -> List.of("unit", "partner");
      case UNIT, PARTNER -> List.of("person", "queue", "team", "owner");
    };
  }

  /** Whether a rule may take every lead; elsewhere that would leave nothing to decide. */
  boolean hasLastResorts() {
    return this == UNIT || this == PARTNER;
  }

  private boolean matches(String ruleSet) {
    return ruleSet.matches(folder.replaceAll("<.*>", "[A-Za-z0-9._-]{1,64}"));
  }

  private static List<String> targets() {
    return List.of(
        "Target.person(\"anna\", 10)",
        "Target.queue(\"triage\", 20)",
        "Target.team(\"triage\", 20)",
        "Target.owner(\"triage\", 20)");
  }
}
