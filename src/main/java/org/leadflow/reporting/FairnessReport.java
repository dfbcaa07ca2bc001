package org.leadflow.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Sphere;
import org.leadflow.organization.Spheres;
import org.leadflow.organization.Team;
import org.leadflow.reporting.Report.Column;
import org.leadflow.reporting.Report.Kind;
import org.leadflow.reporting.Report.Line;
import org.leadflow.reporting.Report.Stands;
import org.leadflow.reporting.Report.Table;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the turns of pools were shared, against the share each member was to have of every turn at
 * which he was in the team. Counted by the hour: a time zone that is not whole hours away from UTC
 * gets the hours that begin in its days.
 */
@Service
public class FairnessReport {

  public static final List<Dimension> DIMENSIONS = List.of(Dimension.OWNER);

  private static final List<Column> COLUMNS =
      List.of(
          new Column("turns", "Turns", Kind.COUNT),
          new Column("target", "Target", Kind.PARTS),
          new Column("difference", "Difference", Kind.PARTS),
          new Column("share", "Share", Kind.RATIO),
          new Column("targetShare", "Target share", Kind.RATIO));

  private final JdbcClient jdbc;
  private final CurrentCaller callers;
  private final Permissions permissions;
  private final Spheres spheres;
  private final Organization organization;
  private final Labels labels;
  private final Progress progress;

  FairnessReport(
      JdbcClient jdbc,
      CurrentCaller callers,
      Permissions permissions,
      Spheres spheres,
      Organization organization,
      Labels labels,
      Progress progress) {
    this.jdbc = jdbc;
    this.callers = callers;
    this.permissions = permissions;
    this.spheres = spheres;
    this.organization = organization;
    this.labels = labels;
    this.progress = progress;
  }

  private record Turns(String userId, long turns, double target) {}

  /** A table for each pool that gave turns and that whoever is logged in may see. */
  @Transactional(readOnly = true)
  public Report of(Filter filter) {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.READ);
    Sphere sphere = spheres.of(caller.userId());
    Set<String> wanted = filter.unit() == null ? Set.of() : organization.unitsBelow(filter.unit());
    Map<String, List<Turns>> byTeam = turns(filter);
    Labels.Names names = labels.of(Dimension.OWNER);
    List<Table> tables =
        organization.teams().stream()
            .filter(team -> byTeam.containsKey(team.id()) && sees(caller, sphere, team))
            .filter(team -> filter.unit() == null || wanted.contains(team.businessUnitId()))
            .map(team -> table(team, byTeam.get(team.id()), names))
            .toList();
    return new Report(
        "fairness",
        "Fairness",
        filter,
        progress.of(Progress.TURNS).until(),
        progress.of(Progress.TURNS).until() != null,
        null,
        List.of(),
        List.of(
            "The target is the member's share of every turn at which he was in the team, had nothing stood against anybody.",
            "A turn is counted in the hour in which it was given, for days of time zones whole hours away from UTC exactly. Leads that came by name, by hand or to one who knew the customer are no turns.",
            "Why somebody got more or less stands on the page of the pool. A turn was given, whatever became of the lead later."),
        tables);
  }

  /** Those he manages, by his role or by name, and those he is a member of; as with pools. */
  private static boolean sees(Caller caller, Sphere sphere, Team team) {
    return sphere.everybody()
        || caller.teamIds().contains(team.id())
        || sphere.teamIds().contains(team.id())
        || sphere.unitIds().contains(team.businessUnitId())
        || sphere.partnerId() != null && sphere.partnerId().equals(team.partnerId());
  }

  private Map<String, List<Turns>> turns(Filter filter) {
    Map<String, List<Turns>> byTeam = new TreeMap<>();
    jdbc.sql(
            """
            SELECT team_id, user_id, sum(turns) AS turns, sum(target) AS target FROM report_turn
            WHERE turn_hour >= ? AND turn_hour < ? GROUP BY team_id, user_id ORDER BY team_id, sum(turns) DESC, user_id
            """)
        .params(filter.begin().atOffset(ZoneOffset.UTC), filter.end().atOffset(ZoneOffset.UTC))
        .query(
            (RowCallbackHandler)
                row ->
                    byTeam
                        .computeIfAbsent(row.getString("team_id"), team -> new ArrayList<>())
                        .add(
                            new Turns(
                                row.getString("user_id"),
                                row.getLong("turns"),
                                row.getDouble("target"))));
    return byTeam;
  }

  private static Table table(Team team, List<Turns> members, Labels.Names names) {
    long turns = members.stream().mapToLong(Turns::turns).sum();
    double target = members.stream().mapToDouble(Turns::target).sum();
    List<Line> lines =
        members.stream()
            .map(
                member ->
                    Line.group(
                        member.userId(),
                        names.of(Stands.GROUP, member.userId()),
                        values(member.turns(), member.target(), turns, target)))
            .toList();
    return Table.whole(
        team.id(),
        team.name(),
        "Member",
        COLUMNS,
        lines,
        Line.total("All", values(turns, target, turns, target)),
        "turns",
        "target");
  }

  private static Map<String, Object> values(
      long turns, double target, long allTurns, double allTarget) {
    Map<String, Object> values = new HashMap<>();
    values.put("turns", turns);
    values.put("target", rounded(target, 3));
    values.put("difference", rounded(turns - target, 3));
    if (allTurns > 0 && allTarget > 0) {
      values.put("share", rounded((double) turns / allTurns, 4));
      values.put("targetShare", rounded(target / allTarget, 4));
    }
    return values;
  }

  private static BigDecimal rounded(double number, int places) {
    return BigDecimal.valueOf(number).setScale(places, RoundingMode.HALF_UP);
  }
}
