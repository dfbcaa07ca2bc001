package org.leadflow.intake.webhook;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The values of a message with where they stand. A message of a megabyte can hold half a million,
 * each in a place whose name is as long as half the message: beyond some pages they are counted.
 */
final class Leaves {

  /** In characters, names of places and values together. */
  private static final int LONGEST = 200_000;

  private final Map<String, String> found = new LinkedHashMap<>();
  private int length;
  private int more;

  /** JSON pointer to text, in the order of the message; under … how many more there are. */
  Map<String, String> of(JsonNode message) {
    find(message, JsonPointer.empty());
    if (more > 0) {
      found.put("…", "and %,d more values".formatted(more));
    }
    return found;
  }

  private void find(JsonNode node, JsonPointer at) {
    if (node.isObject()) {
      node.properties()
          .forEach(each -> beneath(each.getValue(), () -> at.appendProperty(each.getKey())));
    } else if (node.isArray()) {
      for (int place = 0; place < node.size(); place++) {
        int here = place;
        beneath(node.get(place), () -> at.appendIndex(here));
      }
    } else {
      add(at.toString(), Message.text(node));
    }
  }

  private void beneath(JsonNode node, Supplier<JsonPointer> at) {
    if (length > LONGEST) {
      more += values(node);
    } else {
      find(node, at.get());
    }
  }

  private void add(String pointer, @Nullable String text) {
    if (text != null) {
      found.put(pointer, text);
      length += pointer.length() + text.length();
    }
  }

  private static int values(JsonNode node) {
    if (node.isContainerNode()) {
      int values = 0;
      for (JsonNode each : node) {
        values += values(each);
      }
      return values;
    }
    return Message.text(node) == null ? 0 : 1;
  }
}
