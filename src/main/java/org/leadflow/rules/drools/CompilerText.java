package org.leadflow.rules.drools;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadflow.rules.FactNames;
import org.leadflow.rules.house.DrlText;

/** What the compiler gets in place of what was written: the same rules, line for line. */
final class CompilerText {

  /**
   * Drools would look for a class behind each of them, under two dozen names on the whole class
   * path, which takes longer than all the compiling. They have been read before.
   */
  private static final Pattern ANNOTATION = Pattern.compile("@(Id|Owner)\\s*\\([^)\n]*\\)");

  private static final Pattern CONSEQUENCE = Pattern.compile("(?s)\\bthen\\b(.*?)\\bend\\b");
  private static final Pattern PACKAGE = Pattern.compile("\\bpackage\\s+[\\w.]+\\s*;?");
  private static final Pattern MATCHES =
      Pattern.compile(
          "\\b("
              + String.join("|", FactNames.all())
              + ")\\s+(not\\s+)?matches\\s+(\"(?:[^\"\\\\\n]++|\\\\.)*+\")");

  private static final Pattern DAY =
      Pattern.compile("\\btoday\\s*(==|!=|<=|>=|<|>)\\s*(\"[^\"\n]*\")");
  private static final String IMPORTS =
      " import %s; import %s;"
          .formatted(BoundedPattern.class.getName(), WrittenDay.class.getName());

  private CompilerText() {}

  /**
   * @param plain whether what the rules say is known from reading them, so that consequences need
   *     no compiling
   */
  static String of(String drl, boolean plain) {
    String text = ANNOTATION.matcher(drl).replaceAll(each -> " ".repeat(each.group().length()));
    if (plain) {
      text = Choices.spread(withoutConsequences(text));
    }
    return called(text);
  }

  private static String withoutConsequences(String text) {
    var result = new StringBuilder(text);
    Matcher matcher = CONSEQUENCE.matcher(new DrlText(text).bare);
    while (matcher.find()) {
      for (int i = matcher.start(1); i < matcher.end(1); i++) {
        if (text.charAt(i) != '\n') {
          result.setCharAt(i, ' ');
        }
      }
    }
    return result.toString();
  }

  /**
   * Patterns of Drools itself never give up, and are compiled again for every lead; and it cannot
   * compare days.
   */
  private static String called(String text) {
    String patterns = replaced(text, MATCHES, CompilerText::pattern);
    String days = replaced(patterns, DAY, CompilerText::day);
    return days.equals(text)
        ? text
        : PACKAGE
            .matcher(days)
            .replaceFirst(
                each ->
                    Matcher.quoteReplacement(
                        (each.group().endsWith(";") ? each.group() : each.group() + ";")
                            + IMPORTS));
  }

  private static String replaced(
      String text, Pattern pattern, Function<MatchResult, String> replacement) {
    String code = new DrlText(text).withTexts;
    Matcher matcher = pattern.matcher(code);
    var result = new StringBuilder();
    int end = 0;
    while (matcher.find()) {
      result
          .append(text, end, matcher.start())
          .append(replacement.apply(matcher.toMatchResult()).replace("\n", " "));
      end = matcher.end();
    }
    return result.append(text.substring(end)).toString();
  }

  private static String pattern(MatchResult match) {
    return "%sBoundedPattern.matches(%s, %s)"
        .formatted(match.group(2) == null ? "" : "!", match.group(1), match.group(3));
  }

  private static String day(MatchResult match) {
    return "WrittenDay.holds(today, \"%s\", %s)".formatted(match.group(1), match.group(2));
  }
}
