package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * What a gateway asks, against what may have been written: a value that nobody writes is never
 * found, and one that no line takes stops the lead. What anybody may type may be anything.
 */
final class ValueRules {

  private final List<String> findings = new ArrayList<>();
  private final HouseDiagram diagram;
  private final Tracks tracks;

  private ValueRules(HouseDiagram diagram, Tracks tracks) {
    this.diagram = diagram;
    this.tracks = tracks;
  }

  static List<String> findings(HouseDiagram diagram, Tracks tracks) {
    var rules = new ValueRules(diagram, tracks);
    for (ExclusiveGateway gateway : diagram.all(ExclusiveGateway.class)) {
      Tracks.asked(diagram, gateway).forEach(variable -> rules.asked(gateway, variable));
    }
    return rules.findings;
  }

  private void asked(ExclusiveGateway gateway, String variable) {
    List<Writing> held =
        tracks.of(diagram, variable).stream()
            .flatMap(ways -> ways.before(gateway).stream())
            .filter(it -> !it.isNothing())
            .toList();
    circle(gateway, variable);
    List<Condition> lines =
        diagram.outgoing(gateway).stream().flatMap(flow -> Condition.of(flow).stream()).toList();
    Set<String> miswritten = miswritten(gateway, variable, lines, held);
    for (SequenceFlow flow : diagram.outgoing(gateway)) {
      Condition.of(flow)
          .filter(it -> it.variable().equals(variable) && !held.isEmpty())
          .filter(it -> miswritten.isEmpty())
          .flatMap(it -> wrong(it, held))
          .ifPresent(it -> findings.add(called(flow) + ", out of " + called(gateway) + ", " + it));
    }
    boolean allAskForIt =
        lines.size() == diagram.outgoing(gateway).size()
            && lines.stream().allMatch(it -> it.variable().equals(variable));
    if (gateway.getDefault() == null && allAskForIt && lines.size() > 1) {
      notTaken(gateway, variable, lines, held, miswritten);
    }
  }

  /** What an Output writes and no line takes, while a line asks for what nothing writes. */
  private Set<String> miswritten(
      ExclusiveGateway gateway, String variable, List<Condition> lines, List<Writing> held) {
    Set<String> waiting = new LinkedHashSet<>();
    lines.stream()
        .filter(it -> it.variable().equals(variable) && it.quoted())
        .map(Condition::value)
        .forEach(waiting::add);
    Set<String> taken = new LinkedHashSet<>(waiting);
    held.forEach(it -> waiting.removeAll(it.values()));
    Set<String> miswritten = new LinkedHashSet<>();
    for (Writing it : waiting.isEmpty() ? List.<Writing>of() : held) {
      for (String value : it.holds() == Writing.Holds.TEXT ? it.values() : Set.<String>of()) {
        if (!taken.contains(value)
            && !it.isAnswer()
            && !tracks.writers().isWrittenByBlock(variable, value)
            && miswritten.add(value)) {
          findings.add(
              "%s has no line for %s '%s', which %s writes%s"
                  .formatted(
                      called(gateway),
                      variable,
                      value,
                      it.by(),
                      DidYouMean.nearest(value, waiting)
                          .map(meant -> "; did you mean " + meant + " there?")
                          .orElse("; its lines ask for " + String.join(", ", taken))));
        }
      }
    }
    return miswritten;
  }

  private void circle(ExclusiveGateway gateway, String variable) {
    if (tracks
        .of(diagram, variable)
        .filter(ways -> ways.neverLeft().contains(gateway))
        .isPresent()) {
      findings.add(
          "%s is in a circle that no line ever leaves: nothing in it writes %s anew; put a block or form that does into it"
              .formatted(called(gateway), variable));
    }
  }

  private static Optional<String> wrong(Condition asked, List<Writing> held) {
    Optional<Writing> other = held.stream().filter(it -> !it.fits(asked)).findFirst();
    if (other.isPresent()) {
      return Optional.of(
          other.get().holds() == Writing.Holds.FLAG
              ? "asks whether %s is '%s', but it is yes or no; %s"
                  .formatted(asked.variable(), asked.value(), asFlag(asked))
              : "asks whether %s is true, but it is one of %s; write ${%s == '…'} with one of them"
                  .formatted(
                      asked.variable(), String.join(", ", other.get().values()), asked.variable()));
    }
    if (asked.isBare() && held.stream().anyMatch(it -> it.holds() == Writing.Holds.EMPTY)) {
      return Optional.of(
          "asks for %s, which may be missing; write ${%s == true}"
              .formatted(asked.variable(), asked.variable()));
    }
    boolean known =
        held.stream().allMatch(it -> it.isClosed() || it.holds() == Writing.Holds.EMPTY);
    return asked.quoted() && known ? neverSo(asked, held) : Optional.empty();
  }

  private static String asFlag(Condition asked) {
    return asked.value().equals("false")
        ? "make this line the default flow, and write ${%s == true} on the other"
            .formatted(asked.variable())
        : "write ${%s == true}".formatted(asked.variable());
  }

  private static Optional<String> neverSo(Condition asked, List<Writing> held) {
    Set<String> values = new LinkedHashSet<>();
    Set<String> writers = new LinkedHashSet<>();
    for (Writing it : held) {
      if (it.isClosed()) {
        values.addAll(it.values());
        writers.add(it.by());
      }
    }
    if (values.contains(asked.value()) || values.isEmpty()) {
      return Optional.empty();
    }
    boolean forms = writers.stream().allMatch(it -> it.startsWith("the form "));
    String verb = forms ? "offer" : "write";
    return Optional.of(
        "asks whether %s is '%s', which %s does not %s; it %ss %s%s"
            .formatted(
                asked.variable(),
                asked.value(),
                String.join(" or ", writers),
                verb,
                verb,
                String.join(", ", values),
                DidYouMean.ask(asked.value(), values)));
  }

  private void notTaken(
      ExclusiveGateway gateway,
      String variable,
      List<Condition> lines,
      List<Writing> held,
      Set<String> said) {
    Set<String> told = new LinkedHashSet<>();
    for (Writing it : held) {
      if (it.holds() == Writing.Holds.ANYTHING && it.isAnswer()) {
        told.add(
            "%s has no line for what else %s may be, since in %s anybody may write anything into it; offer choices there, with a radio or select"
                .formatted(called(gateway), variable, it.by()));
      }
      if (it.holds() == Writing.Holds.EMPTY) {
        told.add(
            it.isAnswer()
                ? "%s has no line for an empty %s, which %s allows; make that field required, under Validation"
                    .formatted(called(gateway), variable, it.by())
                : it.by().isEmpty()
                    ? "%s has no line for an empty %s, as its caller may hand it over; let something write it there"
                        .formatted(called(gateway), variable)
                    : "%s has no line for what ends at %s, which leaves no %s behind; give the step before it an Output %s"
                        .formatted(called(gateway), it.by(), variable, variable));
      }
      for (String value : it.values()) {
        if (!said.contains(value)
            && lines.stream().noneMatch(line -> line.isMetBy(value))
            && !tracks.writers().isRefused(variable, value)) {
          told.add(
              "%s has no line for %s '%s', which %s may %s; draw one with ${%s == '%s'}"
                  .formatted(
                      called(gateway),
                      variable,
                      value,
                      it.by(),
                      it.isAnswer() ? "answer" : "write",
                      variable,
                      value));
        }
      }
    }
    findings.addAll(told);
  }
}
