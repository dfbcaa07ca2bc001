package org.leadflow.process.opportunity;

/** Names of {@code opportunity-pursuit.bpmn}, spelled once. */
public final class OpportunityPursuit {

  public static final String KEY = "opportunity-pursuit";
  public static final String CLOSE_OPPORTUNITY = "UserTask_CloseOpportunity";

  private OpportunityPursuit() {}
}
