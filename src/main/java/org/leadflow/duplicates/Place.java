package org.leadflow.duplicates;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.LeadFields;

/**
 * Where somebody is, taken apart so that each part can be compared; what is not known is empty.
 *
 * @param number of the house, such as {@code 12a}
 * @param street without the number
 * @param more the second line of the address
 * @param code the postal code without spaces
 */
record Place(
    String number, String street, String more, Set<String> city, String code, String state) {

  private static final Pattern NUMBER = Pattern.compile("\\d+\\p{L}?");

  /** Rue, via, calle and articles say less than what follows them. */
  private static final int LONG_WORD = 4;

  static Place of(LeadFields lead) {
    return of(
        lead.address1Line1(),
        lead.address1Line2(),
        lead.address1City(),
        lead.address1PostalCode(),
        lead.address1StateOrProvince());
  }

  static Place of(
      @Nullable String line1,
      @Nullable String line2,
      @Nullable String city,
      @Nullable String code,
      @Nullable String state) {
    List<String> words = Arrays.asList(folded(line1).split(" "));
    return new Place(
        words.stream().filter(word -> NUMBER.matcher(word).matches()).findFirst().orElse(""),
        words.stream()
            .filter(word -> !NUMBER.matcher(word).matches())
            .collect(Collectors.joining(" ")),
        folded(line2),
        city == null ? Set.of() : Spelling.of(city),
        folded(code).replace(" ", ""),
        folded(state));
  }

  /** The first word that tells the street from others; null when no street is known. */
  @Nullable String streetName() {
    return Stream.of(street.split(" "))
        .filter(word -> word.length() >= LONG_WORD)
        .findFirst()
        .or(() -> Stream.of(street).filter(word -> !word.isEmpty()).findFirst())
        .orElse(null);
  }

  Set<String> codes() {
    return code.isEmpty() ? Set.of() : Set.of(code);
  }

  Set<String> numbers() {
    return number.isEmpty() ? Set.of() : Set.of(number);
  }

  private static String folded(@Nullable String text) {
    return Spelling.of(Objects.toString(text, "")).stream().findFirst().orElse("");
  }
}
