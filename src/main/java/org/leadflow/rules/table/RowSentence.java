package org.leadflow.rules.table;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.leadflow.rules.Condition;
import org.leadflow.rules.Outcome;
import org.leadflow.rules.Receiver;
import org.leadflow.rules.Target;

/** Makes the sentence of a row without one, out of what its cells say. */
final class RowSentence {

  private static final int MOST_VALUES = 5;

  private RowSentence() {}

  static String of(List<Condition> conditions, Outcome outcome) {
    String when =
        conditions.isEmpty()
            ? "Every lead"
            : "A lead whose "
                + conditions.stream().map(RowSentence::words).collect(Collectors.joining(" and "));
    return when + " goes to " + receiver(outcome);
  }

  private static String words(Condition condition) {
    List<String> values = condition.values();
    String list =
        String.join(", ", values.subList(0, Math.min(MOST_VALUES, values.size())))
            + (values.size() > MOST_VALUES
                ? " and %d more".formatted(values.size() - MOST_VALUES)
                : "");
    return (condition.fact() + " " + condition.operator().words() + " " + list).strip();
  }

  private static String receiver(Outcome outcome) {
    if (outcome instanceof Receiver receiver) {
      return receiver.kind().name().toLowerCase(Locale.ROOT) + " " + receiver.id();
    }
    Target target = (Target) outcome;
    return target.kind().name().toLowerCase(Locale.ROOT) + " " + target.id();
  }
}
