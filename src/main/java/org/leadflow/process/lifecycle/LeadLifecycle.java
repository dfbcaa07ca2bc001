package org.leadflow.process.lifecycle;

/** Names of {@code lead-lifecycle.bpmn}, spelled once. */
public final class LeadLifecycle {

  public static final String KEY = "lead-lifecycle";
  public static final String ROUTING = "CallActivity_Routing";
  public static final String QUALIFICATION = "CallActivity_Qualification";
  public static final String LEAD_RETRIED = "LeadRetried";
  public static final String LEAD_REACTIVATED = "LeadReactivated";

  private LeadLifecycle() {}
}
