package org.leadflow.reporting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.leadflow.organization.StoredCurrencies;
import org.leadflow.reporting.Report.Rate;

/**
 * Brings amounts into the base currency by the rates that are stored now, exactly: only what is
 * told is rounded, to two places, half up. Remembers which rates were used.
 */
final class Money {

  static final MathContext EXACT = MathContext.DECIMAL128;

  private final StoredCurrencies stored;
  private final Set<String> used = new TreeSet<>();

  Money(StoredCurrencies stored) {
    this.stored = stored;
  }

  String currency() {
    return stored.base();
  }

  /** An amount in the base currency; empty when no rate of its currency is stored. */
  Optional<BigDecimal> inBase(BigDecimal amount, String currency) {
    if (currency.equals(stored.base())) {
      return Optional.of(amount);
    }
    used.add(currency);
    BigDecimal rate = stored.rates().get(currency);
    return Optional.ofNullable(rate).map(known -> amount.divide(known, EXACT));
  }

  /** The rates that were used so far; those that are missing without a number. */
  List<Rate> rates() {
    Map<String, BigDecimal> known = stored.rates();
    return used.stream().map(code -> new Rate(code, known.get(code))).toList();
  }

  static BigDecimal rounded(BigDecimal amount) {
    return rounded(amount, 2);
  }

  /** Thirds add up to ones first, so that half a cent is rounded as half a cent. */
  static BigDecimal rounded(BigDecimal number, int places) {
    return number.setScale(12, RoundingMode.HALF_UP).setScale(places, RoundingMode.HALF_UP);
  }
}
