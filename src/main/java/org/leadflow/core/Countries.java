package org.leadflow.core;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises countries as people write them: by ISO 3166 code or by name in the languages most
 * leads come in, whatever the accents and capitals.
 */
public final class Countries {

  /** What people write and no locale calls a country. */
  private static final Map<String, String> COLLOQUIAL =
      Map.ofEntries(
          Map.entry("usa", "US"),
          Map.entry("america", "US"),
          Map.entry("uk", "GB"),
          Map.entry("greatbritain", "GB"),
          Map.entry("britain", "GB"),
          Map.entry("england", "GB"),
          Map.entry("scotland", "GB"),
          Map.entry("wales", "GB"),
          Map.entry("northernireland", "GB"),
          Map.entry("eire", "IE"),
          Map.entry("holland", "NL"),
          Map.entry("thenetherlands", "NL"),
          Map.entry("bundesrepublikdeutschland", "DE"),
          Map.entry("oesterreich", "AT"),
          Map.entry("czechrepublic", "CZ"),
          Map.entry("macedonia", "MK"),
          Map.entry("vatican", "VA"),
          Map.entry("palestine", "PS"),
          Map.entry("ivorycoast", "CI"),
          Map.entry("drcongo", "CD"),
          Map.entry("thegambia", "GM"),
          Map.entry("uae", "AE"),
          Map.entry("hongkong", "HK"),
          Map.entry("macau", "MO"),
          Map.entry("burma", "MM"),
          Map.entry("korea", "KR"));

  /** Fewer than the platform knows: all of them would cost half a second at the first lead. */
  private static final List<Locale> LANGUAGES =
      Stream.of(
              "en de fr es it pt nl pl cs sk hu ro bg el ru uk tr ar he fa hi zh zh-TW ja ko sv da nb fi et lv lt sl hr"
                  .split(" "))
          .map(Locale::forLanguageTag)
          .toList();

  /** With Kosovo, which has no code of its own; everybody uses this one. */
  private static final List<String> ISO =
      Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("XK")).toList();

  private static final Map<String, String> CODES = codes();

  private Countries() {}

  /** The ISO 3166 alpha-2 code; empty for null and for what is no country. */
  public static Optional<String> code(@Nullable String written) {
    return Optional.ofNullable(written).map(Countries::key).map(CODES::get);
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : ISO) {
      Locale country = new Locale.Builder().setRegion(code).build();
      for (Locale language : LANGUAGES) {
        codes.putIfAbsent(key(country.getDisplayCountry(language)), code);
      }
    }
    for (String code : ISO) {
      Locale country = new Locale.Builder().setRegion(code).build();
      codes.put(key(country.getDisplayCountry(Locale.ENGLISH)), code);
      codes.put(key(code), code);
      codes.put(key(threeLetters(country)), code);
    }
    COLLOQUIAL.forEach(codes::put);
    return Map.copyOf(codes);
  }

  private static String threeLetters(Locale country) {
    try {
      return country.getISO3Country();
    } catch (MissingResourceException none) {
      return country.getCountry();
    }
  }

  private static String key(String written) {
    String plain = Normalizer.normalize(written, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    return plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", "");
  }
}
