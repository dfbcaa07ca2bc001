package org.leadflow.deadline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.SettingsTable;
import org.leadflow.lead.OptionSet;

/** Reads the table as it is written, and names every line that cannot be understood. */
final class DeadlineTableReader extends SettingsTable<Allowance> {

  static final String HEADER = "unit,grade,source,deadline,remind after,due after,re-route after";

  private DeadlineTableReader() {
    super(HEADER);
  }

  /**
   * @throws IllegalArgumentException that names the lines to mend
   */
  static DeadlineTable table(String text) {
    return new DeadlineTable(new DeadlineTableReader().read(text));
  }

  /** Every line of a text that cannot be understood, with its number; empty when all can. */
  static List<String> faultsOf(String text) {
    return new DeadlineTableReader().faults(text);
  }

  @Override
  protected void line(String[] cells) {
    Deadline deadline = Deadline.of(cells[3].strip()).orElse(null);
    require(deadline != null, "deadline must be first response, next step or qualification");
    String grade = grade(cells[1]);
    Integer source = source(orNull(cells[2]));
    Duration remind = work(cells[4], "remind after");
    Duration due = work(cells[5], "due after");
    Duration reroute = work(cells[6], "re-route after");
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
}
