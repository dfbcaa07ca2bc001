package org.leadflow.core;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of JSON that cannot be read which field is at fault. */
public final class JsonFaults {

  private static final int LONGEST_NAME = 100;

  /** What a type is called by those who do not know Java. */
  private static final Map<Class<?>, String> EXPECTED =
      Map.of(
          String.class, "must be text",
          Integer.class, "must be a whole number",
          int.class, "must be a whole number",
          BigDecimal.class, "must be a number",
          Boolean.class, "must be true or false",
          LocalDate.class, "must be a date such as 2026-01-31",
          Instant.class, "must be a time such as 2026-01-31T09:30:00Z",
          UUID.class, "must be a UUID such as 018f0b6e-7c1a-7d3e-9f00-5b1c2d3e4f50");

  private static final String TOO_MUCH = "is nested too deep or holds too long a value";

  private JsonFaults() {}

  /**
   * The faulty field, or the line where the text stops being JSON; empty when the cause says
   * neither.
   */
  public static List<FieldFault> of(@Nullable Throwable cause) {
    if (cause instanceof UnrecognizedPropertyException unknown) {
      return List.of(new FieldFault(pathOf(unknown), "is no field that can be written"));
    }
    if (cause instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return List.of(new FieldFault(pathOf(mapping), sentence(mapping)));
    }
    if (cause instanceof StreamConstraintsException) {
      return List.of(new FieldFault("body", TOO_MUCH));
    }
    if (cause instanceof JsonProcessingException syntax && syntax.getLocation() != null) {
      // What was read before, such as one of many leads, has no lines any more.
      int line = syntax.getLocation().getLineNr();
      return List.of(new FieldFault(line < 1 ? "body" : "line " + line, sentence(syntax)));
    }
    return List.of();
  }

  /** What a value of this type must be, in words for whoever sent something else. */
  static String expected(@Nullable Class<?> type) {
    return type == null ? "cannot be read" : EXPECTED.getOrDefault(type, "cannot be read");
  }

  private static String sentence(JsonMappingException mapping) {
    if (mapping.getCause() instanceof StreamConstraintsException) {
      return TOO_MUCH;
    }
    if (mapping.getCause() instanceof InputCoercionException) {
      return "must be a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
    }
    if (mapping.getCause() instanceof JsonParseException broken) {
      return sentence(broken);
    }
    return expected(
        mapping instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null);
  }

  private static String sentence(JsonProcessingException syntax) {
    if (syntax instanceof MismatchedInputException) {
      return "must be one JSON object and nothing else";
    }
    String message = syntax.getOriginalMessage();
    if (message.startsWith("Invalid UTF-8")) {
      return "is not UTF-8";
    }
    return message.startsWith("Duplicate field") ? shortened(message) : "is not JSON";
  }

  private static String pathOf(JsonMappingException mapping) {
    return shortened(
        mapping.getPath().stream()
            .map(
                step ->
                    step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
            .collect(Collectors.joining(".")));
  }

  /** The sender chose the name, so it may be of any length. */
  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }
}
