package org.leadflow.reporting.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.reporting.NewCost;

/** A cost as somebody typed it. */
record CostForm(
    @Nullable String unitId,
    @Nullable String sourceCode,
    @Nullable String campaign,
    @Nullable String amount,
    @Nullable String currency,
    @Nullable String firstDay,
    @Nullable String lastDay) {

  static CostForm empty(String currency) {
    return new CostForm(null, null, null, null, currency, null, null);
  }

  /**
   * What was typed; what was left out is null.
   *
   * @throws Refused naming what cannot be read
   */
  NewCost read() {
    var faults = new ArrayList<FieldFault>();
    var cost =
        new NewCost(
            text(unitId),
            read("sourceCode", sourceCode, Integer::valueOf, "must be one of the list", faults),
            text(campaign),
            read("amount", amount, BigDecimal::new, "must be a number, such as 1250.50", faults),
            text(currency),
            read("firstDay", firstDay, LocalDate::parse, "must be a day", faults),
            read("lastDay", lastDay, LocalDate::parse, "must be a day", faults));
    Refused.ifAny(faults);
    return cost;
  }

  private static <T> @Nullable T read(
      String field,
      @Nullable String typed,
      Function<String, T> read,
      String fault,
      List<FieldFault> faults) {
    String text = text(typed);
    try {
      return text == null ? null : read.apply(text);
    } catch (NumberFormatException | DateTimeException wrong) {
      faults.add(new FieldFault(field, fault));
      return null;
    }
  }

  private static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
