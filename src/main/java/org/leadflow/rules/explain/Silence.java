package org.leadflow.rules.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Rule;

/**
 * Why a rule did not fire.
 *
 * @param alternatives each way in which it could have fired, the closest first, with all its
 *     conditions
 * @param sentence the conditions of the closest that did not hold
 */
public record Silence(List<Alternative> alternatives, String sentence) {

  /** One way to fire: all of these hold. */
  public record Alternative(List<ConditionReason> conditions) {

    /** How many of them do not hold, as far as anybody can tell. */
    long missed() {
      return conditions.stream().filter(each -> !Boolean.TRUE.equals(each.held())).count();
    }
  }

  /** Why this rule, which did not fire, did not. */
  public static Silence of(Rule rule, LeadFacts facts) {
    List<Alternative> alternatives =
        rule.conditions().stream()
            .map(each -> new Alternative(blamed(ConditionReason.all(each, facts))))
            .sorted(Comparator.comparingLong(Alternative::missed))
            .toList();
    String sentence =
        alternatives.isEmpty()
            ? ""
            : alternatives.get(0).conditions.stream()
                .filter(each -> !Boolean.TRUE.equals(each.held()))
                .map(ConditionReason::sentence)
                .collect(Collectors.joining("; "));
    return new Silence(alternatives, sentence);
  }

  /** Of a rule that stayed silent something did not hold: the one that nobody can tell about. */
  private static List<ConditionReason> blamed(List<ConditionReason> conditions) {
    boolean allElseHolds = conditions.stream().noneMatch(each -> Boolean.FALSE.equals(each.held()));
    List<ConditionReason> untold =
        conditions.stream().filter(each -> Objects.isNull(each.held())).toList();
    if (!allElseHolds || untold.size() != 1) {
      return conditions;
    }
    List<ConditionReason> blamed = new ArrayList<>(conditions);
    blamed.replaceAll(each -> each == untold.get(0) ? each.toBlame() : each);
    return blamed;
  }
}
