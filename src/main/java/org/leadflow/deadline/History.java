package org.leadflow.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.Lead;

/** From when the deadlines of a lead are counted, by what happened to it. */
record History(Lead lead, List<DeadlineEvent> events) {

  Instant begin(Deadline deadline) {
    Instant assigned = Objects.requireNonNullElse(lead.assignedOn(), lead.createdOn());
    return switch (deadline) {
      case FIRST_RESPONSE -> assigned;
      case NEXT_STEP -> latest(Stream.of(assigned, lead.firstRespondedOn(), lastAnswer()));
      case QUALIFICATION ->
          latest(
              Stream.concat(
                  Stream.of(lead.createdOn()),
                  events.stream()
                      .filter(
                          event ->
                              event.deadline() == deadline
                                  && (event.what() == Happened.BEGUN
                                      || event.what() == Happened.REROUTED))
                      .map(DeadlineEvent::happenedOn)));
    };
  }

  private @Nullable Instant lastAnswer() {
    return events.stream()
        .filter(DeadlineEvent::isAnswer)
        .reduce((one, next) -> next)
        .map(last -> last.what() == Happened.WAITING ? last.dueOn() : last.happenedOn())
        .orElse(null);
  }

  /** What happened as the deadline began, such as being missed, became of the one before. */
  boolean knows(Deadline deadline, Happened what, Instant since) {
    return events.stream()
        .anyMatch(
            event ->
                event.deadline() == deadline
                    && event.what() == what
                    && event.happenedOn().isAfter(since));
  }

  /** The spans in which the customer had asked for time, from a moment on. */
  List<Span> pauses(Instant since) {
    return events.stream()
        .filter(event -> event.what() == Happened.WAITING && event.dueOn() != null)
        .map(event -> new Span(event.happenedOn(), endOf(event)))
        .filter(span -> span.until().isAfter(since))
        .map(span -> new Span(latest(Stream.of(span.from(), since)), span.until()))
        .toList();
  }

  /** Whoever answers sooner ends it. */
  private Instant endOf(DeadlineEvent waiting) {
    return events.stream()
        .filter(DeadlineEvent::isAnswer)
        .map(DeadlineEvent::happenedOn)
        .filter(waiting.happenedOn()::isBefore)
        .filter(waiting.dueOn()::isAfter)
        .findFirst()
        .orElse(waiting.dueOn());
  }

  long count(Happened what) {
    return events.stream().filter(event -> event.what() == what).count();
  }

  private static Instant latest(Stream<@Nullable Instant> all) {
    return all.filter(Objects::nonNull).reduce((a, b) -> a.isBefore(b) ? b : a).orElseThrow();
  }

  /** From one moment to another. */
  record Span(Instant from, Instant until) {}
}
