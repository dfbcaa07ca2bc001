package org.leadflow.organization;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Changes what money is worth. Records keep the rate with which they were written. */
@Component
@Transactional
public class CurrencyChanges {

  private static final int PLACES = 12;

  private final JdbcClient jdbc;
  private final Currencies currencies;
  private final ApplicationEventPublisher events;

  CurrencyChanges(JdbcClient jdbc, Currencies currencies, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.currencies = currencies;
    this.events = events;
  }

  /**
   * Stores what one unit of the base currency is worth in this one.
   *
   * @throws IllegalArgumentException for what is no currency, and for the base itself
   */
  public void setRate(String code, BigDecimal rate) {
    require(code);
    if (code.equals(currencies.stored().base())) {
      throw new IllegalArgumentException(code + " is the base currency and always worth 1");
    }
    saveRate(code, rate);
    forgetAfterCommit();
  }

  /**
   * Makes a currency with a rate the base; all rates are told in it from now on. Publishes {@link
   * BaseCurrencyChanging} before; a listener that still has money in the old one refuses.
   *
   * @throws IllegalArgumentException when no rate of it is stored
   */
  public void setBase(String code) {
    StoredCurrencies before = currencies.stored();
    if (code.equals(before.base())) {
      return;
    }
    BigDecimal worth =
        before
            .rate(code)
            .orElseThrow(() -> new IllegalArgumentException("there is no rate of " + code));
    events.publishEvent(new BaseCurrencyChanging(before.base(), code));
    jdbc.sql("UPDATE currency SET base = NULL WHERE base").update();
    before
        .rates()
        .forEach((each, rate) -> saveRate(each, rate.divide(worth, PLACES, RoundingMode.HALF_UP)));
    jdbc.sql("UPDATE currency SET rate = 1, base = true WHERE code = ?").param(code).update();
    forgetAfterCommit();
  }

  /**
   * Sets the currency in which a unit reckons; null: as the unit above it.
   *
   * @throws IllegalArgumentException for what is no currency
   */
  public void setUnitDefault(String unitId, @Nullable String code) {
    jdbc.sql("DELETE FROM unit_currency WHERE business_unit_id = ?").param(unitId).update();
    if (code != null) {
      require(code);
      jdbc.sql("INSERT INTO unit_currency (business_unit_id, code) VALUES (?, ?)")
          .params(unitId, code)
          .update();
    }
    forgetAfterCommit();
  }

  /** What an organisation file says; while it is imported no record has money yet. */
  void put(FileCurrencies file) {
    file.rates().forEach(this::saveRate);
    String base = file.base();
    if (base != null) {
      saveRate(base, BigDecimal.ONE);
      jdbc.sql("UPDATE currency SET base = NULL WHERE base").update();
      jdbc.sql("DELETE FROM currency WHERE code NOT IN (:known)")
          .param("known", file.codes())
          .update();
      jdbc.sql("UPDATE currency SET base = true WHERE code = ?").param(base).update();
    }
    file.unitDefaults().forEach(this::setUnitDefault);
    forgetAfterCommit();
  }

  private void saveRate(String code, BigDecimal rate) {
    int changed =
        jdbc.sql("UPDATE currency SET rate = ? WHERE code = ?").params(rate, code).update();
    if (changed == 0) {
      jdbc.sql("INSERT INTO currency (rate, code) VALUES (?, ?)").params(rate, code).update();
    }
  }

  private static void require(String code) {
    if (!Currencies.isCurrency(code)) {
      throw new IllegalArgumentException(code + " is no currency");
    }
  }

  private void forgetAfterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      currencies.forget();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            currencies.forget();
          }
        });
  }

  /**
   * The organisation is about to add up its money in another currency; whoever holds amounts in the
   * old one refuses by throwing.
   */
  public record BaseCurrencyChanging(String from, String to) {}
}
