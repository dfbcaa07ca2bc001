package org.leadflow.process.qualification;

/** Names of {@code lead-qualification.bpmn}, spelled once. */
public final class LeadQualification {

  public static final String KEY = "lead-qualification";
  public static final String WORK_LEAD = "UserTask_WorkLead";
  public static final String APPROVE_CONVERSION = "UserTask_ApproveConversion";

  private LeadQualification() {}
}
