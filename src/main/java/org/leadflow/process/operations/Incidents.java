package org.leadflow.process.operations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What went wrong for good: steps that failed until their retries were used up, each with its lead.
 */
@Component
public class Incidents {

  private static final String ENGINE = "engine";
  private static final int NEWEST = 200;

  /** Retried with one request; of more there is another press of the button. */
  private static final int TOGETHER = 1000;

  private static final String KINDS =
      """
      SELECT proc_def_id_, activity_id_, failed_activity_id_, incident_msg_, count(*) AS how_many, min(incident_timestamp_) AS oldest,
        max(incident_timestamp_) AS newest, min(id_) AS example
      FROM act_ru_incident WHERE id_ = root_cause_incident_id_
      GROUP BY proc_def_id_, activity_id_, failed_activity_id_, incident_msg_ ORDER BY count(*) DESC, min(id_)
      FETCH FIRST 100 ROWS ONLY
      """;

  private static final String OF_KIND =
      """
      SELECT configuration_ FROM act_ru_incident
      WHERE id_ = root_cause_incident_id_ AND configuration_ IS NOT NULL AND COALESCE(proc_def_id_, '') = :definition
        AND COALESCE(activity_id_, '') = :element AND COALESCE(failed_activity_id_, '') = :failed AND (incident_msg_ = :message OR incident_msg_ IS NULL AND :message = '')
      ORDER BY incident_timestamp_ FETCH FIRST %d ROWS ONLY
      """
          .formatted(TOGETHER);

  private final RuntimeService runtime;
  private final ManagementService management;
  private final RepositoryService repository;
  private final JdbcClient jdbc;

  Incidents(
      RuntimeService runtime,
      ManagementService management,
      RepositoryService repository,
      JdbcClient jdbc) {
    this.runtime = runtime;
    this.management = management;
    this.repository = repository;
    this.jdbc = jdbc;
  }

  /**
   * Open incidents that failed at the same place for the same reason.
   *
   * @param process the key of the process
   * @param version of the process
   * @param element where it failed, which may be in a process that this one calls
   * @param name of the element as the diagram says it; its id where that does not know it
   * @param example one of them, by which {@link #retryLike} knows the kind
   */
  public record Kind(
      String process,
      String version,
      String element,
      String name,
      @Nullable String message,
      long count,
      Instant oldest,
      Instant newest,
      String example) {}

  /** The kinds of open incidents, the most frequent first, at most 100. */
  public List<Kind> kinds() {
    return jdbc.sql(KINDS)
        .query(
            (row, number) -> {
              String definitionId = definitionOf(row.getString("proc_def_id_"));
              String[] definition = definitionId.split(":");
              String failed = row.getString("failed_activity_id_");
              String element =
                  Objects.requireNonNullElse(
                      failed == null ? row.getString("activity_id_") : failed, "");
              return new Kind(
                  definition[0],
                  definition.length > 1 ? definition[1] : "",
                  element,
                  name(definitionId, element),
                  row.getString("incident_msg_"),
                  row.getLong("how_many"),
                  row.getTimestamp("oldest").toInstant(),
                  row.getTimestamp("newest").toInstant(),
                  row.getString("example"));
            })
        .list();
  }

  /** What the engine does for itself, like cleaning up its history, belongs to no process. */
  private static String definitionOf(@Nullable String definitionId) {
    return definitionId == null ? ENGINE : definitionId;
  }

  private String name(String definitionId, String elementId) {
    if (definitionId.equals(ENGINE)) {
      return elementId;
    }
    ModelElementInstance element =
        repository.getBpmnModelInstance(definitionId).getModelElementById(elementId);
    String name = element == null ? null : element.getAttributeValue("name");
    return name == null ? elementId : name.replace('\n', ' ');
  }

  /**
   * Lets all steps that failed like this one be tried again, the oldest first and at most a
   * thousand of them.
   *
   * @return how many; 0 when there is no such incident any more
   */
  public int retryLike(String incidentId) {
    Incident like = runtime.createIncidentQuery().incidentId(incidentId).singleResult();
    if (like == null) {
      return 0;
    }
    String message = like.getIncidentMessage();
    List<String> jobs =
        jdbc.sql(OF_KIND)
            .param("definition", Objects.requireNonNullElse(like.getProcessDefinitionId(), ""))
            .param("element", Objects.requireNonNullElse(like.getActivityId(), ""))
            .param("failed", Objects.requireNonNullElse(like.getFailedActivityId(), ""))
            .param("message", Objects.requireNonNullElse(message, ""))
            .query(String.class)
            .list();
    if (!jobs.isEmpty()) {
      management.setJobRetries(jobs, 1);
    }
    return jobs.size();
  }

  /** The newest open ones, at most 200. */
  public List<OpenIncident> open() {
    List<Incident> newest =
        runtime.createIncidentQuery().orderByIncidentTimestamp().desc().listPage(0, NEWEST).stream()
            .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
            .toList();
    Map<String, String> keys = businessKeys(newest);
    return newest.stream()
        .map(
            incident ->
                new OpenIncident(
                    incident.getId(),
                    definitionOf(incident.getProcessDefinitionId()).split(":")[0],
                    keys.get(incident.getProcessInstanceId()),
                    incident.getActivityId(),
                    incident.getIncidentTimestamp().toInstant(),
                    incident.getIncidentMessage()))
        .toList();
  }

  private Map<String, String> businessKeys(List<Incident> incidents) {
    Set<String> instances =
        incidents.stream()
            .map(Incident::getProcessInstanceId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return instances.isEmpty()
        ? Map.of()
        : runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
            .filter(instance -> instance.getBusinessKey() != null)
            .collect(
                Collectors.toMap(
                    ProcessInstance::getProcessInstanceId, ProcessInstance::getBusinessKey));
  }

  /** Lets the failed step be tried again at once; false when there is no such incident any more. */
  public boolean retry(String incidentId) {
    Incident incident = runtime.createIncidentQuery().incidentId(incidentId).singleResult();
    if (incident == null || incident.getConfiguration() == null) {
      return false;
    }
    management.setJobRetries(incident.getConfiguration(), 1);
    return true;
  }

  /**
   * An open incident.
   *
   * @param process the key of its process
   * @param leadId the lead, or in opportunity-pursuit the opportunity, that waits because of it
   * @param element the element of the diagram where it failed
   * @param message what failed, without values
   */
  public record OpenIncident(
      String incidentId,
      @JsonIgnore String process,
      @Nullable String leadId,
      String element,
      Instant since,
      @Nullable String message) {}
}
