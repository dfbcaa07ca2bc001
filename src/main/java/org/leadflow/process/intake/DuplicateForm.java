package org.leadflow.process.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.leadflow.duplicates.DuplicateAnswer;
import org.leadflow.process.FormFields;

/** The answers of {@code decide-duplicate.form}. */
final class DuplicateForm {

  private static final String ANSWER = "duplicateAnswer";
  private static final String NUMBER = "duplicateNumber";

  static final Set<String> FIELDS = Set.of(ANSWER, NUMBER);

  private final FormFields fields;

  DuplicateForm(VariableScope scope) {
    this.fields = FormFields.in(scope);
  }

  DuplicateAnswer answer() {
    String answer = fields.required(ANSWER);
    return new DuplicateAnswer(
        Arrays.stream(DuplicateAnswer.Kind.values())
            .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(answer))
            .findFirst()
            .orElseThrow(() -> FormFields.refused(ANSWER, "must be same, customer or different")),
        fields.integer(NUMBER));
  }

  /** The same answer as a form would leave it behind. */
  static Map<String, Object> write(DuplicateAnswer answer) {
    Map<String, Object> form = new HashMap<>();
    form.put(ANSWER, answer.kind().name().toLowerCase(Locale.ROOT));
    form.put(NUMBER, answer.number());
    return form;
  }
}
