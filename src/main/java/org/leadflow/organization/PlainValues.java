package org.leadflow.organization;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Values of a file without the places where they stand. Nothing stays of what is empty. */
final class PlainValues {

  private PlainValues() {}

  static Map<String, Object> of(MappingNode mapping) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      value(tuple.getValueNode()).ifPresent(value -> values.put(key, value));
    }
    return values;
  }

  private static Optional<Object> value(Node node) {
    if (node instanceof MappingNode mapping) {
      return Optional.of(of(mapping));
    }
    if (node instanceof SequenceNode list) {
      return Optional.of(
          (List<Object>) list.getValue().stream().flatMap(each -> value(each).stream()).toList());
    }
    return node instanceof ScalarNode scalar && !node.getTag().equals(Tag.NULL)
        ? Optional.of(scalar(scalar))
        : Optional.empty();
  }

  private static Object scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    try {
      if (scalar.getTag().equals(Tag.INT)) {
        return Long.valueOf(text);
      }
      if (scalar.getTag().equals(Tag.FLOAT)) {
        return new BigDecimal(text);
      }
    } catch (NumberFormatException otherwiseWritten) {
      return text;
    }
    return scalar.getTag().equals(Tag.BOOL) ? (Object) text.matches("(?i)true|yes|on") : text;
  }
}
