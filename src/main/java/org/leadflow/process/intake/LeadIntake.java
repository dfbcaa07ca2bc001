package org.leadflow.process.intake;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.leadflow.duplicates.IntakeDuplicates.Outcome;

/** Names of {@code lead-intake.bpmn}, spelled once. */
public final class LeadIntake {

  public static final String COMPLETE_DATA = "UserTask_CompleteData";
  public static final String DATA_CAME_ELSEWHERE = "DataCameElsewhere";
  public static final String GOES_ON_BY_ITSELF = "BoundaryEvent_DataCameElsewhere";
  public static final String DECIDE_DUPLICATE = "UserTask_DecideDuplicate";

  /** Until when somebody may decide about a duplicate. */
  static final String DUPLICATE_DUE_ON = "duplicateDueOn";

  private LeadIntake() {}

  /** Tells the gateways what came of looking for duplicates. */
  static void cameOut(DelegateExecution execution, Outcome outcome) {
    execution.setVariable("duplicate", outcome.name().toLowerCase(Locale.ROOT));
    if (outcome == Outcome.MERGED) {
      execution.setVariable("leadClosed", true);
    }
  }
}
