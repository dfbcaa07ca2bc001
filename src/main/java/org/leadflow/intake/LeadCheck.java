package org.leadflow.intake;

import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.RequiredFields;
import org.springframework.stereotype.Component;

/**
 * Whether a lead can be stored as it is sent in; every field that is not as it must be is named.
 */
@Component
class LeadCheck {

  private final LeadAccess access;
  private final RequiredFields required;
  private final Validator validator;

  LeadCheck(LeadAccess access, RequiredFields required, Validator validator) {
    this.access = access;
    this.required = required;
    this.validator = validator;
  }

  /** Empty when nothing is wrong. */
  List<FieldFault> faults(LeadFields fields) {
    return Stream.of(
            faultsOfFields(fields),
            access.faultsOfLinks(fields),
            faultsOfKey(fields),
            required.faults(fields))
        .flatMap(List::stream)
        .toList();
  }

  private List<FieldFault> faultsOfFields(LeadFields fields) {
    return validator.validate(fields).stream()
        .map(fault -> new FieldFault(fault.getPropertyPath().toString(), fault.getMessage()))
        .sorted(Comparator.comparing(FieldFault::field).thenComparing(FieldFault::message))
        .toList();
  }

  /**
   * A submission is known by both fields. With one of them it would count each time it is sent, and
   * an empty one would make all who leave it empty the same submission.
   */
  private static List<FieldFault> faultsOfKey(LeadFields fields) {
    String system = fields.sourceSystem();
    String key = fields.sourceKey();
    if (system == null && key == null) {
      return List.of();
    }
    return Stream.of(
            named("sourceSystem", system, "sourceKey"), named("sourceKey", key, "sourceSystem"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<FieldFault> named(String field, @Nullable String given, String other) {
    return given != null && !given.isBlank()
        ? Optional.empty()
        : Optional.of(
            new FieldFault(field, "must be given where " + other + " is; or leave out both"));
  }

  /** Whether it is one of the two by which a submission is known. */
  static boolean isOfKey(String field) {
    return field.equals("sourceSystem") || field.equals("sourceKey");
  }
}
