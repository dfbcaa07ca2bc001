package org.leadflow.rules.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Single values as office programs write them into CSV in other languages than English. */
public final class Written {

  private static final Pattern COMMA = Pattern.compile("(-?\\d+),(\\d+)");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

  private Written() {}

  /**
   * A number with a point where it had a comma; anything else as it was. Three digits after a comma
   * may be thousands and stay as they are, to be refused by whoever reads the number.
   */
  public static String number(String written) {
    Matcher matcher = COMMA.matcher(written.strip());
    return matcher.matches() && matcher.group(2).length() != 3
        ? matcher.group(1) + "." + matcher.group(2)
        : written;
  }

  /** {@code 31.12.2026} as {@code 2026-12-31}; anything else as it was. */
  public static String day(String written) {
    Matcher matcher = DAY.matcher(written.strip());
    return matcher.matches()
        ? "%s-%02d-%02d"
            .formatted(
                matcher.group(3),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(1)))
        : written;
  }
}
