package org.leadflow.process.opportunity;

import org.camunda.bpm.engine.RuntimeService;
import org.leadflow.customer.Pursuit.OpportunityOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process of a new opportunity, in the transaction that opens it. */
@Component
class Pursuing {

  /** Key of {@code opportunity-pursuit.bpmn}. */
  static final String KEY = "opportunity-pursuit";

  private final RuntimeService runtime;

  Pursuing(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @EventListener
  void pursue(OpportunityOpened opened) {
    runtime.startProcessInstanceByKey(KEY, opened.opportunityId().toString());
  }
}
