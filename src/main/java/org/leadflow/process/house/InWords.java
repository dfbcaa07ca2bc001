package org.leadflow.process.house;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.Problem;

/** What the engine and the XML reader say about a diagram, in words for somebody who draws one. */
final class InWords {

  /** A way to say something; an empty sentence is said already by another one. */
  private record Phrase(Pattern said, String sentence) {

    private static Phrase of(String said, String sentence) {
      return new Phrase(Pattern.compile("(?s).*" + said + ".*"), sentence);
    }
  }

  private static final List<Phrase> PHRASES =
      List.of(
          Phrase.of(
              "cvc-id\\.2:.*?'([^']+)'",
              "the id %s is there more than once, as after copying; give each element an id of its own"),
          Phrase.of("cvc-attribute\\.3:.*?'([^']+)' of attribute 'id'", ""),
          Phrase.of(
              "cvc-id\\.1:.*?'([^']+)'", "something refers to %s, which is not there any more"),
          Phrase.of(
              "Invalid (?:source|destination) '([^']+)' of sequence flow '([^']+)'",
              "%s is not there any more, but the line %s is; draw it to something else or delete it"),
          Phrase.of(
              "Exclusive Gateway '([^']+)' has only one outgoing sequence flow",
              "%s has one line left, and that has a condition; draw the others or delete the condition"),
          Phrase.of(
              "Invalid reference in 'bpmnElement' attribute, \\w+ (\\w+?) ?not found",
              "the drawing shows %s, which is not there any more; delete it in the Modeler"),
          Phrase.of(
              "(?:TTL|[Tt]ime ?[Tt]o ?[Ll]ive).*(?:null|empty)",
              "the process has no time to live; set History cleanup, Time to live, such as P730D"),
          Phrase.of(
              "One of the attributes 'class', 'delegateExpression'",
              "a service task calls no building block; choose one with Select template"),
          Phrase.of(
              "Could not parse '[^']+'\\. (.*)",
              "is torn and cannot be read; take the last good copy (%s)"));

  private InWords() {}

  /** The sentence; empty when another problem says the same. */
  static Optional<String> of(Problem problem) {
    String place = problem.getMainElementId();
    String sentence = of(problem.getMessage());
    boolean tells = place == null || sentence.contains(place);
    return sentence.isEmpty()
        ? Optional.empty()
        : Optional.of(
            (problem.getLine() > 0 ? "line " + problem.getLine() + ": " : "")
                + sentence
                + (tells ? "" : " (" + place + ")"));
  }

  static String of(String message) {
    for (Phrase phrase : PHRASES) {
      Matcher said = phrase.said().matcher(message);
      if (said.matches()) {
        Object[] names = new Object[said.groupCount()];
        for (int i = 0; i < names.length; i++) {
          names[i] = said.group(i + 1);
        }
        return phrase.sentence().formatted(names);
      }
    }
    return message;
  }
}
