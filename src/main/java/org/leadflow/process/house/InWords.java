package org.leadflow.process.house;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.Problem;

/** What the engine and the XML reader say about a diagram, in words for somebody who draws one. */
final class InWords {

  private static final Map<Pattern, String> KNOWN =
      Map.of(
          Pattern.compile("(?s).*cvc-id\\.2:.*?'([^']+)'.*"),
          "the id %s is there more than once, as after copying; give each element an id of its own",
          Pattern.compile("(?s).*cvc-id\\.1:.*?'([^']+)'.*"),
          "something refers to %s, which is not there any more; draw the line or pick the message again",
          Pattern.compile("(?s).*(?:TTL|[Tt]ime ?[Tt]o ?[Ll]ive).*(?:null|empty).*"),
          "the process has no time to live; set History cleanup, Time to live, such as P730D",
          Pattern.compile("(?s).*One of the attributes 'class', 'delegateExpression'.*"),
          "a service task calls no building block; choose one with Select template",
          Pattern.compile("(?s).*is not allowed as script.*"),
          "a script is not allowed; call a building block instead");

  private InWords() {}

  static String of(Problem problem) {
    String place = problem.getMainElementId();
    return "line %d: %s%s"
        .formatted(
            problem.getLine(), of(problem.getMessage()), place == null ? "" : " (" + place + ")");
  }

  static String of(String message) {
    for (Map.Entry<Pattern, String> known : KNOWN.entrySet()) {
      Matcher said = known.getKey().matcher(message);
      if (said.matches()) {
        return said.groupCount() == 0
            ? known.getValue()
            : known.getValue().formatted(said.group(1));
      }
    }
    return message;
  }
}
