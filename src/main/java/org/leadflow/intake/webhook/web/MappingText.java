package org.leadflow.intake.webhook.web;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.leadflow.intake.webhook.Mapping;
import org.springframework.stereotype.Component;

/** A mapping as JSON for people: a line for each field it lays. */
@Component
class MappingText {

  private final ObjectMapper json;

  MappingText(ObjectMapper json) {
    this.json = json.copy().setDefaultPropertyInclusion(Include.NON_EMPTY);
  }

  String of(Mapping mapping) {
    String externalId =
        mapping.externalId() == null ? "" : "\"externalId\": " + text(mapping.externalId()) + ",\n";
    List<String> fields = mapping.fields().stream().map(this::text).toList();
    List<String> constants =
        mapping.constants().entrySet().stream()
            .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
            .toList();
    return "{"
        + externalId
        + "\"fields\": ["
        + lines(fields)
        + "],\n\"constants\": {"
        + lines(constants)
        + "}}";
  }

  private static String lines(List<String> lines) {
    return lines.isEmpty() ? "" : "\n  " + String.join(",\n  ", lines);
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
