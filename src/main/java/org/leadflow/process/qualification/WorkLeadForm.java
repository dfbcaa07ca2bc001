package org.leadflow.process.qualification;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.StateCode;
import org.leadflow.lead.StatusCode;
import org.leadflow.process.FormFields;
import org.leadflow.qualification.Answer;
import org.leadflow.qualification.QualifyLead;

/** The answers of {@code work-lead.form}, read from the process and, for the API, written to it. */
public final class WorkLeadForm {

  /** What the form and its task may leave in the process. */
  static final Set<String> FIELDS =
      Set.of(
          "answer",
          "statusReason",
          "comment",
          "accountWanted",
          "contactWanted",
          "opportunityWanted",
          "transactionCurrencyId",
          "accountId",
          "contactId",
          "opportunityName",
          "estimatedAmount",
          "estimatedCloseDate",
          "leadId",
          "company",
          "score");

  private WorkLeadForm() {}

  /** The answer given. Throws a refusal that names the field when it cannot be understood. */
  static Answer read(VariableScope scope) {
    FormFields fields = FormFields.in(scope);
    return switch (fields.required("answer")) {
      case "contacted" -> new Answer.Contacted();
      case "qualified" -> new Answer.Qualified(request(fields));
      case "disqualified" -> disqualification(scope);
      case "handBack" -> new Answer.HandBack();
      default ->
          throw FormFields.refused(
              "answer", "must be contacted, qualified, disqualified or handBack");
    };
  }

  /** The reason and comment of a disqualification, which several forms have. */
  public static Answer.Disqualified disqualification(VariableScope scope) {
    FormFields fields = FormFields.in(scope);
    Integer code = fields.integer("statusReason");
    String choices = "must be one of " + StatusCode.choices(StateCode.DISQUALIFIED);
    if (code == null) {
      throw FormFields.refused("statusReason", choices);
    }
    StatusCode reason =
        StatusCode.of(code).orElseThrow(() -> FormFields.refused("statusReason", choices));
    return new Answer.Disqualified(reason, fields.limited("comment", 2000));
  }

  private static QualifyLead request(FormFields fields) {
    return new QualifyLead(
        fields.flag("accountWanted"),
        fields.flag("contactWanted"),
        fields.flag("opportunityWanted"),
        fields.text("transactionCurrencyId"),
        fields.id("accountId"),
        fields.id("contactId"),
        fields.limited("opportunityName", 300),
        fields.number("estimatedAmount"),
        fields.date("estimatedCloseDate"),
        fields.limited("comment", 2000));
  }

  /** The same answer as Tasklist would send it. */
  static Map<String, Object> write(Answer answer) {
    Map<String, Object> values = new HashMap<>();
    if (answer instanceof Answer.Contacted) {
      values.put("answer", "contacted");
    } else if (answer instanceof Answer.HandBack) {
      values.put("answer", "handBack");
    } else if (answer instanceof Answer.Disqualified given) {
      values.put("answer", "disqualified");
      values.put("statusReason", given.reason().code());
      put(values, "comment", given.comment());
    } else if (answer instanceof Answer.Qualified given) {
      QualifyLead request = given.request();
      values.put("answer", "qualified");
      put(values, "accountWanted", request.createAccount());
      put(values, "contactWanted", request.createContact());
      put(values, "opportunityWanted", request.createOpportunity());
      put(values, "transactionCurrencyId", request.opportunityCurrencyId());
      put(values, "accountId", request.accountId());
      put(values, "contactId", request.contactId());
      put(values, "opportunityName", request.opportunityName());
      put(values, "estimatedAmount", request.estimatedAmount());
      put(values, "estimatedCloseDate", request.estimatedCloseDate());
      put(values, "comment", request.comment());
    }
    return values;
  }

  private static void put(Map<String, Object> values, String field, @Nullable Object value) {
    if (value != null) {
      values.put(field, value instanceof Boolean ? value : value.toString());
    }
  }
}
