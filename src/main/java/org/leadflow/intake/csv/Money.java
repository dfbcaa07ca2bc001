package org.leadflow.intake.csv;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Amounts with their currency, as they stand in cells: {@code $ 1,250.50}, {@code 5 TEUR} not. */
final class Money {

  /** The field of the currency of all amounts of a lead. */
  static final String CURRENCY = "transactionCurrencyId";

  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          // Not metals, units of account and the like, of which one is called "or" in French.
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  /** Whose sign it is, the one most often meant first. */
  private static final Map<String, List<String>> SIGNS =
      Map.of(
          "€", List.of("EUR"),
          "$", List.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"),
          "£", List.of("GBP"),
          "¥", List.of("JPY", "CNY"),
          "₹", List.of("INR"),
          "₽", List.of("RUB"),
          "₩", List.of("KRW"),
          "₪", List.of("ILS"),
          "₺", List.of("TRY"),
          "₴", List.of("UAH"));

  private static final Pattern WITH_CURRENCY =
      Pattern.compile("(\\p{Sc}|\\p{L}{3})?([^\\p{Sc}\\p{L}]++)(\\p{Sc}|\\p{L}{3})?");
  private static final Map<String, String> NAMES = names();

  private Money() {}

  /** The cell without its currency; as it is when there is something else beside the number. */
  static String amount(String cell) {
    Matcher parts = WITH_CURRENCY.matcher(cell);
    return parts.matches() && !currencies(cell).isEmpty() ? parts.group(2).strip() : cell;
  }

  /**
   * The currencies that the cell may be in, the likeliest first; none when it does not say, or says
   * two.
   */
  static List<String> currencies(String cell) {
    Matcher parts = WITH_CURRENCY.matcher(cell);
    if (!parts.matches() || parts.group(1) == null && parts.group(3) == null) {
      return List.of();
    }
    List<String> one = meant(parts.group(parts.group(1) == null ? 3 : 1));
    List<String> other = meant(parts.group(parts.group(3) == null ? 1 : 3));
    return one.stream().filter(other::contains).toList();
  }

  private static List<String> meant(String said) {
    String code = said.toUpperCase(Locale.ROOT);
    return SIGNS.getOrDefault(said, CODES.contains(code) ? List.of(code) : List.of());
  }

  /** The ISO code of a currency that is named by it, by its sign or in words; else the words. */
  static String code(String said) {
    String code = said.toUpperCase(Locale.ROOT);
    return SIGNS.containsKey(said)
        ? SIGNS.get(said).get(0)
        : CODES.contains(code) ? code : NAMES.getOrDefault(Headings.folded(said), said);
  }

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)) {
      for (String code : CODES) {
        names.put(Headings.folded(Currency.getInstance(code).getDisplayName(language)), code);
      }
    }
    return names;
  }
}
