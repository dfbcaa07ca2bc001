package org.leadflow.rules.drools;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadflow.rules.FactNames;
import org.leadflow.rules.house.DrlText;

/**
 * Makes of a rule that begins with {@code country in ("DE", "AT")} one alternative for each value.
 * Drools finds all rules that begin with {@code country == "DE"} at once, by hashing, but asks each
 * {@code in} by itself; with a thousand rules that is most of what a decision costs.
 */
final class Choices {

  /** Every alternative costs time of the compiler, and longer lists are rare. */
  private static final int MOST_VALUES = 8;

  private static final String TEXT = "\"(?:[^\"\\\\\n]++|\\\\.)*+\"";
  private static final Pattern FIRST_IN =
      Pattern.compile(
          "(?<!:)(?<!:\\s)\\bLeadFacts\\s*\\(\\s*((%s)\\s+in\\s*\\((\\s*%s(?:\\s*,\\s*%s)*\\s*)\\))\\s*[,)]"
              .formatted(String.join("|", FactNames.all()), TEXT, TEXT));
  private static final Pattern VALUE = Pattern.compile(TEXT);

  private Choices() {}

  /**
   * The same rules, line for line.
   *
   * @param drl rules that only compare facts; below a {@code not}, alternatives would mean another
   *     thing
   */
  static String spread(String drl) {
    var text = new DrlText(drl);
    Matcher matcher = FIRST_IN.matcher(text.withTexts);
    var result = new StringBuilder();
    int end = 0;
    while (matcher.find()) {
      List<String> values =
          VALUE.matcher(matcher.group(3)).results().map(each -> each.group()).distinct().toList();
      int close = closing(text.bare, text.bare.indexOf('(', matcher.start()));
      if (values.size() > MOST_VALUES || close < 0) {
        continue;
      }
      String head = text.withTexts.substring(matcher.start(), matcher.start(1));
      String tail = text.withTexts.substring(matcher.end(1), close + 1);
      String breaks = matcher.group(3).replaceAll("[^\n]", "");
      // The first one keeps the lines, in which the compiler finds mistakes.
      String alternatives =
          values.stream()
              .map(value -> head + matcher.group(2) + " == " + value + breaks + tail)
              .reduce((before, next) -> before + " or " + oneLine(next))
              .orElseThrow();
      result.append(drl, end, matcher.start()).append("( ").append(alternatives).append(" )");
      end = close + 1;
    }
    return result.append(drl, end, drl.length()).toString();
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ');
  }

  private static int closing(String bare, int open) {
    int depth = 0;
    for (int i = open; i < bare.length(); i++) {
      depth += bare.charAt(i) == '(' ? 1 : bare.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
