package org.leadflow.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A small table of settings as somebody writes it: a heading, a line for each case, lines that
 * begin with # for people. Every line that cannot be understood is named, not the first alone.
 *
 * @param <L> what a line says
 */
public abstract class SettingsTable<L> {

  private static final Pattern WORK = Pattern.compile("(?:(\\d{1,4})h)? ?(?:(\\d{1,2})m)?");

  protected final List<L> lines = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final String header;
  private int number;

  /**
   * @param header the headings, separated by commas
   */
  protected SettingsTable(String header) {
    this.header = header;
  }

  /**
   * What the lines of a text say.
   *
   * @throws IllegalArgumentException that names the lines to mend
   */
  public final List<L> read(String text) {
    List<String> wrong = faults(text);
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", wrong));
    }
    return List.copyOf(lines);
  }

  /** Every line of a text that cannot be understood, with its number; empty when all can. */
  public final List<String> faults(String text) {
    boolean headed = false;
    for (String line : text.split("\\R")) {
      number++;
      String written = line.strip().replace("\uFEFF", "");
      if (written.isEmpty() || written.startsWith("#")) {
        continue;
      }
      if (headed) {
        cells(written.split("[,;]", -1));
      } else {
        headed = true;
        require(
            written.replace(';', ',').equalsIgnoreCase(header), "the first line must be " + header);
      }
    }
    return List.copyOf(faults);
  }

  private void cells(String[] cells) {
    int wanted = header.split(",").length;
    if (cells.length == wanted) {
      line(cells);
    } else {
      fault("must have " + wanted + " columns, but has " + cells.length);
    }
  }

  /** Adds what a line with a cell for each heading says to the lines, or names its faults. */
  protected abstract void line(String[] cells);

  /** Hours and minutes of work, such as 1h30m; null for an empty cell and, with a fault, others. */
  protected final @Nullable Duration work(String cell, String column) {
    String text = orNull(cell);
    if (text == null) {
      return null;
    }
    Matcher parts = WORK.matcher(text);
    if (!parts.matches()) {
      fault(column + " must be hours and minutes of work, such as 1h30m");
      return null;
    }
    return Duration.ofHours(digits(parts.group(1))).plusMinutes(digits(parts.group(2)));
  }

  private static long digits(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /** A grade; null for an empty cell. */
  protected final @Nullable String grade(String cell) {
    String grade = orNull(cell);
    require(grade == null || grade.matches("[A-D]"), "grade must be A, B, C or D");
    return grade;
  }

  protected static @Nullable String orNull(String cell) {
    return cell.isBlank() ? null : cell.strip();
  }

  protected final void require(boolean holds, String otherwise) {
    if (!holds) {
      fault(otherwise);
    }
  }

  protected final void fault(String fault) {
    faults.add("line " + number + ": " + fault);
  }
}
