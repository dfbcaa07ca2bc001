package org.leadflow.process.operations;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What went wrong for good: steps that failed until their retries were used up, each with its lead.
 */
@Component
public class Incidents {

  private static final int NEWEST = 200;

  private final RuntimeService runtime;
  private final ManagementService management;

  Incidents(RuntimeService runtime, ManagementService management) {
    this.runtime = runtime;
    this.management = management;
  }

  /** The newest open ones, at most 200. */
  public List<OpenIncident> open() {
    return runtime
        .createIncidentQuery()
        .orderByIncidentTimestamp()
        .desc()
        .listPage(0, NEWEST)
        .stream()
        .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
        .map(this::describe)
        .toList();
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

  private OpenIncident describe(Incident incident) {
    ProcessInstance instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(incident.getProcessInstanceId())
            .singleResult();
    return new OpenIncident(
        incident.getId(),
        instance == null ? null : instance.getBusinessKey(),
        incident.getActivityId(),
        incident.getIncidentTimestamp().toInstant(),
        incident.getIncidentMessage());
  }

  /**
   * An open incident.
   *
   * @param leadId the lead, or in opportunity-pursuit the opportunity, that waits because of it
   * @param element the element of the diagram where it failed
   * @param message what failed, without values
   */
  public record OpenIncident(
      String incidentId,
      @Nullable String leadId,
      String element,
      Instant since,
      @Nullable String message) {}
}
