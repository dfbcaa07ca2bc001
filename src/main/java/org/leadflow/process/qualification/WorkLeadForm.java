package org.leadflow.process.qualification;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.StateCode;
import org.leadflow.lead.StatusCode;
import org.leadflow.process.FormFields;
import org.leadflow.qualification.Answer;
import org.leadflow.qualification.QualifyLead;
import org.leadflow.qualification.QualifyLead.NewOpportunity;
import org.leadflow.qualification.QualifyLead.OnDuplicate;
import org.leadflow.qualification.RecordType;

/** The answers of {@code work-lead.form}, read from the process and, for the API, written to it. */
public final class WorkLeadForm {

  /** What the form and the API may answer. */
  public static final Set<String> FIELDS =
      Set.of(
          "waitUntil",
          "answer",
          "statusReason",
          "comment",
          "accountWanted",
          "contactWanted",
          "opportunityWanted",
          "transactionCurrencyId",
          "opportunityCustomerId",
          "sourceCampaignId",
          "status",
          "accountId",
          "contactId",
          "opportunityId",
          "opportunityName",
          "estimatedAmount",
          "estimatedCloseDate",
          "ignoreDuplicates",
          "duplicateToken",
          "onDuplicate",
          "suppressDuplicateDetection",
          "planToken");

  /** What the form calls the fields of the API. */
  public static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("opportunityCurrencyId", "Currency"),
          Map.entry("createAccount", "Create the account?"),
          Map.entry("createContact", "Create the contact?"),
          Map.entry("createOpportunity", "Create the opportunity?"),
          Map.entry("accountId", "Existing account"),
          Map.entry("contactId", "Existing contact"),
          Map.entry("opportunityId", "Existing opportunity"),
          Map.entry("opportunity.estimatedAmount", "Estimated value"),
          Map.entry("companyName", "Company name of the lead"),
          Map.entry("statusCode", "Why is there no business?"),
          Map.entry("until", "Until when?"));

  private WorkLeadForm() {}

  /** The answer given. Throws a refusal that names the field when it cannot be understood. */
  public static Answer read(VariableScope scope) {
    FormFields fields = FormFields.in(scope);
    return switch (fields.required("answer")) {
      case "contacted" -> new Answer.Contacted();
      case "qualified" -> new Answer.Qualified(request(fields));
      case "disqualified" -> disqualification(scope);
      case "waiting" -> new Answer.Waiting(waiting(scope));
      case "handBack" -> new Answer.HandBack(fields.limited("comment", 2000));
      default ->
          throw FormFields.refused(
              "answer", "must be contacted, waiting, qualified, disqualified or handBack");
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

  /** Until when the customer asked for time. */
  public static LocalDate waiting(VariableScope scope) {
    LocalDate until = FormFields.in(scope).date("waitUntil");
    if (until == null) {
      throw FormFields.refused("waitUntil", "must be filled");
    }
    return until;
  }

  /** Empties the form for the next answer. */
  public static void clear(DelegateExecution execution) {
    execution.removeVariables(FIELDS);
  }

  private static QualifyLead request(FormFields fields) {
    return new QualifyLead(
        fields.flag("accountWanted"),
        fields.flag("contactWanted"),
        fields.flag("opportunityWanted"),
        fields.text("transactionCurrencyId"),
        fields.id("opportunityCustomerId"),
        fields.limited("sourceCampaignId", 100),
        fields.integer("status"),
        null,
        fields.id("accountId"),
        fields.id("contactId"),
        fields.id("opportunityId"),
        new NewOpportunity(
            fields.limited("opportunityName", 300),
            fields.number("estimatedAmount"),
            fields.date("estimatedCloseDate")),
        ignored(fields),
        fields.limited("duplicateToken", 2000),
        "useExact".equals(fields.text("onDuplicate")) ? OnDuplicate.USE_EXACT : null,
        fields.flag("suppressDuplicateDetection"),
        null,
        fields.limited("planToken", 100),
        fields.limited("comment", 2000));
  }

  /** The box of the form ignores all; the API names the kinds of record. */
  private static Set<RecordType> ignored(FormFields fields) {
    String text = fields.text("ignoreDuplicates");
    if (text == null || text.equals("false")) {
      return Set.of();
    }
    try {
      return text.equals("true")
          ? Set.of(RecordType.ACCOUNT, RecordType.CONTACT)
          : Arrays.stream(text.split(",")).map(RecordType::of).collect(Collectors.toSet());
    } catch (IllegalArgumentException unknown) {
      throw FormFields.refused("ignoreDuplicates", "must be true, or account, contact or both");
    }
  }

  /** The same answer as Tasklist would send it. */
  static Map<String, Object> write(Answer answer) {
    Map<String, Object> values = new HashMap<>();
    if (answer instanceof Answer.Contacted) {
      values.put("answer", "contacted");
    } else if (answer instanceof Answer.Waiting given) {
      values.put("answer", "waiting");
      values.put("waitUntil", given.until().toString());
    } else if (answer instanceof Answer.HandBack given) {
      values.put("answer", "handBack");
      put(values, "comment", given.reason());
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
      put(values, "opportunityCustomerId", request.opportunityCustomerId());
      put(values, "sourceCampaignId", request.sourceCampaignId());
      put(values, "status", request.status());
      put(values, "accountId", request.accountId());
      put(values, "contactId", request.contactId());
      put(values, "opportunityId", request.opportunityId());
      put(values, "opportunityName", request.opportunity().name());
      put(values, "estimatedAmount", request.opportunity().estimatedAmount());
      put(values, "estimatedCloseDate", request.opportunity().estimatedCloseDate());
      if (!request.ignoreDuplicates().isEmpty()) {
        put(values, "ignoreDuplicates", words(request.ignoreDuplicates()));
      }
      put(values, "duplicateToken", request.duplicateToken());
      put(
          values,
          "onDuplicate",
          request.onDuplicate() == null ? null : request.onDuplicate().word());
      put(values, "suppressDuplicateDetection", request.suppressDuplicateDetection());
      put(values, "planToken", request.planToken());
      put(values, "comment", request.comment());
    }
    return values;
  }

  private static String words(Set<RecordType> types) {
    return types.stream().map(RecordType::word).collect(Collectors.joining(","));
  }

  private static void put(Map<String, Object> values, String field, @Nullable Object value) {
    if (value != null) {
      values.put(field, value instanceof Boolean ? value : value.toString());
    }
  }
}
