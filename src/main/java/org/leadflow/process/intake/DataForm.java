package org.leadflow.process.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Records;
import org.leadflow.core.Refused;
import org.leadflow.lead.DataAnswer;
import org.leadflow.process.FormFields;

/** The answers of {@code complete-data.form}, read, and for the API written. */
final class DataForm {

  private static final String ANSWER = "dataAnswer";

  /** What the form calls the fields of the API. */
  private static final Map<String, String> LABELS = labels();

  static final Set<String> FIELDS = fields();

  private DataForm() {}

  private static Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("companyName", "Company");
    labels.put("emailAddress1", "E-mail address");
    labels.put("telephone1", "Phone");
    labels.put("mobilePhone", "Mobile phone");
    labels.put("websiteUrl", "Web site");
    labels.put("address1City", "City");
    labels.put("address1Country", "Country");
    return labels;
  }

  private static Set<String> fields() {
    Set<String> fields = new HashSet<>(LABELS.keySet());
    fields.add(ANSWER);
    return Set.copyOf(fields);
  }

  /** Throws a refusal that names the field when it cannot be understood. */
  static DataAnswer read(VariableScope scope) {
    FormFields form = FormFields.in(scope);
    return switch (form.required(ANSWER)) {
      case "found" ->
          new DataAnswer.Found(
              form.text("companyName"),
              form.text("emailAddress1"),
              form.text("telephone1"),
              form.text("mobilePhone"),
              form.text("websiteUrl"),
              form.text("address1City"),
              form.text("address1Country"));
      case "nothing" -> new DataAnswer.NothingFound();
      default -> throw FormFields.refused(ANSWER, "must be found or nothing");
    };
  }

  /** The same answer as Tasklist would send it. */
  static Map<String, Object> write(DataAnswer answer) {
    Map<String, Object> form = new HashMap<>();
    if (answer instanceof DataAnswer.Found found) {
      form.put(ANSWER, "found");
      form.putAll(Records.values(found));
    } else {
      form.put(ANSWER, "nothing");
    }
    return form;
  }

  /** The same "no" with every fault in its sentence, because Tasklist shows nothing but that. */
  static Refused inItsWords(Refused refused) {
    StringBuilder sentence = new StringBuilder(refused.getMessage());
    for (FieldFault fault : refused.faults()) {
      sentence
          .append(' ')
          .append(LABELS.getOrDefault(fault.field(), fault.field()))
          .append(' ')
          .append(fault.message())
          .append('.');
    }
    return new Refused(refused.status(), refused.code(), sentence.toString(), List.of());
  }

  /** What was told of a person stands in the lead and not in the process. */
  static void clear(VariableScope scope) {
    scope.removeVariables(FIELDS);
  }
}
