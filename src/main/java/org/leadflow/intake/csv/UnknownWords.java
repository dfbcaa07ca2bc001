package org.leadflow.intake.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.leadflow.intake.csv.Mapping.Column;

/** The words of other systems for which nobody said yet what they stand for. */
final class UnknownWords {

  private static final int MOST = 50;
  private static final int LONGEST = 100;

  private UnknownWords() {}

  /** Column to words, of columns that are laid on a field with words; each word once. */
  static Map<Integer, List<String>> of(Mapping mapping, List<List<String>> rows) {
    Map<Integer, List<String>> words = new LinkedHashMap<>();
    for (Column column : mapping.columns()) {
      ImportField field = Fields.named(Objects.requireNonNullElse(column.field(), ""));
      boolean open = !column.values().containsKey(Column.ANY);
      if (open && field != null && field.hasWords()) {
        List<String> unknown =
            rows.stream()
                .filter(row -> column.column() >= 0 && column.column() < row.size())
                .map(row -> row.get(column.column()).strip())
                .filter(word -> !Cell.saysNothing(word) && word.length() <= LONGEST)
                .filter(word -> !column.values().containsKey(word))
                .distinct()
                .filter(word -> !Cell.isWord(word, field))
                .limit(MOST)
                .toList();
        if (!unknown.isEmpty()) {
          words.put(column.column(), unknown);
        }
      }
    }
    return words;
  }
}
