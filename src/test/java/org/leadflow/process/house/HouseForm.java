package org.leadflow.process.house;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** A form, read from its file. */
record HouseForm(String name, JsonNode json) {

  static HouseForm read(Path file) {
    try {
      return new HouseForm(
          file.getFileName().toString(), JsonMapper.builder().build().readTree(House.text(file)));
    } catch (JsonProcessingException unreadable) {
      throw new AssertionError(file + ": " + unreadable.getOriginalMessage(), unreadable);
    }
  }

  String id() {
    return json.path("id").asText();
  }

  List<JsonNode> components() {
    return StreamSupport.stream(json.path("components").spliterator(), false).toList();
  }

  /** The variables that a completed form leaves behind. */
  List<String> keys() {
    return components().stream()
        .filter(it -> it.has("key"))
        .map(it -> it.get("key").asText())
        .toList();
  }
}
