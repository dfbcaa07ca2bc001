package org.leadflow.process.guard;

import java.util.regex.Pattern;

/**
 * The expressions a query may contain: who asks, and what time it is. Nothing before or after, no
 * nesting, no bean.
 */
final class QueryExpressions {

  private static final String SHIFT =
      "\\.(withTimeAtStartOfDay\\(\\)|withMillis\\(\\d{1,6}\\)"
          + "|(plus|minus)(Days|Hours|Seconds)\\(\\d{1,6}\\))";

  private static final Pattern ALLOWED =
      Pattern.compile(
          "\\$\\{(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)|dateTime\\(\\)("
              + SHIFT
              + "){0,6})}");

  private QueryExpressions() {}

  /** Whether this text may be evaluated; text without an expression in it always may. */
  static boolean allow(String text) {
    boolean literal = !text.contains("${") && !text.contains("#{");
    return literal || ALLOWED.matcher(text).matches();
  }
}
