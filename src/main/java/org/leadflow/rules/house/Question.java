package org.leadflow.rules.house;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadflow.rules.Blocker;
import org.leadflow.rules.Outcome;
import org.leadflow.rules.Points;
import org.leadflow.rules.Receiver;
import org.leadflow.rules.Target;

/** The questions the process asks, which folder answers each, and what an answer looks like. */
enum Question {
  SCREENING("screening", Blocker.class, List.of("new Blocker")),
  SCORING("scoring", Points.class, List.of("new Points")),
  COMPANY("routing/company", Receiver.class, List.of("Receiver.unit", "Receiver.partner")),
  UNIT("routing/units/<unit>", Target.class, targets()),
  PARTNER("routing/partners/<partner>", Target.class, targets());

  final String folder;
  final Class<? extends Outcome> outcome;
  final List<String> waysToAnswer;

  Question(String folder, Class<? extends Outcome> outcome, List<String> waysToAnswer) {
    this.folder = folder;
    this.outcome = outcome;
    this.waysToAnswer = waysToAnswer;
  }

  /** The question this rule set answers; empty when nobody asks it. */
  static Optional<Question> of(String ruleSet) {
    return Stream.of(values()).filter(each -> each.matches(ruleSet)).findFirst();
  }

  /** Folders that have to exist, because the process asks them for every lead. */
  static List<String> alwaysAsked() {
    return List.of(SCREENING.folder, SCORING.folder, COMPANY.folder);
  }

  /** The folders in words. */
  static String folders() {
    return Stream.of(values()).map(each -> each.folder).collect(Collectors.joining(", "));
  }

  /** Whether a rule may take every lead; elsewhere that would leave nothing to decide. */
  boolean hasLastResorts() {
    return this == UNIT || this == PARTNER;
  }

  private boolean matches(String ruleSet) {
    return ruleSet.matches(folder.replaceAll("<.*>", "[A-Za-z0-9._-]{1,64}"));
  }

  private static List<String> targets() {
    return List.of("Target.person", "Target.queue", "Target.team");
  }
}
