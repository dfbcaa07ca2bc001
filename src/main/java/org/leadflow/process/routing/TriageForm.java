package org.leadflow.process.routing;

import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.leadflow.organization.Owner;
import org.leadflow.process.FormFields;

/** The answers of {@code triage-lead.form}. */
final class TriageForm {

  static final String ANSWER = "triageAnswer";
  static final String OWNER_KIND = "ownerKind";
  static final String OWNER_ID = "ownerId";

  static final Set<String> FIELDS = Set.of(ANSWER, OWNER_KIND, OWNER_ID, "statusReason", "comment");

  private final FormFields fields;

  TriageForm(VariableScope scope) {
    this.fields = FormFields.in(scope);
  }

  /** Whether the lead is to be assigned; otherwise it is to be disqualified. */
  boolean assigns() {
    String answer = fields.required(ANSWER);
    if (!answer.equals("assign") && !answer.equals("disqualify")) {
      throw FormFields.refused(ANSWER, "must be assign or disqualify");
    }
    return answer.equals("assign");
  }

  Owner owner() {
    String kind = fields.required(OWNER_KIND);
    String id = fields.required(OWNER_ID);
    return switch (kind) {
      case "team" -> Owner.team(id);
      case "user" -> Owner.user(id);
      default -> throw FormFields.refused(OWNER_KIND, "must be team or user");
    };
  }
}
