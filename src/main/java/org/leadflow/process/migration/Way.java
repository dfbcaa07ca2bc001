package org.leadflow.process.migration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.process.migration.MigrationReport.Element;

/** The way from one version of a process to another, element by element. */
record Way(
    Move move,
    ProcessDefinition from,
    MigrationPlan plan,
    BpmnModelInstance diagram,
    NewTimers timers) {

  /**
   * @throws Refused with every element that cannot go where it is told to
   */
  static Way of(Move move, ProcessEngine engine, List<TimesOfTimers> known) {
    RepositoryService repository = engine.getRepositoryService();
    ProcessDefinition from = version(repository, move.process(), "from", move.from());
    ProcessDefinition to = version(repository, move.process(), "to", move.to());
    if (move.from() == move.to()) {
      throw refused("to", "must be another version than from");
    }
    BpmnModelInstance diagram = repository.getBpmnModelInstance(from.getId());
    BpmnModelInstance target = repository.getBpmnModelInstance(to.getId());
    elementsAreThere(move, diagram, target);
    var builder = engine.getRuntimeService().createMigrationPlan(from.getId(), to.getId());
    try {
      builder.mapEqualActivities();
      move.mapping().forEach(builder::mapActivities);
      MigrationPlan plan = builder.build();
      return new Way(move, from, plan, diagram, new NewTimers(plan, diagram, target, known));
    } catch (MigrationPlanValidationException impossible) {
      throw refused(
          "mapping",
          impossible.getValidationReport().getInstructionReports().stream()
              .map(
                  report ->
                      report.getMigrationInstruction().getSourceActivityId()
                          + ": "
                          + String.join(" ", report.getFailures()))
              .collect(Collectors.joining("; ")));
    } catch (BadUserRequestException wrong) {
      throw refused("mapping", wrong.getMessage());
    }
  }

  private static ProcessDefinition version(
      RepositoryService repository, String process, String field, int version) {
    ProcessDefinition found =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(process)
            .processDefinitionVersion(version)
            .singleResult();
    if (found == null) {
      throw refused(field, "there is no version " + version + " of " + process);
    }
    return found;
  }

  private static void elementsAreThere(Move move, BpmnModelInstance from, BpmnModelInstance to) {
    List<FieldFault> faults = new ArrayList<>();
    if (new HashSet<>(move.mapping().values()).size() < move.mapping().size()) {
      faults.add(fault("two elements go on in one, and nobody could take that back"));
    }
    new TreeMap<>(move.mapping())
        .forEach(
            (source, target) -> {
              if (from.getModelElementById(source) == null) {
                faults.add(fault("version " + move.from() + " has no element " + source));
              }
              if (to.getModelElementById(target) == null) {
                faults.add(fault("version " + move.to() + " has no element " + target));
              }
            });
    if (!faults.isEmpty()) {
      throw Refused.invalid("invalid", "The migration cannot be planned.", faults);
    }
  }

  private static FieldFault fault(String sentence) {
    return new FieldFault("mapping", sentence);
  }

  private static Refused refused(String field, String sentence) {
    return Refused.invalid(
        "invalid", "The migration cannot be planned.", List.of(new FieldFault(field, sentence)));
  }

  /** Where some wait now, and where they go. */
  List<Element> elements(ProcessEngine engine) {
    Map<String, String> goes =
        plan.getInstructions().stream()
            .collect(
                Collectors.toMap(
                    MigrationInstruction::getSourceActivityId,
                    MigrationInstruction::getTargetActivityId));
    return engine.getManagementService().createActivityStatisticsQuery(from.getId()).list().stream()
        .filter(element -> element.getInstances() > 0)
        .map(
            element ->
                new Element(
                    element.getId(),
                    name(element.getId()),
                    element.getInstances(),
                    goes.get(element.getId())))
        .toList();
  }

  /** The label of an element; null when it has none. */
  @Nullable String name(String element) {
    return diagram.getModelElementById(element) instanceof FlowElement drawn
        ? drawn.getName()
        : null;
  }
}
