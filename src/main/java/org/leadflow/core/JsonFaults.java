package org.leadflow.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of JSON that cannot be read which field is at fault. */
public final class JsonFaults {

  private JsonFaults() {}

  /**
   * The faulty field, or the line where the text stops being JSON; empty when the cause says
   * neither.
   */
  public static List<FieldFault> of(@Nullable Throwable cause) {
    if (cause instanceof UnrecognizedPropertyException unknown) {
      return List.of(new FieldFault(pathOf(unknown), "is no field that can be written"));
    }
    if (cause instanceof InvalidFormatException format) {
      return List.of(
          new FieldFault(
              pathOf(format), "is not a valid " + format.getTargetType().getSimpleName()));
    }
    if (cause instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return List.of(new FieldFault(pathOf(mapping), "cannot be read"));
    }
    if (cause instanceof JsonProcessingException syntax && syntax.getLocation() != null) {
      boolean twice = syntax.getOriginalMessage().startsWith("Duplicate field");
      return List.of(
          new FieldFault(
              "line " + syntax.getLocation().getLineNr(),
              twice ? syntax.getOriginalMessage() : "is not JSON"));
    }
    return List.of();
  }

  private static String pathOf(JsonMappingException mapping) {
    return mapping.getPath().stream()
        .map(
            step -> step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
        .collect(Collectors.joining("."));
  }
}
