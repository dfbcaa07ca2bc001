package org.leadflow.offer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the table as it is written, and names every line that cannot be understood. */
final class OfferTableReader {

  static final String HEADER = "partner,unit,grade,answer within,protected for";

  private static final Pattern WORK = Pattern.compile("(?:(\\d{1,4})h)? ?(?:(\\d{1,2})m)?");
  private static final Pattern DAYS = Pattern.compile("(\\d{1,4})d");

  private final List<Terms> lines = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private int number;

  private OfferTableReader() {}

  /**
   * @throws IllegalArgumentException that names the lines to mend
   */
  static OfferTable read(String text) {
    var reader = new OfferTableReader();
    reader.all(text);
    if (!reader.faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", reader.faults));
    }
    return new OfferTable(List.copyOf(reader.lines));
  }

  /** Every line of a text that cannot be understood, with its number; empty when all can. */
  static List<String> faults(String text) {
    var reader = new OfferTableReader();
    reader.all(text);
    return List.copyOf(reader.faults);
  }

  private void all(String text) {
    boolean header = false;
    for (String line : text.split("\\R")) {
      number++;
      String written = line.strip().replace("\uFEFF", "");
      if (written.isEmpty() || written.startsWith("#")) {
        continue;
      }
      if (header) {
        line(written.split("[,;]", -1));
      } else {
        header = true;
        require(
            written.replace(';', ',').equalsIgnoreCase(HEADER), "the first line must be " + HEADER);
      }
    }
  }

  private void line(String[] cells) {
    if (cells.length != 5) {
      fault("must have 5 columns, but has " + cells.length);
      return;
    }
    String grade = orNull(cells[2]);
    require(grade == null || grade.matches("[A-D]"), "grade must be A, B, C or D");
    Duration within = work(orNull(cells[3]));
    Duration kept = days(orNull(cells[4]));
    require(
        within == null || !within.isZero(),
        "answer within must be more than nothing; leave it empty for leads that are not offered");
    require(
        within != null || kept == null,
        "protected for must be empty where answer within is: only an accepted lead is protected");
    var line = new Terms(orNull(cells[0]), orNull(cells[1]), grade, within, kept);
    require(lines.stream().noneMatch(line::sameAs), "another line holds for the same leads");
    lines.add(line);
  }

  private @Nullable Duration work(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Matcher parts = WORK.matcher(text);
    if (!parts.matches()) {
      fault("answer within must be hours and minutes of work, such as 1h30m");
      return null;
    }
    return Duration.ofHours(number(parts.group(1))).plusMinutes(number(parts.group(2)));
  }

  private @Nullable Duration days(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Matcher parts = DAYS.matcher(text);
    if (!parts.matches()) {
      fault("protected for must be days, such as 30d");
      return null;
    }
    return Duration.ofDays(number(parts.group(1)));
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static @Nullable String orNull(String cell) {
    return cell.isBlank() ? null : cell.strip();
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      fault(otherwise);
    }
  }

  private void fault(String fault) {
    faults.add("line " + number + ": " + fault);
  }
}
