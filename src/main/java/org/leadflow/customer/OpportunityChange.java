package org.leadflow.customer;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which columns of an opportunity get which value when its fields are rewritten. */
final class OpportunityChange {

  private static final Set<String> TEXTS = Set.of("name", "description");

  private OpportunityChange() {}

  /**
   * Column name to new value, for those that differ; the same amount written otherwise does not.
   */
  static Map<String, @Nullable Object> between(OpportunityFields before, OpportunityFields after) {
    Map<String, @Nullable Object> was = columns(before);
    Map<String, @Nullable Object> changes = columns(after);
    changes.entrySet().removeIf(column -> isSame(was.get(column.getKey()), column.getValue()));
    return changes;
  }

  /**
   * The changes for the trail: of a text only its name, because it may be personal, of all else
   * from what to what.
   */
  static String told(OpportunityFields before, Map<String, @Nullable Object> changes) {
    Map<String, @Nullable Object> was = columns(before);
    return changes.entrySet().stream()
        .map(
            change ->
                TEXTS.contains(change.getKey())
                    ? change.getKey()
                    : field(change.getKey())
                        + ": "
                        + Objects.toString(was.get(change.getKey()), "")
                        + " → "
                        + Objects.toString(change.getValue(), ""))
        .collect(Collectors.joining(", "));
  }

  /** As the API calls the field of this column. */
  private static String field(String column) {
    return Pattern.compile("_(.)")
        .matcher(column)
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  private static Map<String, @Nullable Object> columns(OpportunityFields fields) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("name", fields.name());
    columns.put("estimated_amount", fields.estimatedAmount());
    columns.put("estimated_close_date", fields.estimatedCloseDate());
    columns.put("budget_amount", fields.budgetAmount());
    columns.put("budget_status", fields.budgetStatus());
    columns.put("need", fields.need());
    columns.put("purchase_time_frame", fields.purchaseTimeFrame());
    columns.put("purchase_process", fields.purchaseProcess());
    columns.put("decision_maker", fields.decisionMaker());
    columns.put("description", fields.description());
    return columns;
  }

  private static boolean isSame(@Nullable Object before, @Nullable Object after) {
    return before instanceof BigDecimal was && after instanceof BigDecimal is
        ? was.compareTo(is) == 0
        : Objects.equals(before, after);
  }
}
