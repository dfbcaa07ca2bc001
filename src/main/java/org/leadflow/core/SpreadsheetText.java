package org.leadflow.core;

import java.util.regex.Pattern;

/** Texts of people and other systems in files that are opened with a spreadsheet. */
public final class SpreadsheetText {

  // Where a spreadsheet separates by semicolons, what follows one begins a cell of its own.
  private static final Pattern FORMULA = Pattern.compile("(^|[;,\\t\\r\\n])(?=\\s*[=+\\-@\\t\\r])");

  private SpreadsheetText() {}

  /** The text with an apostrophe before whatever a spreadsheet would run as a formula. */
  public static String harmless(String text) {
    return FORMULA.matcher(text).replaceAll("$1'");
  }
}
