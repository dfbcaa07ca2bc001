package org.leadflow.organization.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Refused;
import org.leadflow.organization.Currencies;
import org.leadflow.organization.CurrencyChanges;
import org.leadflow.organization.Organization;
import org.leadflow.organization.StoredCurrencies;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What money is worth: everybody reads it, administrators change it. */
@RestController
@RequestMapping("/api")
@Tag(name = "Currencies")
class CurrencyController {

  private final Currencies currencies;
  private final CurrencyChanges changes;
  private final Organization organization;

  CurrencyController(Currencies currencies, CurrencyChanges changes, Organization organization) {
    this.currencies = currencies;
    this.changes = changes;
    this.organization = organization;
  }

  @GetMapping("/currencies")
  @Operation(
      summary = "The base currency, the rates, and in what currency the units reckon",
      description = "A rate is how many of a currency one unit of the base currency is worth.")
  CurrenciesView read() {
    return view();
  }

  @PutMapping("/currencies/{code}")
  @Operation(
      summary = "Set the rate of a currency",
      description =
          "Administrators only. How many of it one unit of the base currency is worth. Records keep the rate they were"
              + " written with.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(examples = @ExampleObject(name = "US dollar", value = "{\"rate\": 1.0850}")))
  CurrenciesView setRate(@PathVariable String code, @Valid @RequestBody Rate rate) {
    requireCurrency("code", code);
    if (code.equals(currencies.stored().base())) {
      throw Refused.conflict(
          "base-currency", code + " is the base currency: its rate is 1 and stays so.");
    }
    changes.setRate(code, rate.rate());
    return view();
  }

  @PutMapping("/currencies/base")
  @Operation(
      summary = "Choose the base currency",
      description =
          "Administrators only. All rates are told in it from then on, so its own must be stored before. 409 once a"
              + " lead has been written with a rate: its amounts are added up in the base currency of that day.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples = @ExampleObject(name = "Swiss franc", value = "{\"currency\": \"CHF\"}")))
  CurrenciesView setBase(@Valid @RequestBody Choice choice) {
    String code = choice.currency();
    if (code == null) {
      throw Refused.invalid("currency", "must not be null");
    }
    requireCurrency("currency", code);
    if (!currencies.stored().rates().containsKey(code)) {
      throw Refused.invalid("currency", "has no rate yet: store its rate first");
    }
    changes.setBase(code);
    return view();
  }

  @PutMapping("/organization/units/{id}/currency")
  @Operation(
      summary = "Choose the currency in which a unit reckons",
      description = "Administrators only. Null: the unit reckons as the unit above it.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples = @ExampleObject(name = "US dollar", value = "{\"currency\": \"USD\"}")))
  CurrenciesView setUnitDefault(@PathVariable String id, @Valid @RequestBody Choice choice) {
    if (organization.unit(id).isEmpty()) {
      throw new Refused(HttpStatus.NOT_FOUND, "not-found", "There is no such unit.", List.of());
    }
    if (choice.currency() != null) {
      requireCurrency("currency", choice.currency());
    }
    changes.setUnitDefault(id, choice.currency());
    return view();
  }

  private CurrenciesView view() {
    StoredCurrencies stored = currencies.stored();
    return new CurrenciesView(
        stored.base(),
        stored.rates().entrySet().stream()
            .map(rate -> new RateView(rate.getKey(), rate.getValue()))
            .toList(),
        stored.unitDefaults().entrySet().stream()
            .map(unit -> new UnitCurrency(unit.getKey(), unit.getValue()))
            .toList());
  }

  private static void requireCurrency(String field, String code) {
    if (!Currencies.isCurrency(code)) {
      throw Refused.invalid(field, "must be an ISO 4217 currency code such as EUR or USD");
    }
  }

  /** How many of a currency one unit of the base currency is worth. */
  record Rate(
      @NotNull @DecimalMin("0.000001") @DecimalMax("1000000") @Digits(integer = 7, fraction = 12)
          @Nullable BigDecimal rate) {}

  /** A currency, or none. */
  record Choice(@Nullable String currency) {}

  /** What money is worth in this organisation. */
  record CurrenciesView(String base, List<RateView> rates, List<UnitCurrency> units) {}

  /** One currency; the base has the rate 1. */
  record RateView(String code, BigDecimal rate) {}

  /** A unit that has a currency of its own. */
  record UnitCurrency(String businessUnitId, String currency) {}
}
