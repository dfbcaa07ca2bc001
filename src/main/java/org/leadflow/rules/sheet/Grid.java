package org.leadflow.rules.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as rows of cells, at the places they have in the spreadsheet.
 *
 * @param rows from the top; an empty row has no cells. Cells carry no spaces around them and are
 *     never null
 */
public record Grid(List<List<String>> rows) {

  /** Written into each cell of a span, as a CSV has no merged cells. */
  public static final String SPAN = "...";

  /** The name of a cell: {@code A1} for 0, 0. */
  public static String name(int row, int column) {
    var letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.append(row + 1).toString();
  }

  /** What stands in a cell; empty outside the table. */
  public String cell(int row, int column) {
    if (row < 0 || row >= rows.size()) {
      return "";
    }
    List<String> cells = rows.get(row);
    return column < 0 || column >= cells.size() ? "" : cells.get(column);
  }

  /** Whether nothing stands in a row. */
  public boolean blank(int row) {
    return row >= rows.size() || rows.get(row).stream().allMatch(String::isEmpty);
  }

  /** Whether nothing stands anywhere. */
  public boolean blank() {
    return rows.stream().allMatch(row -> row.stream().allMatch(String::isEmpty));
  }

  /** The same as a CSV with commas; reading it gives an equal grid. */
  public String csv() {
    var text = new StringBuilder();
    for (List<String> row : rows) {
      var cells = new ArrayList<String>();
      row.forEach(cell -> cells.add(quoted(cell)));
      text.append(String.join(",", cells)).append('\n');
    }
    return text.toString();
  }

  private static String quoted(String cell) {
    return cell.matches("[^\",;\t\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
