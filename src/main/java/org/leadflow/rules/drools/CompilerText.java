package org.leadflow.rules.drools;

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

  private CompilerText() {}

  /**
   * @param plain whether what the rules say is known from reading them, so that consequences need
   *     no compiling
   */
  static String of(String drl, boolean plain) {
    String text = ANNOTATION.matcher(drl).replaceAll(each -> " ".repeat(each.group().length()));
    if (plain) {
      text = withoutConsequences(text);
    }
    return bounded(text);
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

  /** Patterns of Drools itself never give up, and are compiled again for every lead. */
  private static String bounded(String text) {
    String code = new DrlText(text).withTexts;
    Matcher matcher = MATCHES.matcher(code);
    var result = new StringBuilder();
    int end = 0;
    while (matcher.find()) {
      result.append(text, end, matcher.start()).append(call(matcher.toMatchResult()));
      end = matcher.end();
    }
    if (end == 0) {
      return text;
    }
    result.append(text.substring(end));
    return PACKAGE
        .matcher(result)
        .replaceFirst(
            each ->
                Matcher.quoteReplacement(
                    (each.group().endsWith(";") ? each.group() : each.group() + ";")
                        + " import "
                        + BoundedPattern.class.getName()
                        + ";"));
  }

  private static String call(MatchResult match) {
    return "%sBoundedPattern.matches(%s, %s)"
        .formatted(match.group(2) == null ? "" : "!", match.group(1), match.group(3))
        .replace("\n", " ");
  }
}
