package org.leadflow.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadflow.organization.CurrencyChanges.BaseCurrencyChanging;
import org.springframework.context.event.EventListener;

class CurrenciesTests {

  @ParameterizedTest
  @EnumSource
  void amountsAreConvertedByTheStoredRatesAndNeverByAMissingOne(Database database) {
    try (Node node = node(database)) {
      var currencies = node.get(Currencies.class);
      node.get(CurrencyChanges.class).setRate("USD", new BigDecimal("1.25"));
      node.get(CurrencyChanges.class).setRate("GBP", new BigDecimal("0.8"));

      assertThat(currencies.base()).isEqualTo("EUR");
      assertThat(currencies.rate("EUR")).hasValueSatisfying(is("1"));
      assertThat(currencies.rate("USD")).hasValueSatisfying(is("1.25"));
      assertThat(currencies.rate("CHF")).isEmpty();
      assertThat(currencies.convert(new BigDecimal("100"), "USD", "EUR"))
          .contains(new BigDecimal("80.00"));
      assertThat(currencies.convert(new BigDecimal("100"), "USD", "GBP"))
          .contains(new BigDecimal("64.00"));
      assertThat(currencies.convert(new BigDecimal("0.015"), "GBP", "GBP"))
          .contains(new BigDecimal("0.02"));
      assertThat(currencies.convert(BigDecimal.TEN, "CHF", "EUR")).isEmpty();
      assertThat(currencies.convert(BigDecimal.TEN, "EUR", "CHF")).isEmpty();
      assertThat(currencies.convert(BigDecimal.TEN, "CHF", "CHF"))
          .contains(new BigDecimal("10.00"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aUnitReckonsAsTheNearestUnitAboveIt(Database database) {
    try (Node node = node(database)) {
      node.changes().save(new BusinessUnit("americas", "Americas", "root"));
      node.changes().save(new BusinessUnit("north", "North", "americas"));
      node.changes().save(new BusinessUnit("texas", "Texas", "north"));
      var currencies = node.get(Currencies.class);
      assertThat(currencies.unitDefault("texas")).isEmpty();

      node.get(CurrencyChanges.class).setUnitDefault("americas", "USD");
      node.get(CurrencyChanges.class).setUnitDefault("texas", "MXN");

      assertThat(currencies.unitDefault("texas")).contains("MXN");
      assertThat(currencies.unitDefault("north")).contains("USD");
      assertThat(currencies.unitDefault("root")).isEmpty();
      assertThat(currencies.unitDefault("nowhere")).isEmpty();
      node.get(CurrencyChanges.class).setUnitDefault("texas", null);
      assertThat(currencies.unitDefault("texas")).contains("USD");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherBaseTellsAllRatesAnew(Database database) {
    try (Node node = node(database)) {
      var changes = node.get(CurrencyChanges.class);
      changes.setRate("USD", new BigDecimal("1.25"));
      changes.setRate("GBP", new BigDecimal("0.8"));

      changes.setBase("USD");

      var currencies = node.get(Currencies.class);
      assertThat(currencies.base()).isEqualTo("USD");
      assertThat(currencies.rate("USD")).hasValueSatisfying(is("1"));
      assertThat(currencies.rate("EUR")).hasValueSatisfying(is("0.8"));
      assertThat(currencies.rate("GBP")).hasValueSatisfying(is("0.64"));
      assertThatIllegalArgumentException().isThrownBy(() -> changes.setBase("CHF"));
      assertThatIllegalArgumentException().isThrownBy(() -> changes.setRate("USD", BigDecimal.TEN));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoHoldsMoneyInTheOldBaseRefusesANewOne(Database database) {
    try (Node node =
        Node.on(database.create(), Currencies.class, CurrencyChanges.class, Holder.class)) {
      var changes = node.get(CurrencyChanges.class);
      changes.setRate("USD", new BigDecimal("1.25"));

      assertThatThrownBy(() -> changes.setBase("USD")).hasMessage("EUR is in use");

      assertThat(node.get(Currencies.class).base()).isEqualTo("EUR");
      assertThat(node.get(Currencies.class).rate("USD")).hasValueSatisfying(is("1.25"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"XXX", "XTS", "XAU", "XAG", "XPT", "XPD", "XDR", "eur", "EURO", "", "€"})
  void whatIsNoMoneyIsNoCurrency(String code) {
    assertThat(Currencies.isCurrency(code)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EUR", "USD", "JPY", "XOF", "XAF", "XPF", "XCD", "KWD"})
  void whatPeoplePayWithIsACurrency(String code) {
    assertThat(Currencies.isCurrency(code)).isTrue();
  }

  private static Node node(Database database) {
    return Node.on(database.create(), Currencies.class, CurrencyChanges.class);
  }

  private static Consumer<BigDecimal> is(String number) {
    return rate -> assertThat(rate).isEqualByComparingTo(number);
  }

  /** Has money in the old base currency. */
  static class Holder {

    @EventListener
    void refuse(BaseCurrencyChanging change) {
      throw new IllegalStateException(change.from() + " is in use");
    }
  }
}
