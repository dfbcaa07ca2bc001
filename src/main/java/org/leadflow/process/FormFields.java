package org.leadflow.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.qualification.Verdict;

/**
 * The answers of a form as the engine hands them over: a number comes as whatever was typed, an
 * empty choice as null, and nothing is checked, because forms are checked in the browser only.
 */
public final class FormFields {

  /** What somebody writes in his own words. */
  private static final Set<String> WORDS =
      Set.of("comment", "opportunityName", "declineReason", "approvalReason");

  private final Map<String, Object> values;

  private FormFields(Map<String, Object> values) {
    this.values = values;
  }

  public static FormFields in(VariableScope scope) {
    return new FormFields(new HashMap<>(scope.getVariables()));
  }

  /** The text without spaces around it; null when nothing was entered. */
  public @Nullable String text(String field) {
    Object value = values.get(field);
    return value == null || value.toString().isBlank() ? null : value.toString().strip();
  }

  /** The text of a field that must be filled. */
  public String required(String field) {
    String text = text(field);
    if (text == null) {
      throw refused(field, "must be filled");
    }
    return text;
  }

  /**
   * The text as it was entered, not longer than so many characters; null when nothing was entered.
   */
  public @Nullable String limited(String field, int characters) {
    String text = text(field);
    if (text != null && text.length() > characters) {
      throw refused(field, "must not be longer than " + characters + " characters");
    }
    if (text != null && text.indexOf('\0') >= 0) {
      throw refused(field, "holds a character that cannot be stored (NUL)");
    }
    return text;
  }

  /** The whole number, null when nothing was entered. */
  public @Nullable Integer integer(String field) {
    BigDecimal number = number(field);
    try {
      return number == null ? null : number.intValueExact();
    } catch (ArithmeticException fraction) {
      throw refused(field, "must be a whole number");
    }
  }

  /** The number, null when nothing was entered. */
  public @Nullable BigDecimal number(String field) {
    String text = text(field);
    try {
      return text == null ? null : new BigDecimal(text);
    } catch (NumberFormatException noNumber) {
      throw refused(field, "must be a number");
    }
  }

  /** The day, written as 2026-12-24; null when nothing was entered. */
  public @Nullable LocalDate date(String field) {
    String text = text(field);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException noDate) {
      throw refused(field, "must be a date such as 2026-12-24");
    }
  }

  /** The id of a record, null when nothing was entered. */
  public @Nullable UUID id(String field) {
    String text = text(field);
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException noId) {
      throw refused(field, "must be the id of a record");
    }
  }

  /** Null when the box was not on the form. */
  public @Nullable Boolean flag(String field) {
    String text = text(field);
    if (text != null && !text.equals("true") && !text.equals("false")) {
      throw refused(field, "must be true or false");
    }
    return text == null ? null : Boolean.valueOf(text);
  }

  /** A refusal that names one field; it reaches the person at the form, and the task stays. */
  public static Refused refused(String field, String message) {
    return Refused.invalid(
        "invalid", field + " " + message + ".", List.of(new FieldFault(field, message)));
  }

  /**
   * The same "no", every fault in its sentence, because Tasklist shows nothing but that.
   *
   * @param labels what the form calls the fields of the API
   */
  public static Refused refused(Verdict.No no, Map<String, String> labels) {
    String faults =
        no.faults().stream()
            .map(
                fault ->
                    " "
                        + labels.getOrDefault(fault.field(), fault.field())
                        + " "
                        + fault.message()
                        + ".")
            .collect(Collectors.joining());
    return new Refused(no.status(), no.code(), no.sentence() + faults, List.of());
  }

  /**
   * Takes what somebody wrote out of the process, once it is carried out: it may be about a person,
   * and is kept with our records, where it can be erased.
   */
  public static void forgetWords(DelegateExecution execution) {
    execution.removeVariables(WORDS);
  }
}
