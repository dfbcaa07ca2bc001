package org.leadflow.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.leadflow.reporting.Report.Column;
import org.leadflow.reporting.Report.Kind;
import org.leadflow.reporting.Report.Line;
import org.leadflow.reporting.Report.Table;
import org.leadflow.reporting.Report.View;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
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
      SELECT %s AS g, r.%s AS raw, r.%s AS work FROM report_lead r WHERE %s
      """;

  /** So many rows come from the database at a time. */
  private static final int FETCHED = 20_000;

  private final NamedParameterJdbcTemplate jdbc;
  private final Scope scope;
  private final Labels labels;
  private final Progress progress;

  SpeedReport(DataSource source, Scope scope, Labels labels, Progress progress) {
    var rows = new JdbcTemplate(source);
    rows.setFetchSize(FETCHED);
    this.jdbc = new NamedParameterJdbcTemplate(rows);
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
    read(sums, rows, filter.measure());
    Labels.Names names = labels.of(filter.by());
    var total = new Sums();
    var lines = new ArrayList<Line>();
    for (Grouping.Group<Sums> group : sums.groups(most, each -> each.leads, Sums::add)) {
      total.add(group.sums());
      lines.add(names.line(group, group.sums().values()));
    }
    var table =
        new Table(
            "speed",
            filter.measure().title(),
            filter.by().title(),
            columns(),
            lines,
            Line.total("All", total.values()),
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
        notes(filter),
        List.of(table));
  }

  private void read(Grouping<Sums> sums, Scope.Rows rows, Measure measure) {
    String by = sums.expression("r", "created_on");
    jdbc.query(
        TIMES.formatted(by, measure.raw(), measure.work(), rows.condition()),
        rows.parameters(),
        row -> {
          Sums group = sums.of(row.getString(1));
          group.leads++;
          int raw = row.getInt(2);
          if (!row.wasNull()) {
            group.raw.add(raw);
            group.work.add(row.getInt(3));
          }
        });
  }

  private static List<String> notes(Filter filter) {
    var notes = new ArrayList<String>();
    notes.add(
        "Times are whole seconds from the creation of a lead on. Of leads created in the period those count for which it happened by now.");
    notes.add(
        switch (filter.measure()) {
          case ASSIGNMENT ->
              "A lead is assigned when it first got an owner beyond the lead desk: a person, a team in which it waits for its turn, or a partner to whom it was offered.";
          case CONTACT -> "The first contact is the one that somebody noted first.";
          case QUALIFICATION ->
              "Qualified leads count by the last time they were qualified; one that is open again does not count.";
        });
    notes.add(
        "Half of them were done within the median, nine of ten within 90 %: each is the time of one of these leads, nothing is estimated.");
    notes.add(
        "Working time is that of the person who had the lead then, or of the unit of the team that had it.");
    notes.add(Notes.MERGED);
    notes.addAll(Notes.ofLeads(filter.by()));
    return notes;
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
