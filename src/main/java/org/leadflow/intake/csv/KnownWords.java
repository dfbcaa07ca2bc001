package org.leadflow.intake.csv;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leadflow.intake.csv.Mapping.Column;

/**
 * What is written in {@code imports/words.yaml}: the words by which other systems mean an option of
 * ours.
 */
final class KnownWords {

  private static final Map<String, Map<String, String>> OPTIONS = read();

  private KnownWords() {}

  /** The label of our option; empty for a word nobody knows. */
  static Optional<String> option(String field, String word) {
    return Optional.ofNullable(OPTIONS.getOrDefault(field, Map.of()).get(Headings.folded(word)));
  }

  /** The mapping with what is known of the words in these rows, so that somebody sees it. */
  static Mapping explained(Mapping mapping, List<List<String>> rows) {
    return new Mapping(
        mapping.columns().stream().map(column -> explained(column, rows)).toList(),
        mapping.constants());
  }

  private static Column explained(Column column, List<List<String>> rows) {
    if (column.values().containsKey(Column.ANY)) {
      return column;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (List<String> row : rows) {
      String word = column.column() < row.size() ? row.get(column.column()).strip() : "";
      option(column.field(), word).ifPresent(label -> values.put(word, label));
    }
    values.putAll(column.values());
    return new Column(column.column(), column.field(), values);
  }

  private static Map<String, Map<String, String>> read() {
    Map<String, Map<String, String>> options = new HashMap<>();
    KnownHeadings.read("words.yaml", new TypeReference<Map<String, Map<String, List<String>>>>() {})
        .forEach(
            (field, words) -> {
              Map<String, String> labels = new HashMap<>();
              words.forEach(
                  (label, others) ->
                      others.forEach(word -> labels.put(Headings.folded(word), label)));
              options.put(field, labels);
            });
    return options;
  }
}
