package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * Messages that are caught are sent, and where a lead must not stay for ever it is told to go on.
 */
final class MessageRules {

  private final HouseDiagram diagram;
  private final List<String> findings = new ArrayList<>();

  private MessageRules(HouseDiagram diagram) {
    this.diagram = diagram;
  }

  static List<String> findings(HouseDiagram diagram) {
    var rules = new MessageRules(diagram);
    diagram.all(CatchEvent.class).forEach(rules::sent);
    diagram.all(UserTask.class).forEach(rules::goesOn);
    diagram.all(EventBasedGateway.class).forEach(rules::goesOn);
    return rules.findings;
  }

  private void sent(CatchEvent event) {
    HouseDiagram.message(event)
        .ifPresent(
            message -> {
              boolean begins = event instanceof StartEvent;
              Map<String, String> right = begins ? Expected.BEGINNINGS : Expected.NEWS;
              if (!Expected.messages().contains(message)) {
                findings.add(
                    "%s catches the message %s, which nobody sends, so it would wait for ever%s"
                        .formatted(
                            called(event), message, DidYouMean.askOrTell(message, right.keySet())));
              } else if (!right.containsKey(message)) {
                findings.add(
                    "%s catches the message %s, which %s"
                        .formatted(
                            called(event),
                            message,
                            begins
                                ? "is sent to a lead on its way and begins nothing; catch it at the"
                                    + " border of a task"
                                : "begins a process; catch it with a start event"));
              }
            });
  }

  private void goesOn(UserTask task) {
    Expected.taskOf(diagram.listeners(task))
        .ifPresent(
            kind -> {
              String timer = Expected.TIMED.get(kind);
              if (timer != null && ending(task).noneMatch(MessageRules::isTimer)) {
                findings.add(
                    ("%s may never be answered, and then the lead would wait for ever; put a timer"
                            + " with %s to its border, one that interrupts it")
                        .formatted(called(task), timer));
              }
              String message = Expected.HEARD.get(kind);
              if (message != null && ending(task).noneMatch(event -> catches(event, message))) {
                findings.add(
                    ("nothing at %s catches the message %s, by which the lead goes on when %s; put a"
                            + " message event to its border, one that interrupts it")
                        .formatted(called(task), message, Expected.NEWS.get(message)));
              }
            });
  }

  private void goesOn(EventBasedGateway gateway) {
    if (Expected.WAITING.equals(gateway.getId())
        && diagram.outgoing(gateway).stream()
            .map(SequenceFlow::getTarget)
            .noneMatch(next -> next instanceof Event event && catches(event, Expected.ASSIGNED))) {
      findings.add(
          ("nothing behind %s catches the message %s, by which the lead goes on when %s; put a"
                  + " message event behind it")
              .formatted(called(gateway), Expected.ASSIGNED, Expected.NEWS.get(Expected.ASSIGNED)));
    }
  }

  /** The events at whose coming a task ends. */
  private Stream<BoundaryEvent> ending(UserTask task) {
    return diagram.eventsAt(task).stream().filter(BoundaryEvent::cancelActivity);
  }

  private static boolean isTimer(Event event) {
    return !event.getChildElementsByType(TimerEventDefinition.class).isEmpty();
  }

  private static boolean catches(Event event, String message) {
    return HouseDiagram.message(event).filter(message::equals).isPresent();
  }
}
