package org.leadflow.rules.analysis;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Condition;
import org.leadflow.rules.Outcome;
import org.leadflow.rules.Rule;

/**
 * A rule as regions.
 *
 * @param parts one for each alternative, in their order
 */
record Reading(Rule rule, List<Part> parts) {

  /**
   * One alternative.
   *
   * @param may what it may take; empty when it can never hold
   * @param sure what it takes for certain; null when there is nothing of the kind
   * @param vague the conditions that make the two differ
   * @param never the conditions that exclude each other; empty when it can hold
   */
  record Part(Box may, @Nullable Box sure, Set<String> vague, List<Condition> never) {

    boolean isExact() {
      return vague.isEmpty();
    }
  }

  List<Part> possible() {
    for (Part part : parts) {
      if (!part.never.isEmpty()) {
        return parts.stream().filter(each -> each.never().isEmpty()).toList();
      }
    }
    return parts;
  }

  /** The lowest number wins; null for what has none. */
  @Nullable Integer priority() {
    Outcome outcome = outcome();
    return outcome == null || outcome.rank().isEmpty() ? null : outcome.rank().getAsInt();
  }

  @Nullable Outcome outcome() {
    return rule.outcomes().size() == 1 ? rule.outcomes().get(0) : null;
  }

  /** What it says but for the priority. */
  String says() {
    Outcome outcome = outcome();
    return outcome == null ? "nothing" : outcome.words();
  }

  /** Equal for two rules that take the same leads and say the same. */
  Object meaning() {
    return List.of(rule.outcomes(), leads());
  }

  /** Equal for two rules that take the same leads. */
  Object leads() {
    return possible().stream()
        .map(each -> List.of(each.may(), each.sure() == null ? "" : each.sure(), each.vague()))
        .collect(Collectors.toSet());
  }
}
