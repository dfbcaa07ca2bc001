package org.leadflow.process.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.stereotype.Component;

/** What the product starts, sends and looks for is there, under the name it uses. */
@Component
final class ExpectedRules implements DiagramRule {

  @Override
  public List<String> findings(HouseDiagram diagram) {
    List<String> findings = new ArrayList<>(MessageRules.findings(diagram));
    findings.addAll(FoundRules.findings(diagram));
    return findings;
  }

  @Override
  public List<String> findings(House house) {
    List<String> findings = new ArrayList<>();
    Expected.PROCESSES.forEach(
        (process, when) -> {
          if (!house.has(process + ProcessFile.DIAGRAM)) {
            findings.add(
                "there is no %s.bpmn, which the product starts when %s".formatted(process, when));
          }
        });
    begun(house)
        .filter(
            diagram -> starts(diagram).allMatch(start -> HouseDiagram.message(start).isPresent()))
        .forEach(
            diagram ->
                findings.add(
                    diagram.file().name()
                        + ": has no plain start event, with which it is started or called; draw one"));
    Set<String> caught = caught(house);
    Expected.BEGINNINGS.forEach(
        (message, when) -> {
          // One that cannot be read may catch it.
          if (house.isAllRead() && !caught.contains(message)) {
            findings.add(
                "no start event catches the message %s, with which %s%s"
                    .formatted(message, when, near(message, caught)));
          }
        });
    return findings;
  }

  private static Stream<HouseDiagram> begun(House house) {
    Set<String> begun =
        house.diagrams().stream()
            .flatMap(diagram -> diagram.all(CallActivity.class).stream())
            .map(call -> String.valueOf(call.getCalledElement()))
            .collect(Collectors.toCollection(TreeSet::new));
    begun.addAll(Expected.PROCESSES.keySet());
    return house.diagrams().stream().filter(diagram -> begun.contains(diagram.id()));
  }

  private static Stream<StartEvent> starts(HouseDiagram diagram) {
    return diagram.all(StartEvent.class).stream();
  }

  private static Set<String> caught(House house) {
    return house.diagrams().stream()
        .flatMap(ExpectedRules::starts)
        .map(Event.class::cast)
        .map(HouseDiagram::message)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  /** The unknown name under which it is caught, perhaps by a slip. */
  private static String near(String message, Set<String> caught) {
    Set<String> unknown = new TreeSet<>(caught);
    unknown.removeAll(Expected.messages());
    return DidYouMean.nearest(message, unknown)
        .map(name -> "; is that the one called " + name + "?")
        .orElse("");
  }
}
