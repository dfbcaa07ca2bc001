package org.leadflow.organization;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The currencies of an organisation file.
 *
 * @param base null when the file names no currencies at all
 * @param rates of all but the base
 * @param unitDefaults currency by id of the unit that names one
 */
record FileCurrencies(
    @Nullable String base, Map<String, BigDecimal> rates, Map<String, String> unitDefaults) {

  private static final BigDecimal SMALLEST = new BigDecimal("0.000001");
  private static final BigDecimal LARGEST = new BigDecimal("1000000");

  Set<String> codes() {
    Set<String> codes = new LinkedHashSet<>(rates.keySet());
    if (base != null) {
      codes.add(base);
    }
    return codes;
  }

  /** Reads the entries of the list {@code currencies}; mistakes become findings. */
  static FileCurrencies of(List<Entry> entries, Map<String, Entry> units) {
    String base = null;
    Map<String, BigDecimal> rates = new LinkedHashMap<>();
    for (Entry entry : entries) {
      String code = entry.id();
      if (!Currencies.isCurrency(code)) {
        entry.complain("is no ISO 4217 currency; write one such as EUR or USD.");
      } else if (code.equals(base) || rates.containsKey(code)) {
        entry.complain("stands here a second time; remove one.");
      } else if (!"true".equals(entry.optional("base", 5))) {
        rates.put(code, rate(entry));
      } else if (base == null) {
        base = code;
      } else {
        entry.complain("is a second base beside '%s'; choose one.".formatted(base));
      }
    }
    if (base == null && !entries.isEmpty()) {
      entries.get(0).complain("has no base beside it; write base: true at one currency.");
    }
    return new FileCurrencies(base, rates, defaults(units));
  }

  private static BigDecimal rate(Entry entry) {
    String written = entry.text("rate", 40);
    try {
      BigDecimal rate = new BigDecimal(written);
      if (rate.compareTo(SMALLEST) >= 0 && rate.compareTo(LARGEST) <= 0 && rate.scale() <= 12) {
        return rate;
      }
    } catch (NumberFormatException none) {
      // The same finding as for a number out of range.
    }
    if (!written.isEmpty()) {
      entry.complain(
          "has the rate '%s'; write how many of it one unit of the base is worth, with at most 12 places."
              .formatted(written));
    }
    return BigDecimal.ONE;
  }

  private static Map<String, String> defaults(Map<String, Entry> units) {
    Map<String, String> defaults = new LinkedHashMap<>();
    units.forEach(
        (id, unit) -> {
          String code = unit.optional("currency", 3);
          if (code != null && !Currencies.isCurrency(code)) {
            unit.complain("reckons in '%s', which is no ISO 4217 currency.".formatted(code));
          } else if (code != null) {
            defaults.put(id, code);
          }
        });
    return defaults;
  }
}
