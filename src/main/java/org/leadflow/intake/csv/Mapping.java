package org.leadflow.intake.csv;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the columns of a file.
 *
 * @param columns those that are taken
 * @param constants field to text without blanks around it, for every row whose own cell is empty
 */
public record Mapping(
    List<Column> columns,
    @Schema(example = "{\"subject\": \"Trade show Hannover\"}") Map<String, String> constants) {

  public Mapping {
    columns = columns == null ? List.of() : List.copyOf(columns);
    constants = constants == null ? Map.of() : stripped(constants);
  }

  private static Map<String, String> stripped(Map<String, String> constants) {
    return constants.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, text -> text.getValue().strip()));
  }

  /**
   * A column and its field.
   *
   * @param column counted from 0
   * @param values what other words in the cells stand for, word to text, which is empty where they
   *     say nothing; {@code *} is every word that is none of the options of the field
   */
  public record Column(
      @Schema(example = "0") int column,
      @Schema(example = "companyName") String field,
      @Schema(example = "{\"Purchased List\": \"Other\"}") @Nullable Map<String, String> values) {

    static final String ANY = "*";

    public Column {
      values = values == null ? Map.of() : Map.copyOf(values);
    }

    /** What the cell says to this field; empty when nothing. */
    String meaning(String cell, ImportField of) {
      String said = values.get(cell);
      if (said != null) {
        return said;
      }
      if (Cell.saysNothing(cell, of)) {
        return "";
      }
      boolean other = of.hasWords() && values.containsKey(ANY) && !Cell.isOwnWord(cell, of);
      return other ? values.get(ANY) : cell;
    }
  }

  boolean fills(String field) {
    return columns.stream().anyMatch(column -> Objects.equals(column.field(), field))
        || constants.containsKey(field);
  }
}
