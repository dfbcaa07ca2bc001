package org.leadflow.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
 * What became of deadlines in the period in which it happened, by who had the lead then. A deadline
 * is met, or it is missed; a missed one is done too late, or its owner loses the lead, or neither.
 */
@Service
public class DeadlineReport {

  public static final List<Dimension> DIMENSIONS =
      List.of(
          Dimension.DEADLINE,
          Dimension.OWNER,
          Dimension.TEAM,
          Dimension.UNIT,
          Dimension.SOURCE,
          Dimension.GRADE,
          Dimension.MONTH,
          Dimension.QUARTER,
          Dimension.WEEK);

  private static final List<String> COUNTS =
      List.of("met", "late", "rerouted", "missed", "reminded", "waiting");

  private static final String HAPPENED =
      """
      SELECT g, member, count(*) FILTER (WHERE what = 'MET') AS met, count(*) FILTER (WHERE what = 'LATE') AS late,
        count(*) FILTER (WHERE what = 'REROUTED') AS rerouted, count(*) FILTER (WHERE what = 'MISSED') AS missed,
        count(*) FILTER (WHERE what = 'REMINDED') AS reminded, count(*) FILTER (WHERE what = 'WAITING') AS waiting
      FROM (SELECT %s AS g, %s AS member, e.what
        FROM (SELECT d.deadline, d.what, d.happened_on, d.owner_user, d.owner_team, d.owner_team AS team_id,
            d.owning_business_unit, d.grade, d.lead_source_code, COALESCE(u.partner_id, t.partner_id) AS owning_partner
          FROM deadline_event d LEFT JOIN app_user u ON u.id = d.owner_user
            LEFT JOIN team t ON t.id = d.owner_team) e
        WHERE %s) x
      GROUP BY g, member
      """;

  private final JdbcClient jdbc;
  private final Scope scope;
  private final Owners owners;
  private final Labels labels;
  private final Clock clock;

  DeadlineReport(JdbcClient jdbc, Scope scope, Owners owners, Labels labels, Clock clock) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.owners = owners;
    this.labels = labels;
    this.clock = clock;
  }

  private static final class Sums {

    private final Map<String, Long> counts = new TreeMap<>();

    void counted(ResultSet row) throws SQLException {
      for (String count : COUNTS) {
        counts.merge(count, row.getLong(count), Long::sum);
      }
    }

    void add(Sums other) {
      other.counts.forEach((count, more) -> counts.merge(count, more, Long::sum));
    }

    long of(String count) {
      return counts.getOrDefault(count, 0L);
    }

    /** Each is met or missed once, whatever becomes of it after that. */
    long due() {
      return of("met") + of("missed");
    }

    Map<String, Object> values() {
      Map<String, Object> values = new HashMap<>();
      COUNTS.forEach(count -> values.put(count, of(count)));
      values.put("due", due());
      if (due() > 0) {
        values.put(
            "kept",
            BigDecimal.valueOf(of("met"))
                .divide(BigDecimal.valueOf(due()), 4, RoundingMode.HALF_UP));
      }
      return values;
    }
  }

  /**
   * The report for whoever is logged in; never behind.
   *
   * @param most so many groups are told apart; the smallest of more are put together
   */
  @Transactional(readOnly = true)
  public Report of(Filter filter, int most) {
    var sums = new Grouping<>(filter, Sums::new);
    Scope.Rows rows = scope.of(filter, "e", "happened_on");
    boolean byTeam = filter.by() == Dimension.TEAM;
    Owners.@Nullable Asked owners = byTeam ? this.owners.asked() : null;
    jdbc.sql(
            HAPPENED.formatted(
                sums.expression("e", "happened_on"),
                byTeam ? "e.owner_user" : "CAST(NULL AS varchar(64))",
                rows.condition()))
        .params(rows.parameters())
        .query((RowCallbackHandler) row -> sums.of(group(row, owners)).counted(row));
    Labels.Names names = labels.of(filter.by());
    var total = new Sums();
    var lines = new ArrayList<Line>();
    for (Grouping.Group<Sums> group : sums.groups(most, Sums::due, Sums::add)) {
      total.add(group.sums());
      lines.add(names.line(group, group.sums().values()));
    }
    var table =
        new Table(
            "deadlines",
            "Deadlines",
            filter.by().title(),
            List.of(
                new Column("due", "Met or missed", Kind.COUNT),
                new Column("met", "Met", Kind.COUNT),
                new Column("missed", "Missed", Kind.COUNT),
                new Column("kept", "Met of these", Kind.RATIO),
                new Column("late", "Done too late", Kind.COUNT),
                new Column("rerouted", "Re-routed", Kind.COUNT),
                new Column("reminded", "Reminded", Kind.COUNT),
                new Column("waiting", "Customer asked for time", Kind.COUNT)),
            lines,
            Line.total("All", total.values()),
            List.of(
                new View(
                    "due",
                    "Met or missed",
                    List.of("due", "met", "missed", "kept"),
                    List.of("met", "missed"),
                    true),
                new View(
                    "after",
                    "What became of missed ones",
                    List.of("late", "rerouted"),
                    List.of("late", "rerouted"),
                    false),
                new View(
                    "before",
                    "What happened before they were due",
                    List.of("reminded", "waiting"),
                    List.of("reminded", "waiting"),
                    false)));
    return new Report(
        "deadlines",
        "Deadlines",
        filter,
        clock.instant(),
        true,
        null,
        List.of(),
        notes(filter),
        List.of(table));
  }

  /** What a person had counts for his team. */
  private static @Nullable String group(ResultSet row, Owners.@Nullable Asked owners)
      throws SQLException {
    String group = row.getString("g");
    return group == null && owners != null ? owners.teamOf(row.getString("member")) : group;
  }

  private static List<String> notes(Filter filter) {
    var notes = new ArrayList<String>();
    notes.add(
        "What happened in the period counts, for whoever had the lead then. Deadlines of a deleted lead count nowhere.");
    notes.add(
        "Each deadline is met once or missed once, when its time is over; the share is of these. A missed one may be done too late after that, or its owner loses the lead, or it stays open: that is counted when it happens.");
    notes.add(
        "Nobody is told while a lead waits for an approval: what falls due then is missed when it is done too late, not before.");
    notes.add(
        "A lead that is only offered to a partner has no deadline of ours, and one that is merged into another ends none.");
    notes.addAll(Notes.ofEvents(filter.by()));
    return notes;
  }
}
