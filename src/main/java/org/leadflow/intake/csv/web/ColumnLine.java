package org.leadflow.intake.csv.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leadflow.intake.csv.ImportField;
import org.leadflow.intake.csv.ImportField.Kind;
import org.leadflow.intake.csv.Mapping;
import org.leadflow.intake.csv.Preview;

/**
 * A column of a file as its page shows it.
 *
 * @param heading as written, or its number where nothing is written
 * @param samples of its first rows, shortened
 * @param field it is laid on, empty where it is left out
 * @param words what its words stand for, with those nobody said it of
 * @param unknown how many these are
 * @param options what a word may stand for, empty where the field has none
 */
record ColumnLine(
    String heading, String samples, String field, String words, int unknown, String options) {

  private static final int SAMPLES = 3;
  private static final int LONGEST = 40;

  static List<ColumnLine> of(Preview preview, Map<String, ImportField> fields) {
    List<ColumnLine> lines = new ArrayList<>();
    for (int place = 0; place < preview.headings().size(); place++) {
      lines.add(of(preview, place, fields));
    }
    return lines;
  }

  private static ColumnLine of(Preview preview, int place, Map<String, ImportField> fields) {
    Optional<Mapping.Column> column =
        preview.proposal().columns().stream().filter(laid -> laid.column() == place).findFirst();
    List<String> unknown = preview.unknownWords().getOrDefault(place, List.of());
    String heading = preview.headings().get(place);
    String field = column.map(Mapping.Column::field).orElse("");
    return new ColumnLine(
        heading.isBlank() ? "Column " + (place + 1) : heading,
        samples(preview, place),
        field,
        Words.write(column.map(Mapping.Column::values).orElse(Map.of()), unknown),
        unknown.size(),
        fields.containsKey(field) ? options(fields.get(field)) : "");
  }

  private static String options(ImportField field) {
    return field.kind() == Kind.YES_NO ? "yes, no" : String.join(", ", field.options().values());
  }

  private static String samples(Preview preview, int place) {
    return preview.rows().stream()
        .filter(row -> place < row.size() && !row.get(place).isBlank())
        .map(row -> row.get(place).strip())
        .map(cell -> cell.length() <= LONGEST ? cell : cell.substring(0, LONGEST) + "…")
        .distinct()
        .limit(SAMPLES)
        .collect(Collectors.joining(" · "));
  }
}
