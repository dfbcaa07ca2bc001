package org.leadflow.process.routing;

import org.leadflow.process.waiting.WaitingLeads;

/** Names of {@code lead-routing.bpmn}, spelled once. */
public final class LeadRouting {

  public static final String KEY = "lead-routing";
  public static final String TRIAGE_LEAD = "UserTask_TriageLead";
  public static final String WAITING = WaitingLeads.WAITING;
  public static final String OFFER = "CallActivity_Offer";

  private LeadRouting() {}
}
