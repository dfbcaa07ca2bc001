package org.leadflow.rules.drools;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of the messages of Drools what only its makers understand. */
final class Plainly {

  private static final Pattern BEHIND_THE_SCENES =
      Pattern.compile("(?s)\\s*(Stack trace:|\\bException: java|\\bCannot invoke \").*");
  private static final Pattern END =
      Pattern.compile("(?s).*unexpected exception at input '<eof>'.*");
  private static final Pattern UNKNOWN =
      Pattern.compile(
          "\\[Error: unable to resolve method using strict-mode: [\\w.$]*?([\\w$]+)\\(\\)]");
  private static final Pattern NUMBER =
      Pattern.compile("\\[Error: (?:badly formatted number: )?For input string: \"(.*?)\"]");
  private static final Pattern ERROR = Pattern.compile("\\[Error: (.*?)]");
  private static final Pattern NEAR =
      Pattern.compile("(?s)\\s*\\[Near : \\{\\.\\.\\.(.*?)\\.\\.\\.\\.}]");
  private static final Pattern MARK =
      Pattern.compile("\\s*\\^?\\s*\\[Line: \\d+, Column: \\d+]|\\s+\\^");
  private static final Pattern PLACE = Pattern.compile("^\\[ERR \\d+] Line \\d+:\\d+ ");

  private static final Pattern RULE = Pattern.compile(" in rule \".*\"");

  private Plainly() {}

  /** The same in one line, without names of classes and traces. */
  static String of(String message) {
    if (END.matcher(message).matches()) {
      return "the file ends before the rule does";
    }
    String plain = BEHIND_THE_SCENES.matcher(message).replaceFirst("");
    plain = UNKNOWN.matcher(plain).replaceAll("nobody knows \"$1\"");
    plain = NUMBER.matcher(plain).replaceAll("\"$1\" is no number");
    plain = ERROR.matcher(plain).replaceAll("$1");
    plain = NEAR.matcher(plain).replaceAll(" near$1");
    plain = MARK.matcher(plain).replaceAll("");
    return PLACE
        .matcher(plain)
        .replaceFirst("")
        .replace("Evaluator for ID 'null'", "way to compare")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** Which rule a message is about, as the end of a sentence; empty when it names none. */
  static String rule(String message) {
    Matcher named = RULE.matcher(message);
    return named.find() ? named.group() : "";
  }

  /** What went wrong inside a rule. */
  static String of(Throwable broken) {
    if (broken instanceof NullPointerException) {
      return "a fact is not known there, and the condition does not expect that";
    } else if (broken instanceof NumberFormatException) {
      return "what is compared with a number is none";
    } else if (broken instanceof ClassCastException) {
      return "what is compared is of two kinds";
    }
    return broken.getMessage() == null
        ? broken.getClass().getSimpleName()
        : of(broken.getMessage());
  }
}
