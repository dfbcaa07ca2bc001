package org.leadflow.organization;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody knows, speaks or looks after, such as {@code language=de}, {@code product=crm} or
 * {@code region=AT}. Names are in lower case; values are as written.
 */
public record Skill(String name, String value) implements Comparable<Skill> {

  static final String FORM =
      "a name of a-z 0-9 _ - such as language, and a value of at most 100 characters";

  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,64}");
  private static final int LONGEST = 100;

  /** Empty for what is none. */
  public static Optional<Skill> read(String name, String value) {
    String key = name.strip().toLowerCase(Locale.ROOT);
    String what = value.strip();
    boolean fits =
        NAME.matcher(key).matches()
            && !what.isEmpty()
            && what.length() <= LONGEST
            && what.indexOf('\0') < 0
            && StandardCharsets.UTF_8.newEncoder().canEncode(what);
    return fits ? Optional.of(new Skill(key, what)) : Optional.empty();
  }

  @Override
  public int compareTo(Skill other) {
    return Comparator.comparing(Skill::name).thenComparing(Skill::value).compare(this, other);
  }
}
