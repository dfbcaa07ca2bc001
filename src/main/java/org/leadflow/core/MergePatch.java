package org.leadflow.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Applies a JSON merge patch (RFC 7396) to what a caller writes of a record and checks the result.
 */
@Component
public class MergePatch {

  private final ObjectMapper json;
  private final Validator validator;

  MergePatch(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /**
   * The fields with the changes in them.
   *
   * @throws Refused naming the field when a change cannot be read
   * @throws ConstraintViolationException naming all fields that are not as they must be
   */
  public <T extends Record> T apply(T fields, Class<T> type, JsonNode changes) {
    if (!changes.isObject()) {
      throw unreadable(List.of());
    }
    ObjectNode patched = json.valueToTree(fields);
    changes.fields().forEachRemaining(change -> patched.set(change.getKey(), change.getValue()));
    T result;
    try {
      result = json.treeToValue(patched, type);
    } catch (JsonProcessingException fault) {
      throw unreadable(JsonFaults.of(fault));
    }
    Set<ConstraintViolation<T>> violations = validator.validate(result);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    return result;
  }

  private static Refused unreadable(List<FieldFault> faults) {
    return new Refused(HttpStatus.BAD_REQUEST, "unreadable", "The changes cannot be read.", faults);
  }
}
