package org.leadflow.intake.csv;

import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
          "₹", List.of("INR"));

  private static final Pattern WITH_CURRENCY =
      Pattern.compile("(\\p{Sc}|\\p{L}{3})?([^\\p{Sc}\\p{L}]++)(\\p{Sc}|\\p{L}{3})?");
  private static final Map<String, String> NAMES = names();

  private Money() {}

  /** The cell without its currency; as it is when there is something else beside the number. */
  static String amount(String cell) {
    Matcher parts = WITH_CURRENCY.matcher(cell);
    return parts.matches() && isCurrency(parts.group(1)) && isCurrency(parts.group(3))
        ? parts.group(2).strip()
        : cell;
  }

  private static boolean isCurrency(@Nullable String said) {
    return said == null
        || CODES.contains(said.toUpperCase(Locale.ROOT))
        || Character.getType(said.codePointAt(0)) == Character.CURRENCY_SYMBOL;
  }

  /** The currencies that the cell may be in, the likeliest first; none when it does not say. */
  static List<String> currencies(String cell) {
    Matcher parts = WITH_CURRENCY.matcher(cell);
    return parts.matches()
        ? Stream.of(parts.group(3), parts.group(1))
            .filter(Objects::nonNull)
            .map(Money::meant)
            .filter(meant -> !meant.isEmpty())
            .min(Comparator.comparing(List::size))
            .orElse(List.of())
        : List.of();
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
