package org.leadflow.process.migration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.leadflow.process.migration.MigrationReport.Timer;

/**
 * Timers that an element has in the other version and had not before. The engine sets them while it
 * moves a run and asks for the variables that say when; a run of the older version has none.
 */
final class NewTimers {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\s*(\\w+)\\s*}");

  private final Map<String, Timer> byVariable = new TreeMap<>();
  private final List<TimesOfTimers> known;

  NewTimers(
      MigrationPlan plan, BpmnModelInstance from, BpmnModelInstance to, List<TimesOfTimers> known) {
    this.known = known;
    Map<String, String> cameFrom = new HashMap<>();
    plan.getInstructions().forEach(each -> cameFrom.put(each.getTargetActivityId(), source(each)));
    for (BoundaryEvent event : to.getModelElementsByType(BoundaryEvent.class)) {
      String source = cameFrom.get(event.getAttachedTo().getId());
      if (source != null && from.getModelElementById(event.getId()) == null) {
        event
            .getChildElementsByType(TimerEventDefinition.class)
            .forEach(timer -> add(event, timer.getTextContent()));
      }
    }
  }

  private static String source(MigrationInstruction instruction) {
    return instruction.getSourceActivityId();
  }

  private void add(BoundaryEvent event, String when) {
    Matcher variable = VARIABLE.matcher(when);
    while (variable.find()) {
      String name = variable.group(1);
      boolean set = known.stream().anyMatch(each -> each.variables().contains(name));
      byVariable.put(name, new Timer(event.getId(), event.getName(), name, set));
    }
  }

  List<Timer> all() {
    return List.copyOf(byVariable.values());
  }

  /**
   * Gives runs what their timers will ask for.
   *
   * @throws ProcessEngineException when nobody knows, for the whole handful
   */
  void prepare(List<String> instances, RuntimeService runtime) {
    if (byVariable.isEmpty()) {
      return;
    }
    for (String instance : instances) {
      Set<String> missing = new TreeSet<>(byVariable.keySet());
      for (TimesOfTimers each : knowing()) {
        if (each.set(instance, key(instance, runtime))) {
          missing.removeAll(each.variables());
        }
      }
      missing.removeAll(runtime.getVariables(instance, missing).keySet());
      if (!missing.isEmpty()) {
        throw new ProcessEngineException(
            "nothing says when its new timers come; it needs the variables " + missing);
      }
    }
  }

  void moved(List<String> instances, RuntimeService runtime) {
    for (TimesOfTimers each : knowing()) {
      instances.forEach(instance -> each.moved(key(instance, runtime)));
    }
  }

  private List<TimesOfTimers> knowing() {
    return known.stream()
        .filter(each -> each.variables().stream().anyMatch(byVariable::containsKey))
        .toList();
  }

  /** Empty when the run ended meanwhile or has none. */
  private static String key(String instance, RuntimeService runtime) {
    ProcessInstance found =
        runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
    return found == null || found.getBusinessKey() == null ? "" : found.getBusinessKey();
  }
}
