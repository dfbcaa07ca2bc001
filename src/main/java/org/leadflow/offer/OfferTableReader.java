package org.leadflow.offer;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.SettingsTable;

/** Reads the table as it is written, and names every line that cannot be understood. */
final class OfferTableReader extends SettingsTable<Terms> {

  static final String HEADER = "partner,unit,grade,answer within,protected for";

  private static final Pattern DAYS = Pattern.compile("(\\d{1,4})d");

  private OfferTableReader() {
    super(HEADER);
  }

  /**
   * @throws IllegalArgumentException that names the lines to mend
   */
  static OfferTable table(String text) {
    return new OfferTable(new OfferTableReader().read(text));
  }

  /** Every line of a text that cannot be understood, with its number; empty when all can. */
  static List<String> faultsOf(String text) {
    return new OfferTableReader().faults(text);
  }

  @Override
  protected void line(String[] cells) {
    String grade = grade(cells[2]);
    Duration within = work(cells[3], "answer within");
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

  private @Nullable Duration days(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Matcher parts = DAYS.matcher(text);
    if (!parts.matches()) {
      fault("protected for must be days, such as 30d");
      return null;
    }
    return Duration.ofDays(Long.parseLong(parts.group(1)));
  }
}
