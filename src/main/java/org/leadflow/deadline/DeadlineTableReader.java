package org.leadflow.deadline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.OptionSet;

/** Reads the table as it is written, and names every line that cannot be understood. */
final class DeadlineTableReader {

  static final String HEADER = "unit,grade,source,deadline,remind after,due after,re-route after";

  private static final Pattern TIME = Pattern.compile("(?:(\\d{1,4})h)? ?(?:(\\d{1,2})m)?");

  private final List<Allowance> lines = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private int number;

  private DeadlineTableReader() {}

  /**
   * @throws IllegalArgumentException that names the lines to mend
   */
  static DeadlineTable read(String text) {
    var reader = new DeadlineTableReader();
    reader.all(text);
    if (!reader.faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", reader.faults));
    }
    return new DeadlineTable(List.copyOf(reader.lines));
  }

  /** Every line of a text that cannot be understood, with its number; empty when all can. */
  static List<String> faults(String text) {
    var reader = new DeadlineTableReader();
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
    if (cells.length != 7) {
      fault("must have 7 columns, but has " + cells.length);
      return;
    }
    Deadline deadline = Deadline.of(cells[3].strip()).orElse(null);
    require(deadline != null, "deadline must be first response, next step or qualification");
    String grade = orNull(cells[1]);
    require(grade == null || grade.matches("[A-D]"), "grade must be A, B, C or D");
    Integer source = source(orNull(cells[2]));
    Duration remind = time(cells[4], "remind after");
    Duration due = time(cells[5], "due after");
    Duration reroute = time(cells[6], "re-route after");
    require(due != null, "due after must be filled");
    if (deadline == null || due == null) {
      return;
    }
    require(
        remind == null || remind.compareTo(due) < 0, "remind after must be less than due after");
    require(
        reroute == null || reroute.compareTo(due) >= 0,
        "re-route after must not be less than due after");
    var line = new Allowance(orNull(cells[0]), grade, source, deadline, remind, due, reroute);
    require(lines.stream().noneMatch(line::sameAs), "another line holds for the same leads");
    lines.add(line);
  }

  private @Nullable Integer source(@Nullable String label) {
    if (label == null) {
      return null;
    }
    return OptionSet.LEAD_SOURCE.labels().entrySet().stream()
        .filter(option -> option.getValue().equalsIgnoreCase(label))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(
            () -> {
              fault("source must be one of " + OptionSet.LEAD_SOURCE.labels().values());
              return null;
            });
  }

  private @Nullable Duration time(String cell, String column) {
    String text = orNull(cell);
    if (text == null) {
      return null;
    }
    Matcher parts = TIME.matcher(text);
    if (!parts.matches()) {
      fault(column + " must be hours and minutes of work, such as 1h30m");
      return null;
    }
    return Duration.ofHours(number(parts.group(1))).plusMinutes(number(parts.group(2)));
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
