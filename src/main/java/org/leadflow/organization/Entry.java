package org.leadflow.organization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of an organisation file that knows its line. What cannot be read becomes a finding
 * and reads as missing.
 *
 * @param kind what the entry describes, such as {@code team}
 */
record Entry(String kind, int line, Map<String, Node> values, Findings findings) {

  /** Empty for what is no mapping. */
  static Optional<Entry> of(String kind, Node node, Set<String> keys, Findings findings) {
    String allowed = String.join(", ", keys);
    if (!(node instanceof MappingNode mapping)) {
      findings.add(lineOf(node), "here a %s is expected, with %s.".formatted(kind, allowed));
      return Optional.empty();
    }
    var values = new LinkedHashMap<String, Node>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      int line = lineOf(tuple.getKeyNode());
      if (!keys.contains(key)) {
        findings.add(line, "a %s has no '%s'; it may have %s.".formatted(kind, key, allowed));
      } else if (values.put(key, tuple.getValueNode()) != null) {
        findings.add(line, "'%s' stands here a second time; remove one.".formatted(key));
      }
    }
    values.values().removeIf(value -> value.getTag().equals(Tag.NULL));
    return Optional.of(new Entry(kind, lineOf(node), values, findings));
  }

  /** The id, empty when there is none that could be used. */
  String id() {
    Node node = values.get("id");
    String id = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!ReadableId.fits(id)) {
      findings.add(
          line, "the id of this %s is '%s'; write %s.".formatted(kind, id, ReadableId.FORM));
      return "";
    }
    return id;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** A text that must be there; empty when it is not. */
  String text(String key, int longest) {
    String text = optional(key, longest);
    if (text == null || text.isBlank()) {
      complain("has no %s; add one.".formatted(key));
      return "";
    }
    return text;
  }

  /** A text that may be missing. */
  @Nullable String optional(String key, int longest) {
    Node node = values.get(key);
    if (node == null) {
      return null;
    }
    if (!(node instanceof ScalarNode scalar)) {
      complain("has a %s that is no text.".formatted(key));
      return null;
    }
    if (scalar.getValue().length() > longest) {
      complain("has a %s longer than %d characters; shorten it.".formatted(key, longest));
    }
    return scalar.getValue();
  }

  /** A list of texts, empty when it is missing. */
  List<String> texts(String key) {
    var texts = new ArrayList<String>();
    for (Node node : list(key)) {
      if (node instanceof ScalarNode scalar) {
        texts.add(scalar.getValue());
      } else {
        complain("has something in %s that is no text.".formatted(key));
      }
    }
    return texts;
  }

  /** Lists of texts by the key before them, empty when it is missing; one text is a list of it. */
  Map<String, List<String>> textsByKey(String key) {
    Node node = values.get(key);
    var texts = new LinkedHashMap<String, List<String>>();
    if (node == null) {
      return texts;
    }
    if (!(node instanceof MappingNode mapping)) {
      complain("needs names with values for %s, such as { a: b, c: [d, e] }.".formatted(key));
      return texts;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      Node value = tuple.getValueNode();
      List<Node> listed = value instanceof SequenceNode list ? list.getValue() : List.of(value);
      var read = new ArrayList<String>();
      for (Node each : listed) {
        if (each instanceof ScalarNode scalar) {
          read.add(scalar.getValue());
        } else {
          complain("has something in %s that is no text.".formatted(key));
        }
      }
      if (texts.put(name, read) != null) {
        complain("has '%s' in %s a second time; remove one.".formatted(name, key));
      }
    }
    return texts;
  }

  /** The entries of a list as they are, for a room that knows what they mean. */
  List<FileEntry> plain(String key) {
    var entries = new ArrayList<FileEntry>();
    for (Node node : list(key)) {
      if (node instanceof MappingNode mapping) {
        entries.add(new FileEntry(lineOf(node), PlainValues.of(mapping)));
      } else {
        findings.add(lineOf(node), "an entry of %s is written { id: ... }.".formatted(key));
      }
    }
    return entries;
  }

  /** A list of entries, empty when it is missing. */
  List<Entry> entries(String key, String kind, Set<String> keys) {
    return list(key).stream().flatMap(node -> of(kind, node, keys, findings).stream()).toList();
  }

  /** Adds a finding that begins with the name of this entry. */
  void complain(String sentence) {
    String id = values.get("id") instanceof ScalarNode scalar ? " '" + scalar.getValue() + "'" : "";
    findings.add(line, kind + id + " " + sentence);
  }

  private List<Node> list(String key) {
    Node node = values.get(key);
    if (node == null || node instanceof SequenceNode) {
      return node == null ? List.of() : ((SequenceNode) node).getValue();
    }
    complain("needs a list for %s, such as [a, b].".formatted(key));
    return List.of();
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
