package org.leadflow.rules;

/**
 * Where something stands.
 *
 * @param file relative to the rules folder
 * @param line counted from 1; in a table the row; 0 where no line is to blame
 * @param cell of a table, as {@code B7}, or {@code Sheet2!B7} where the sheet is not the first;
 *     empty where no cell is to blame
 */
public record Place(String file, int line, String cell) {

  /** A line of a text file. */
  public static Place of(String file, int line) {
    return new Place(file, line, "");
  }

  /** As {@code scoring/company-size.drl:5} or {@code routing/company/countries.table.csv:B7}. */
  @Override
  public String toString() {
    if (!cell.isEmpty()) {
      return file + ":" + cell;
    }
    return line > 0 ? file + ":" + line : file;
  }
}
