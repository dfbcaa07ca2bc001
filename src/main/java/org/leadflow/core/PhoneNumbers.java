package org.leadflow.core;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recognises phone numbers as people write them. */
public final class PhoneNumbers {

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  private PhoneNumbers() {}

  /**
   * The number as it is dialled within its country, without the digits that say so: {@code
   * 7115550123} of {@code +49 711 5550 123}; empty as for {@link #e164}.
   */
  public static Optional<String> national(@Nullable String written, @Nullable String country) {
    if (written == null) {
      return Optional.empty();
    }
    try {
      var number = PHONES.parse(written, country);
      return PHONES.isPossibleNumber(number)
          ? Optional.of(PHONES.getNationalSignificantNumber(number))
          : Optional.empty();
    } catch (NumberParseException notDialable) {
      return Optional.empty();
    }
  }

  /**
   * The number in E.164 form; empty for null and for what nobody can dial.
   *
   * @param country ISO 3166 alpha-2 code of the country it is dialled in, for numbers without a
   *     country's prefix; null knows only numbers with one
   */
  public static Optional<String> e164(@Nullable String written, @Nullable String country) {
    if (written == null) {
      return Optional.empty();
    }
    try {
      var number = PHONES.parse(written, country);
      return PHONES.isPossibleNumber(number)
          ? Optional.of(PHONES.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException notDialable) {
      return Optional.empty();
    }
  }
}
