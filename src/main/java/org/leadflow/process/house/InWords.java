package org.leadflow.process.house;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.Problem;
import org.jspecify.annotations.Nullable;

/** What the engine and the XML reader say about a diagram, in words for somebody who draws one. */
final class InWords {

  /** A way to say something; an empty sentence is said already by another one. */
  private record Phrase(Pattern said, String sentence) {

    private static Phrase of(String said, String sentence) {
      return new Phrase(Pattern.compile("(?s).*(?:" + said + ").*"), sentence);
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
              "(?:TTL|[Tt]ime ?[Tt]o ?[Ll]ive).*(?:null|empty)|Null historyTimeToLive",
              "has no time to live; set History cleanup, Time to live, such as P730D"),
          Phrase.of(
              "One of the attributes 'class', 'delegateExpression'",
              WiringRules.NO_BLOCK + "; choose one with Select template"),
          Phrase.of(
              "Cannot parse historyTimeToLive|[Tt]ime ?[Tt]o ?[Ll]ive",
              "has a time to live that is none; write a number of days, such as P730D"),
          Phrase.of(
              "Timer needs configuration",
              "has no time; choose Date and write a variable such as ${waitUntil}, or choose Duration"
                  + " and write PT4H"),
          Phrase.of(
              "messageRef' is required|no message with id|message event subscription with an empty",
              "names no message; choose one under Message"),
          Phrase.of(
              "more than one message event subscription with name '([^']+)'",
              "more than one start event catches the message %s; one is enough"),
          Phrase.of(
              "multiple none start events", "there is more than one plain start event; keep one"),
          Phrase.of("must define a startEvent", "there is no start event; draw one"),
          Phrase.of(
              "Invalid incoming sequenceflow for intermediateCatchEvent with id '([^']+)'",
              "to %s, which stands behind a gateway that waits for events, no other line may lead"),
          Phrase.of(
              "Unsupported (?:intermediate catch|boundary) event type",
              "waits for nothing; make it a timer or a message with Change element"),
          Phrase.of(
              "Missing attribute 'calledElement'",
              "calls no process; write its name under Called element, such as lead-offer"),
          Phrase.of(
              "Could not parse '[^']+'\\. (.*)",
              "is torn and cannot be read; take the last good copy (%s)"));

  private InWords() {}

  /** The sentence; empty when another problem says the same. */
  static Optional<String> of(Problem problem, @Nullable HouseDiagram read) {
    String place = problem.getMainElementId();
    String sentence = of(problem.getMessage());
    boolean tells = place == null || sentence.contains(place);
    String called = tells ? "" : read == null ? place : read.calledById(place).orElse(place);
    return sentence.isEmpty()
        ? Optional.empty()
        : Optional.of(
            (problem.getLine() > 0 ? "line " + problem.getLine() + ": " : "")
                + (tells ? "" : called + ": ")
                + sentence);
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
