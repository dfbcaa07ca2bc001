package org.leadflow.process.picture;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.jspecify.annotations.Nullable;
import org.leadflow.process.picture.ProcessFigures.Element;
import org.springframework.stereotype.Service;

/** Tells what all leads together did in a process; whether the caller may know is asked before. */
@Service
public class FiguresOfProcesses {

  /** How long whoever asks waits for what ended since the steps were counted last, per version. */
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final RepositoryService repository;
  private final StepCounting counting;
  private final FigureRows rows;

  FiguresOfProcesses(RepositoryService repository, StepCounting counting, FigureRows rows) {
    this.repository = repository;
    this.counting = counting;
    this.rows = rows;
  }

  /** The newest version of each process, by id. */
  public List<Known> processes() {
    return repository.createProcessDefinitionQuery().latestVersion().list().stream()
        .map(
            each ->
                new Known(
                    each.getKey(),
                    each.getName(),
                    rows.running(ids(versions(each.getKey()))),
                    rows.failed(ids(versions(each.getKey()))).values().stream()
                        .mapToLong(Long::longValue)
                        .sum()))
        .sorted((one, other) -> one.process().compareTo(other.process()))
        .toList();
  }

  /**
   * A process that is deployed.
   *
   * @param running how many are under way now, on all versions
   * @param failed how many steps of them failed until an operator has to look
   */
  public record Known(String process, @Nullable String name, long running, long failed) {}

  /**
   * The figures of one process.
   *
   * @param version null for all together
   * @return empty when there is no such process or version
   */
  public Optional<ProcessFigures> of(
      String process, @Nullable Integer version, LocalDate from, LocalDate to) {
    List<ProcessDefinition> all = versions(process);
    List<ProcessDefinition> wanted =
        all.stream().filter(each -> version == null || each.getVersion() == version).toList();
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    counting.catchUp(wanted, PATIENCE);
    return Optional.of(figures(version, all, wanted, from, to));
  }

  /** The diagram that the figures of this version are drawn on; of all versions the newest. */
  public BpmnModelInstance diagram(ProcessFigures figures) {
    return repository.getBpmnModelInstance(
        versions(figures.process()).stream()
            .filter(each -> figures.version() == null || each.getVersion() == figures.version())
            .findFirst()
            .orElseThrow()
            .getId());
  }

  private List<ProcessDefinition> versions(String process) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(process)
        .orderByProcessDefinitionVersion()
        .desc()
        .list();
  }

  private static List<String> ids(List<ProcessDefinition> versions) {
    return versions.stream().map(ProcessDefinition::getId).toList();
  }

  private ProcessFigures figures(
      @Nullable Integer version,
      List<ProcessDefinition> all,
      List<ProcessDefinition> wanted,
      LocalDate from,
      LocalDate to) {
    List<String> ids = ids(wanted);
    Map<String, StepDurations> steps = rows.steps(ids, from, to);
    Map<String, Long> now = rows.now(ids);
    Map<String, Long> failed = rows.failed(ids);
    Map<String, FlowNode> drawn = drawn(wanted.get(0));
    long begun =
        drawn.values().stream()
            .filter(StartEvent.class::isInstance)
            .mapToLong(start -> times(steps, start.getId()))
            .sum();
    Set<String> gone = new TreeSet<>(steps.keySet());
    gone.addAll(now.keySet());
    gone.removeAll(drawn.keySet());
    List<String> order = new ArrayList<>(drawn.keySet());
    order.addAll(gone);
    return new ProcessFigures(
        wanted.get(0).getKey(),
        wanted.get(0).getName(),
        version,
        all.stream().map(ProcessDefinition::getVersion).toList(),
        from,
        to,
        rows.countedUntil(ids),
        begun,
        rows.running(ids),
        order.stream()
            .map(
                id ->
                    element(
                        id,
                        drawn.get(id),
                        steps.getOrDefault(id, new StepDurations()),
                        begun,
                        now.getOrDefault(id, 0L),
                        failed.getOrDefault(id, 0L)))
            .toList());
  }

  private static Element element(
      String id, @Nullable FlowNode node, StepDurations steps, long begun, long now, long failed) {
    boolean any = steps.times() > 0;
    return new Element(
        id,
        node == null ? null : node.getName(),
        node == null ? null : node.getElementType().getTypeName(),
        steps.times(),
        begun == 0 ? null : Math.round(steps.times() * 100.0 / begun) / 100.0,
        any ? steps.within(0.5) : null,
        any ? steps.within(0.9) : null,
        now,
        failed);
  }

  private static long times(Map<String, StepDurations> steps, String element) {
    return steps.containsKey(element) ? steps.get(element).times() : 0;
  }

  /** The elements of a diagram, in the order of its file and then by kind. */
  private Map<String, FlowNode> drawn(ProcessDefinition version) {
    BpmnModelInstance diagram = repository.getBpmnModelInstance(version.getId());
    return Stream.concat(
            diagram.getModelElementsByType(Process.class).stream()
                .flatMap(process -> process.getFlowElements().stream())
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast),
            diagram.getModelElementsByType(FlowNode.class).stream())
        .collect(
            Collectors.toMap(
                FlowNode::getId, node -> node, (one, same) -> one, LinkedHashMap::new));
  }
}
