package org.leadflow.rules.analysis;

import java.util.regex.Pattern;

/** Asks patterns that may run for ages, and is patient for some milliseconds only. */
final class PatientPattern {

  private static final int MOST_READ = 200_000;

  private PatientPattern() {}

  /**
   * Whether the whole text fits.
   *
   * @throws OutOfPatience when it was not found out in time
   */
  static boolean matches(Pattern pattern, String text) {
    return pattern.matcher(new Counted(text)).matches();
  }

  /** The pattern goes back and forth without end. */
  static final class OutOfPatience extends RuntimeException {

    OutOfPatience() {
      super("a pattern did not come to an end", null, false, false);
    }
  }

  private static final class Counted implements CharSequence {

    private final String text;
    private int read;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++read > MOST_READ) {
        throw new OutOfPatience();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
