package org.leadflow.process.house;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A form, read from its file. */
record HouseForm(ProcessFile file, JsonNode json) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * @throws UncheckedIOException when the file is no JSON, with the line where it breaks
   */
  static HouseForm read(ProcessFile file) {
    try (JsonParser parser = JSON.createParser(file.content())) {
      JsonNode json = JSON.readTree(parser);
      if (json == null) {
        throw broken("is empty; take the last good copy, or save the form anew", null);
      }
      if (!json.isObject()) {
        throw broken("is no form; take the last good copy, or save the form anew", null);
      }
      ends(parser);
      return new HouseForm(file, json);
    } catch (JsonProcessingException unreadable) {
      throw broken(
          "line %d: %s".formatted(line(unreadable), unreadable.getOriginalMessage()), unreadable);
    } catch (IOException unreadable) {
      throw broken("cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  /** One stray character behind a form, and the engine refuses the whole folder. */
  private static void ends(JsonParser parser) throws IOException {
    String stray = "line %d: something stands behind the last brace of the form; delete it";
    try {
      if (parser.nextToken() != null) {
        throw broken(stray.formatted(parser.currentTokenLocation().getLineNr()), null);
      }
    } catch (JsonProcessingException unreadable) {
      throw broken(stray.formatted(line(unreadable)), unreadable);
    }
  }

  private static int line(JsonProcessingException unreadable) {
    return unreadable.getLocation() == null ? 1 : unreadable.getLocation().getLineNr();
  }

  private static UncheckedIOException broken(String sentence, @Nullable IOException why) {
    return new UncheckedIOException(sentence, why == null ? new IOException(sentence) : why);
  }

  String id() {
    return json.path("id").asText();
  }

  /** All components, those in groups and lists too. */
  List<JsonNode> components() {
    return within(json);
  }

  /** Whether a condition may hide a component, or a group that it stands in. */
  boolean mayBeHidden(JsonNode component) {
    return components().stream()
        .filter(around -> around.has("conditional"))
        .anyMatch(
            around ->
                around == component
                    || within(around).stream().anyMatch(inner -> inner == component));
  }

  /** All components within one. */
  static List<JsonNode> within(JsonNode component) {
    List<JsonNode> all = new ArrayList<>();
    collect(component, all);
    return all;
  }

  private static void collect(JsonNode around, List<JsonNode> all) {
    for (JsonNode component : around.path("components")) {
      all.add(component);
      collect(component, all);
    }
  }

  /** How a message speaks of a component: by its label where it has one. */
  static String called(JsonNode component) {
    String label = component.path("label").asText(component.path("dateLabel").asText());
    String key = component.path("key").asText();
    return (label.isBlank() ? "" : "\"" + label.strip() + "\", ")
        + component.path("type").asText()
        + " "
        + (key.isEmpty() ? component.path("id").asText() : key);
  }

  /** What a field lets people choose; empty of one into which they write. */
  Set<String> offered(String key) {
    return components().stream()
        .filter(field -> key.equals(field.path("key").asText()))
        .filter(field -> ChoiceRules.TYPES.contains(field.path("type").asText()))
        .flatMap(field -> field.path("values").findValuesAsText("value").stream())
        .map(String::strip)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The variables that a completed form leaves behind. */
  List<String> keys() {
    return components().stream()
        .filter(it -> it.has("key"))
        .map(it -> it.get("key").asText())
        .toList();
  }
}
