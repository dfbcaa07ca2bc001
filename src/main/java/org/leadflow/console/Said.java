package org.leadflow.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;

/**
 * What was typed into one of the forms of a page that is shown again, so that nothing is lost, and
 * what is wrong with it.
 *
 * @param form which one; empty for none
 * @param candidates records that an account or contact to be created would be like, by kind
 */
record Said(
    String form,
    Map<String, String> typed,
    Map<String, String> wrong,
    Map<String, Object> candidates) {

  static final Said NOTHING = new Said("", Map.of(), Map.of(), Map.of());

  static Said of(
      String form,
      Map<String, String> typed,
      List<FieldFault> faults,
      Map<String, Object> candidates) {
    Map<String, String> wrong = new HashMap<>();
    faults.forEach(
        fault ->
            wrong.merge(
                FIELDS.getOrDefault(fault.field(), fault.field()),
                fault.message(),
                (one, other) -> one + "; " + other));
    return new Said(form, Map.copyOf(typed), wrong, candidates);
  }

  /** Where programs name a field otherwise than a form does. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "opportunityCurrencyId", "currency",
          "opportunity.estimatedAmount", "estimatedAmount",
          "opportunity.estimatedCloseDate", "estimatedCloseDate",
          "ownerId", "owner",
          "activityTypeCode", "type",
          "reason", "because");

  public boolean in(String wanted) {
    return form.equals(wanted);
  }

  /** What stands in a field. */
  public String typed(String wanted, String field) {
    return in(wanted) ? typed.getOrDefault(field, "") : "";
  }

  /** What is wrong with a field, null when nothing is. */
  public @Nullable String wrong(String wanted, String field) {
    return in(wanted) ? wrong.get(field) : null;
  }
}
