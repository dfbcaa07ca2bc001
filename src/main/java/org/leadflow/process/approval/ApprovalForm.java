package org.leadflow.process.approval;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.leadflow.process.FormFields;
import org.leadflow.qualification.approval.ApprovalAnswer;

/** The answers of {@code approve-conversion.form}, read, and for the API written. */
final class ApprovalForm {

  static final String ANSWER = "approvalAnswer";
  static final String REASON = "approvalReason";
  static final Set<String> FIELDS = Set.of(ANSWER, REASON);

  private ApprovalForm() {}

  /** Throws a refusal that names the field when it cannot be understood. */
  static ApprovalAnswer read(VariableScope scope) {
    FormFields fields = FormFields.in(scope);
    return switch (fields.required(ANSWER)) {
      case "approve" -> new ApprovalAnswer.Approved();
      case "sendBack" -> new ApprovalAnswer.SentBack(reason(fields));
      default -> throw FormFields.refused(ANSWER, "must be approve or sendBack");
    };
  }

  private static String reason(FormFields fields) {
    fields.required(REASON);
    return fields.limited(REASON, 1000);
  }

  /** The same answer as Tasklist would send it. */
  static Map<String, Object> write(ApprovalAnswer answer) {
    return answer instanceof ApprovalAnswer.SentBack back
        ? Map.of(ANSWER, "sendBack", REASON, back.reason())
        : Map.of(ANSWER, "approve");
  }
}
