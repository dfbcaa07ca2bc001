package org.leadflow.process.house;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A form, read from its file. */
record HouseForm(ProcessFile file, JsonNode json) {

  /**
   * @throws UncheckedIOException when the file is no JSON, with the line where it breaks
   */
  static HouseForm read(ProcessFile file) {
    try {
      return new HouseForm(file, JsonMapper.builder().build().readTree(file.content()));
    } catch (JsonProcessingException unreadable) {
      throw new UncheckedIOException(
          "line %d: %s"
              .formatted(
                  unreadable.getLocation() == null ? 1 : unreadable.getLocation().getLineNr(),
                  unreadable.getOriginalMessage()),
          unreadable);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  String id() {
    return json.path("id").asText();
  }

  /** All components, those in groups and lists too. */
  List<JsonNode> components() {
    List<JsonNode> all = new ArrayList<>();
    collect(json, all);
    return all;
  }

  private static void collect(JsonNode around, List<JsonNode> all) {
    for (JsonNode component : around.path("components")) {
      all.add(component);
      collect(component, all);
    }
  }

  /** The variables that a completed form leaves behind. */
  List<String> keys() {
    return components().stream()
        .filter(it -> it.has("key"))
        .map(it -> it.get("key").asText())
        .toList();
  }
}
