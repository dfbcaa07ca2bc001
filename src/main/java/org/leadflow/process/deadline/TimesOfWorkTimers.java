package org.leadflow.process.deadline;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.migration.TimesOfTimers;
import org.springframework.stereotype.Component;

/** Reckons the deadlines of leads that are moved to a diagram with timers for them. */
@Component
class TimesOfWorkTimers implements TimesOfTimers {

  private final LeadRecords leads;
  private final WorkTimers timers;
  private final RuntimeService runtime;

  TimesOfWorkTimers(LeadRecords leads, WorkTimers timers, RuntimeService runtime) {
    this.leads = leads;
    this.timers = timers;
    this.runtime = runtime;
  }

  @Override
  public Set<String> variables() {
    return WorkTimers.variables();
  }

  @Override
  public boolean set(String processInstanceId, String businessKey) {
    Optional<Map<String, Object>> times = lead(businessKey).map(timers::times);
    times.ifPresent(all -> runtime.setVariables(processInstanceId, all));
    return times.isPresent();
  }

  @Override
  public void moved(String businessKey) {
    lead(businessKey).ifPresent(timers::move);
  }

  private Optional<Lead> lead(String businessKey) {
    try {
      return leads.find(UUID.fromString(businessKey));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
