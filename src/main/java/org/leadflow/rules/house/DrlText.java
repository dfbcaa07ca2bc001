package org.leadflow.rules.house;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of rules with everything that is no code blanked out, character for character, so that
 * places in it are places in the rules.
 */
public final class DrlText {

  private static final Pattern NO_CODE =
      Pattern.compile(
          "\"(?:[^\"\\\\\n]++|\\\\.)*+\"|'(?:[^'\\\\\n]++|\\\\.)*+'|//[^\n]*|(?s:/\\*.*?\\*/)");

  private final String drl;

  /** Without comments. */
  public final String withTexts;

  /** Without comments and without texts in quotes. */
  public final String bare;

  public DrlText(String drl) {
    this.drl = drl;
    this.withTexts = blank(drl, false);
    this.bare = blank(drl, true);
  }

  /** The line of a place, counted from 1. */
  int line(int offset) {
    return 1 + (int) drl.substring(0, offset).chars().filter(each -> each == '\n').count();
  }

  private static String blank(String text, boolean textsToo) {
    Matcher matcher = NO_CODE.matcher(text);
    var result = new StringBuilder(text);
    while (matcher.find()) {
      boolean comment = matcher.group().startsWith("/");
      if (comment || textsToo) {
        // The quotes stay: a text remains visible as a text.
        int margin = comment ? 0 : 1;
        for (int i = matcher.start() + margin; i < matcher.end() - margin; i++) {
          if (text.charAt(i) != '\n') {
            result.setCharAt(i, ' ');
          }
        }
      }
    }
    return result.toString();
  }
}
