package org.leadflow.reporting.web;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.leadflow.reporting.Cost;

/** A cost as the page shows it. */
record CostRow(
    UUID costId, String source, String campaign, String unit, String amount, String days) {

  static CostRow of(Cost cost, Function<String, String> unit, Map<Integer, String> sources) {
    return new CostRow(
        cost.costId(),
        sources.getOrDefault(cost.sourceCode(), String.valueOf(cost.sourceCode())),
        cost.campaign() == null ? "" : cost.campaign(),
        unit.apply(cost.unitId()),
        String.format(Locale.ENGLISH, "%s %,.2f", cost.currency(), cost.amount()),
        cost.firstDay() + " to " + cost.lastDay());
  }
}
