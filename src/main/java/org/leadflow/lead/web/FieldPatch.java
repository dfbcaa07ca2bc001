package org.leadflow.lead.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.JsonFaults;
import org.leadflow.core.Refused;
import org.leadflow.lead.LeadFields;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Applies a JSON merge patch (RFC 7396) to the fields of a lead and checks the result as a whole.
 */
@Component
class FieldPatch {

  private static final String ONCE = "is given with a new lead and stays as it is";

  private final ObjectMapper json;
  private final Validator validator;

  FieldPatch(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /**
   * The fields with the changes in them. All can change but those that tell what the lead came
   * with.
   *
   * @throws Refused naming the field when a change cannot be read
   * @throws ConstraintViolationException naming all fields that are not as they must be
   */
  LeadFields apply(LeadFields fields, JsonNode changes) {
    if (!changes.isObject()) {
      throw unreadable(List.of());
    }
    ObjectNode patched = json.valueToTree(fields);
    changes
        .fields()
        .forEachRemaining(
            change -> {
              if (!isSameNumber(patched.get(change.getKey()), change.getValue())) {
                patched.set(change.getKey(), change.getValue());
              }
            });
    LeadFields result;
    try {
      result = json.treeToValue(patched, LeadFields.class);
    } catch (JsonProcessingException fault) {
      throw unreadable(JsonFaults.of(fault));
    }
    keepsWhatItCameWith(fields, result);
    Set<ConstraintViolation<LeadFields>> violations = validator.validate(result);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    return result;
  }

  /** 100 and 100.00 are one amount: writing the one over the other is no change. */
  private static boolean isSameNumber(@Nullable JsonNode before, JsonNode after) {
    return before != null
        && before.isNumber()
        && after.isNumber()
        && before.decimalValue().compareTo(after.decimalValue()) == 0;
  }

  /** Else the same submission, sent again, would be a second lead. */
  private static void keepsWhatItCameWith(LeadFields before, LeadFields after) {
    List<FieldFault> faults = new ArrayList<>();
    String fixed = "tells which submission the lead came with and stays as it is";
    if (!Objects.equals(before.sourceSystem(), after.sourceSystem())) {
      faults.add(new FieldFault("sourceSystem", fixed));
    }
    if (!Objects.equals(before.sourceKey(), after.sourceKey())) {
      faults.add(new FieldFault("sourceKey", fixed));
    }
    if (!Objects.equals(before.relatedObjectId(), after.relatedObjectId())) {
      faults.add(new FieldFault("relatedObjectId", ONCE));
    }
    if (!Objects.equals(before.overriddenCreatedOn(), after.overriddenCreatedOn())) {
      faults.add(new FieldFault("overriddenCreatedOn", ONCE));
    }
    Refused.ifAny(faults);
  }

  private static Refused unreadable(List<FieldFault> faults) {
    return new Refused(HttpStatus.BAD_REQUEST, "unreadable", "The changes cannot be read.", faults);
  }
}
