package org.leadflow.organization;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Remembered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What money is worth: the organisation's base currency, the rates people stored, and in what
 * currency each unit reckons. Looked up every few seconds, so that asking costs no statement.
 */
@Component
public class Currencies {

  /** Those with a minor unit or none; metals, funds and test codes have no answer to that. */
  private static final Set<String> ISO =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private final CurrencyTable table;
  private volatile Remembered<StoredCurrencies> remembered;

  Currencies(JdbcClient jdbc) {
    this.table = new CurrencyTable(jdbc);
    this.remembered = new Remembered<>(table::read);
  }

  /** Whether money can be in it: an ISO 4217 code in capitals, and neither a metal nor a test. */
  public static boolean isCurrency(@Nullable String code) {
    return code != null && ISO.contains(code);
  }

  /** The ISO code of the currency in which the organisation adds up its money. */
  public String base() {
    return remembered.get().base();
  }

  /**
   * The units of a currency for one unit of the base currency, with 12 places; 1 for the base
   * itself, empty when no rate is stored.
   */
  public Optional<BigDecimal> rate(String isoCode) {
    return remembered.get().rate(isoCode);
  }

  /**
   * An amount in another currency by the stored rates, rounded half up to 2 places; empty when a
   * rate is missing. Within one currency nothing is converted and no rate is needed.
   */
  public Optional<BigDecimal> convert(BigDecimal amount, String from, String to) {
    return remembered.get().convert(amount, from, to);
  }

  /**
   * The currency in which a unit reckons: its own, or that of the nearest unit above it that has
   * one; empty when none has, and for a unit that does not exist.
   */
  public Optional<String> unitDefault(String businessUnitId) {
    return remembered.get().unitDefault(businessUnitId);
  }

  /** Everything as it is stored now. */
  public StoredCurrencies stored() {
    return table.read();
  }

  /** Looks it up anew next time; what changed here is seen at once. */
  void forget() {
    remembered = new Remembered<>(table::read);
  }
}
