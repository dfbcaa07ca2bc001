package org.leadflow.organization;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Base currency, rates and defaults at one moment.
 *
 * @param rates units of each currency for one of the base; the base is in it with 1
 * @param unitDefaults currency by id of the unit that has one of its own
 * @param parents id of the unit above by id of the unit
 */
public record StoredCurrencies(
    String base,
    Map<String, BigDecimal> rates,
    Map<String, String> unitDefaults,
    Map<String, String> parents) {

  Optional<BigDecimal> rate(String code) {
    return Optional.ofNullable(rates.get(code));
  }

  Optional<BigDecimal> convert(BigDecimal amount, String from, String to) {
    if (from.equals(to)) {
      return Optional.of(amount.setScale(2, RoundingMode.HALF_UP));
    }
    BigDecimal given = rates.get(from);
    BigDecimal wanted = rates.get(to);
    return given == null || wanted == null
        ? Optional.empty()
        : Optional.of(amount.multiply(wanted).divide(given, 2, RoundingMode.HALF_UP));
  }

  /** Ends on a cycle too. */
  Optional<String> unitDefault(String unitId) {
    Set<String> seen = new HashSet<>();
    String unit = unitId;
    while (unit != null && seen.add(unit)) {
      if (unitDefaults.containsKey(unit)) {
        return Optional.of(unitDefaults.get(unit));
      }
      unit = parents.get(unit);
    }
    return Optional.empty();
  }
}
