package org.leadflow.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.leadflow.reporting.Report.Column;
import org.leadflow.reporting.Report.Kind;
import org.leadflow.reporting.Report.Line;
import org.leadflow.reporting.Report.Table;
import org.leadflow.reporting.Report.View;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How fast leads that were created in the period were assigned, contacted or qualified: on the
 * clock and in the working time of whoever did it.
 */
@Service
public class SpeedReport {

  public static final List<Dimension> DIMENSIONS =
      List.of(
          Dimension.TEAM,
          Dimension.OWNER,
          Dimension.SOURCE,
          Dimension.UNIT,
          Dimension.PARTNER,
          Dimension.CAMPAIGN,
          Dimension.MONTH,
          Dimension.QUARTER,
          Dimension.WEEK);

  private static final int[] PERCENTS = {50, 75, 90, 95};

  private static final String TIMES =
      """
      SELECT g, seconds, count(*) AS many FROM (SELECT %s AS g, %s AS seconds FROM report_lead r WHERE %s) x
      GROUP BY g, seconds
      """;

  private final JdbcClient jdbc;
  private final Scope scope;
  private final Labels labels;
  private final Progress progress;

  SpeedReport(JdbcClient jdbc, Scope scope, Labels labels, Progress progress) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.labels = labels;
    this.progress = progress;
  }

  private static final class Sums {

    private long leads;
    private final Durations raw = new Durations();
    private final Durations work = new Durations();

    void add(Sums other) {
      leads += other.leads;
      raw.add(other.raw);
      work.add(other.work);
    }

    Map<String, Object> values() {
      Map<String, Object> values = new HashMap<>();
      values.put("leads", leads);
      values.put("done", raw.many());
      for (int percent : PERCENTS) {
        put(values, "p" + percent, raw.percentile(percent));
        put(values, "workP" + percent, work.percentile(percent));
      }
      return values;
    }

    private static void put(Map<String, Object> values, String key, Integer seconds) {
      if (seconds != null) {
        values.put(key, seconds);
      }
    }
  }

  /**
   * The report for whoever is logged in.
   *
   * @param most so many groups are told apart; the smallest of more are put together
   */
  @Transactional(readOnly = true)
  public Report of(Filter filter, int most) {
    var sums = new Grouping<>(filter, Sums::new);
    Scope.Rows rows = scope.of(filter, "r", "created_on");
    read(sums, rows, filter.measure().raw(), true);
    read(sums, rows, filter.measure().work(), false);
    Function<String, String> names = labels.of(filter.by());
    var total = new Sums();
    var lines = new ArrayList<Line>();
    for (Grouping.Group<Sums> group : sums.groups(most, each -> each.leads, Sums::add)) {
      total.add(group.sums());
      lines.add(new Line(group.key(), names.apply(group.key()), group.sums().values()));
    }
    var table =
        new Table(
            "speed",
            filter.measure().title(),
            filter.by().title(),
            columns(),
            lines,
            new Line("total", "All", total.values()),
            List.of(view("clock", "On the clock", "p"), view("work", "In working time", "workP")));
    Progress.Reached reached = progress.of(Progress.LEADS);
    return new Report(
        "speed",
        "Speed to lead",
        filter,
        reached.until(),
        reached.wentThrough() != null,
        null,
        List.of(),
        List.of(
            "Times count from the creation of a lead on. Of leads created in the period those count for which it happened by now.",
            "Half of them were done within the median, nine of ten within 90 %. Times are cut to steps of at most a twentieth of them.",
            "Working time is that of the person who had the lead then, or of the unit of the team that had it."),
        List.of(table));
  }

  private void read(Grouping<Sums> sums, Scope.Rows rows, String column, boolean raw) {
    String by = sums.expression("r", "created_on");
    jdbc.sql(TIMES.formatted(by, Durations.CUT.formatted("r." + column), rows.condition()))
        .params(rows.parameters())
        .query(
            (RowCallbackHandler)
                row -> {
                  Sums group = sums.of(row.getString("g"));
                  long many = row.getLong("many");
                  int seconds = row.getInt("seconds");
                  boolean done = !row.wasNull();
                  if (raw) {
                    group.leads += many;
                  }
                  if (done) {
                    (raw ? group.raw : group.work).add(seconds, many);
                  }
                });
  }

  private static List<Column> columns() {
    var columns = new ArrayList<Column>();
    columns.add(new Column("leads", "Leads", Kind.COUNT));
    columns.add(new Column("done", "Of these done", Kind.COUNT));
    for (String prefix : List.of("p", "workP")) {
      for (int percent : PERCENTS) {
        String label = percent == 50 ? "Median" : percent + " %";
        columns.add(
            new Column(
                prefix + percent,
                prefix.equals("p") ? label : label + " of working time",
                Kind.TIME));
      }
    }
    return columns;
  }

  private static View view(String id, String title, String prefix) {
    return new View(
        id,
        title,
        List.of("leads", "done", prefix + "50", prefix + "75", prefix + "90", prefix + "95"),
        List.of(prefix + "50", prefix + "90"),
        false);
  }
}
