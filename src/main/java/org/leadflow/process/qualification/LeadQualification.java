package org.leadflow.process.qualification;

import java.util.Map;

/** Names of {@code lead-qualification.bpmn}, spelled once. */
public final class LeadQualification {

  public static final String KEY = "lead-qualification";
  public static final String WORK_LEAD = "UserTask_WorkLead";
  public static final String APPROVE_CONVERSION = "UserTask_ApproveConversion";
  public static final String REMINDER_DUE = "BoundaryEvent_ReminderDue";
  public static final String DEADLINE_MISSED = "BoundaryEvent_DeadlineMissed";
  public static final String LEAD_LAPSES = "BoundaryEvent_LeadLapses";

  /** What each timer of the task asks for. */
  public static final Map<String, String> TIMERS =
      Map.of(REMINDER_DUE, "remindOn", DEADLINE_MISSED, "missOn", LEAD_LAPSES, "lapseOn");

  private LeadQualification() {}
}
