package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** The time of a timer is one that the engine understands, or a variable that holds one. */
final class TimerRules {

  private static final String WORKING_TIME =
      "; working time is the step Find working time in front of it, and ${workingTime} here";

  private final List<String> findings = new ArrayList<>();
  private final Event event;

  private TimerRules(Event event) {
    this.event = event;
  }

  static List<String> findings(HouseDiagram diagram) {
    List<String> findings = new ArrayList<>();
    for (Event event : diagram.all(Event.class)) {
      var rules = new TimerRules(event);
      event.getChildElementsByType(TimerEventDefinition.class).forEach(rules::timer);
      findings.addAll(rules.findings);
    }
    return findings;
  }

  private void timer(TimerEventDefinition timer) {
    look(
        timer.getTimeDate(),
        new DueDateBusinessCalendar(),
        "no date; write one such as 2027-03-31T17:00:00, or a variable such as ${waitUntil}");
    look(
        timer.getTimeDuration(),
        new DurationBusinessCalendar(),
        "no duration; write PT4H for four hours, PT30M for half an hour, P2D for two days");
    look(
        timer.getTimeCycle(),
        new CycleBusinessCalendar(),
        "no repetition; write R3/PT4H for three times, four hours apart");
  }

  private void look(@Nullable ModelElementInstance written, BusinessCalendar engine, String how) {
    if (written == null) {
      return;
    }
    String time = written.getTextContent().strip();
    // What a variable holds is asked elsewhere.
    if (!time.contains("${") && !time.contains("#{") && !isUnderstood(time, engine)) {
      findings.add(
          "%s waits for \"%s\", which is %s%s".formatted(called(event), time, how, WORKING_TIME));
    }
  }

  private static boolean isUnderstood(String time, BusinessCalendar engine) {
    try {
      return engine.resolveDuedate(time) != null;
    } catch (RuntimeException notUnderstood) {
      return false;
    }
  }
}
