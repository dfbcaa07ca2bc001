package org.leadflow.intake.csv;

import java.util.List;

/**
 * A row of a file.
 *
 * @param number counted from 1, without headings and empty rows
 * @param line the line of the file in which it begins, counted from 1
 * @param cells as they stand there
 */
record CsvRow(long number, long line, List<String> cells) {

  private static final int CELL = 8;

  /** About how many letters it is in memory, where an empty cell takes room as well. */
  long weight() {
    return cells.stream().mapToLong(cell -> CELL + cell.length()).sum();
  }

  boolean isEmpty() {
    return cells.stream().allMatch(String::isBlank);
  }
}
