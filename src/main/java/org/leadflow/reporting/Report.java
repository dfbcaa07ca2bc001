package org.leadflow.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report with its numbers.
 *
 * @param name as it stands in its address
 * @param asOf until when it is counted; null when nothing was counted yet
 * @param complete false while everything there is is being counted for the first time
 * @param currency of all amounts; null when there are none
 * @param rates what was used to bring amounts into that currency
 * @param notes what a reader must know to read the numbers right
 */
public record Report(
    String name,
    String title,
    Filter filter,
    @Nullable Instant asOf,
    boolean complete,
    @Nullable String currency,
    List<Rate> rates,
    List<String> notes,
    List<Table> tables) {

  /**
   * What one unit of the report's currency is worth.
   *
   * @param rate units of the other currency; null when none is stored
   */
  public record Rate(String currency, @Nullable BigDecimal rate) {}

  /**
   * Numbers by group.
   *
   * @param head over the column that names the groups
   * @param views the parts in which people are shown it, each with its chart
   * @param total over all groups, also those that are not told apart; null when adding up makes no
   *     sense
   */
  public record Table(
      String id,
      String title,
      String head,
      List<Column> columns,
      List<Line> lines,
      @Nullable Line total,
      List<View> views) {

    /** A table that is shown as a whole. */
    static Table whole(
        String id,
        String title,
        String head,
        List<Column> columns,
        List<Line> lines,
        @Nullable Line total,
        String... charted) {
      List<String> keys = columns.stream().map(Column::key).toList();
      return new Table(
          id,
          title,
          head,
          columns,
          lines,
          total,
          List.of(new View(id, title, keys, List.of(charted), false)));
    }
  }

  /**
   * A part of a table.
   *
   * @param columns their keys
   * @param charted the keys of those that are drawn
   * @param stacked whether they are drawn as parts of one bar, because they are parts of a whole
   */
  public record View(
      String id, String title, List<String> columns, List<String> charted, boolean stacked) {}

  /** What stands in a column. */
  public record Column(String key, String label, Kind kind) {}

  /** How numbers are read. */
  public enum Kind {
    TEXT,
    COUNT,
    /** A count of which leads may have parts. */
    PARTS,
    /** A fraction of one. */
    RATIO,
    MONEY,
    /** Seconds. */
    TIME
  }

  /** What a line is about. */
  public enum Stands {
    /** The group with its key. */
    GROUP,
    /** Whatever has none, such as leads without a campaign. */
    NONE,
    /** Groups that are not told apart. */
    OTHERS,
    /** What belongs to no group, such as costs of no campaign. */
    REST,
    /** All of it. */
    TOTAL
  }

  /**
   * One group.
   *
   * @param key empty unless it stands for a group
   * @param values by key of the column; one that is missing is not known
   */
  public record Line(Stands stands, String key, String label, Map<String, Object> values) {

    static Line group(String key, String label, Map<String, Object> values) {
      return new Line(Stands.GROUP, key, label, values);
    }

    static Line total(String label, Map<String, Object> values) {
      return new Line(Stands.TOTAL, "", label, values);
    }

    /** Whether the number of this column is known and not zero. */
    public boolean isAbove(String column) {
      return values.get(column) instanceof Number number && number.doubleValue() != 0;
    }
  }
}
