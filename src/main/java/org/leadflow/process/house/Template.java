package org.leadflow.process.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An element template of Camunda Modeler: a building block, or a task for people, by name. */
record Template(String file, JsonNode json) {

  /** One thing to fill in, or fixed by the template. */
  record Field(JsonNode json) {

    String name() {
      return json.at("/binding/name").asText();
    }

    String label() {
      return json.path("label").asText();
    }

    /** Whether the template has filled it in and nobody may change it. */
    boolean isFixed() {
      return json.path("type").asText().equals("Hidden");
    }

    /** Every value that it may take; empty when it is written freely. */
    List<String> values() {
      return isFixed()
          ? List.of(json.path("value").asText())
          : stream(json.path("choices")).map(choice -> choice.path("value").asText()).toList();
    }

    /** What is wrong about a value. */
    Optional<String> wrong(String value) {
      JsonNode constraints = json.path("constraints");
      if (value.isBlank()) {
        return constraints.path("notEmpty").asBoolean()
            ? Optional.of("must be filled in")
            : Optional.empty();
      }
      if (!values().isEmpty() && !values().contains(value)) {
        return Optional.of(
            "must be one of %s, but is %s%s"
                .formatted(String.join(", ", values()), value, DidYouMean.ask(value, values())));
      }
      JsonNode pattern = constraints.path("pattern");
      if (pattern.isObject() && !value.matches(pattern.path("value").asText())) {
        return Optional.of(pattern.path("message").asText() + " It is " + value);
      }
      int longest = constraints.path("maxLength").asInt(Integer.MAX_VALUE);
      return value.length() > longest
          ? Optional.of("must not be longer than " + longest + " characters")
          : Optional.empty();
    }
  }

  String id() {
    return json.path("id").asText();
  }

  String version() {
    return json.path("version").asText();
  }

  String name() {
    return json.path("name").asText();
  }

  /** The step it stands for; empty for a task for people. */
  Optional<String> step() {
    return bound("property")
        .filter(field -> field.name().equals("camunda:delegateExpression"))
        .map(field -> field.json().path("value").asText().replaceAll("^\\$\\{|}$", ""))
        .findFirst();
  }

  /** What a step reads from the diagram. */
  List<Field> fields() {
    return bound("camunda:inputParameter").toList();
  }

  /** The blocks that it puts at a task for people, with every choice of its fields. */
  TreeSet<String> listeners() {
    var blocks = new TreeSet<String>();
    bound("camunda:property")
        .filter(field -> TaskBlocks.eventOf(field.name()).isPresent())
        .flatMap(field -> field.values().stream())
        .forEach(value -> blocks.addAll(TaskBlocks.names(value)));
    return blocks;
  }

  /** The blocks that it puts at a task for people on one event, in their order. */
  List<String> listeners(String property) {
    return bound("camunda:property")
        .filter(field -> field.name().equals(property))
        .flatMap(field -> field.values().stream())
        .flatMap(value -> TaskBlocks.names(value).stream())
        .toList();
  }

  Stream<Field> bound(String binding) {
    return stream(json.path("properties"))
        .filter(property -> property.at("/binding/type").asText().equals(binding))
        .map(Field::new);
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
