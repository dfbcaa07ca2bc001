package org.leadflow.process.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.leadflow.process.picture.LeadWay.Step;
import org.leadflow.process.picture.LeadWay.Stretch;
import org.springframework.stereotype.Service;

/** Reads from the engine's history where leads went. */
@Service
public class LeadWays {

  private final HistoryService history;
  private final RepositoryService repository;
  private final Steps steps;

  LeadWays(HistoryService history, RepositoryService repository, Steps steps) {
    this.history = history;
    this.repository = repository;
    this.steps = steps;
  }

  /**
   * The way of a lead; whether the caller may see it is asked before.
   *
   * @param opportunityId what it became, whose pursuit belongs to the way; empty for none, or when
   *     it is not to be shown
   */
  public LeadWay of(UUID leadId, Optional<UUID> opportunityId) {
    List<HistoricProcessInstance> runs = new ArrayList<>(runsOf(leadId));
    opportunityId.ifPresent(id -> runs.addAll(runsOf(id)));
    Map<String, List<HistoricProcessInstance>> byVersion = new LinkedHashMap<>();
    runs.forEach(
        run ->
            byVersion
                .computeIfAbsent(run.getProcessDefinitionId(), id -> new ArrayList<>())
                .add(run));
    // What an operator has removed cannot be drawn any more.
    byVersion.keySet().removeIf(this::isGone);
    return LeadWay.of(leadId, byVersion.values().stream().map(this::stretch).toList());
  }

  /** The diagram of a stretch, in the version that the lead runs on. */
  public BpmnModelInstance diagram(Stretch stretch) {
    String definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(stretch.process())
            .processDefinitionVersion(stretch.version())
            .singleResult()
            .getId();
    return repository.getBpmnModelInstance(definition);
  }

  private boolean isGone(String definition) {
    return repository.createProcessDefinitionQuery().processDefinitionId(definition).count() == 0;
  }

  private List<HistoricProcessInstance> runsOf(UUID businessKey) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(businessKey.toString())
        .orderByProcessInstanceStartTime()
        .asc()
        .list();
  }

  private Stretch stretch(List<HistoricProcessInstance> runs) {
    HistoricProcessInstance first = runs.get(0);
    HistoricProcessInstance last = runs.get(runs.size() - 1);
    var lines = new TakenLines(repository.getBpmnModelInstance(first.getProcessDefinitionId()));
    List<Step> all = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      List<Step> some = steps.of(runs.get(i), i + 1);
      lines.follow(some);
      all.addAll(some);
    }
    boolean under =
        runs.stream().map(HistoricProcessInstance::getEndTime).anyMatch(Objects::isNull);
    return new Stretch(
        first.getProcessDefinitionKey(),
        first.getProcessDefinitionName(),
        first.getProcessDefinitionVersion(),
        runs.size(),
        first.getStartTime().toInstant(),
        under ? null : last.getEndTime().toInstant(),
        all,
        lines.taken());
  }
}
