package org.leadflow.lead;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Refused;
import org.leadflow.organization.Currencies;
import org.leadflow.organization.CurrencyChanges.BaseCurrencyChanging;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * In what currency a lead's amounts are and at what rate they were written. A rate that is not
 * stored stays unknown; nothing is ever reckoned at 1 for want of a better number.
 */
@Component
class LeadMoney {

  private final Currencies currencies;
  private final JdbcClient jdbc;

  LeadMoney(Currencies currencies, JdbcClient jdbc) {
    this.currencies = currencies;
    this.jdbc = jdbc;
  }

  /** Amounts without a currency are in that of the unit, or in the base currency. */
  LeadFields inCurrency(LeadFields fields, String businessUnitId) {
    if (fields.transactionCurrencyId() != null || amounts(fields).allMatch(Objects::isNull)) {
      return fields;
    }
    String currency = currencies.unitDefault(businessUnitId).orElseGet(currencies::base);
    return LeadColumns.changed(fields, Map.of("transaction_currency_id", currency));
  }

  /** The rate to store with these fields, null without a currency or without a rate of it. */
  @Nullable BigDecimal rate(LeadFields fields) {
    String currency = fields.transactionCurrencyId();
    return currency == null ? null : currencies.rate(currency).orElse(null);
  }

  /** The rate after a change: today's when currency or an amount changed, else as it was. */
  @Nullable BigDecimal rate(Lead before, LeadFields after) {
    boolean same =
        Objects.equals(before.fields().transactionCurrencyId(), after.transactionCurrencyId())
            && amounts(before.fields()).toList().equals(amounts(after).toList());
    return same ? before.product().exchangeRate() : rate(after);
  }

  /** Rates stored with leads are in the base currency of their day; it cannot change under them. */
  @EventListener
  void keepBase(BaseCurrencyChanging change) {
    boolean inUse =
        jdbc.sql("SELECT EXISTS (SELECT 1 FROM lead WHERE exchange_rate IS NOT NULL)")
            .query(Boolean.class)
            .single();
    if (inUse) {
      throw Refused.conflict(
          "base-currency-used",
          "There are leads whose amounts are added up in "
              + change.from()
              + "; it stays the base.");
    }
  }

  private static Stream<@Nullable BigDecimal> amounts(LeadFields fields) {
    return Stream.of(fields.revenue(), fields.budgetAmount(), fields.estimatedAmount());
  }
}
