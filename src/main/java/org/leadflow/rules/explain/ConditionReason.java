package org.leadflow.rules.explain;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Condition;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Operator;
import org.leadflow.rules.explain.ConditionCheck.Held;

/**
 * One condition of a rule, held against the facts of a lead.
 *
 * @param fact null where only the text tells what the condition says
 * @param seen the fact's value, null when it is not known
 * @param held null where nobody can tell
 * @param text as its author wrote it
 * @param place file and line, or cell
 * @param sentence such as {@code employees is 120, asked: at least 250}
 */
public record ConditionReason(
    @Nullable String fact,
    @Nullable Object seen,
    @Nullable Boolean held,
    String text,
    String place,
    String sentence) {

  private static final int SHOWN = 12;

  /** The condition, held against these facts. */
  public static ConditionReason of(Condition condition, LeadFacts facts) {
    String place = condition.place().toString();
    if (condition.isOpaque()) {
      return new ConditionReason(null, null, null, condition.text(), place, condition.text());
    }
    Held held = ConditionCheck.held(condition, facts);
    Object seen = FactValues.of(facts, condition.fact());
    return new ConditionReason(
        condition.fact(),
        seen,
        held == Held.UNTOLD ? null : held == Held.YES,
        condition.text(),
        place,
        "%s is %s, asked: %s"
            .formatted(condition.fact(), seen == null ? "not known" : seen, asked(condition)));
  }

  /** The same when all else of its alternative holds, so that it must be this one. */
  ConditionReason toBlame() {
    return new ConditionReason(
        fact, seen, false, text, place, "\"%s\" did not hold".formatted(text));
  }

  private static String asked(Condition condition) {
    String values =
        condition.values().stream().limit(SHOWN).collect(Collectors.joining(", "))
            + (condition.values().size() > SHOWN
                ? " and %d more".formatted(condition.values().size() - SHOWN)
                : "");
    String words = condition.operator().words();
    return condition.operator() == Operator.EQUAL
        ? values
        : (words.startsWith("is ") ? words.substring("is ".length()) : words)
            + (values.isEmpty() ? "" : " " + values);
  }

  /** The conditions of one alternative. */
  static List<ConditionReason> all(List<Condition> alternative, LeadFacts facts) {
    return alternative.stream().map(each -> of(each, facts)).toList();
  }
}
