package org.leadflow.organization;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Lists users, teams and absences page by page, each page in a handful of statements. */
@Component
public class OrganizationLists {

  private static final String COVERED =
      """
      (:everybody = TRUE OR u.id = :me OR u.id IN (:members) OR u.business_unit_id IN (:units)
        OR u.partner_id = :partner)
      """;

  private static final String LIKE =
      "(LOWER(u.name) LIKE :text ESCAPE '!' OR LOWER(u.id) LIKE :text ESCAPE '!')";

  private final JdbcClient jdbc;

  OrganizationLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What to look for; null for anything.
   *
   * @param text a part of the id or the name
   */
  public record Filter(
      @Nullable String text,
      @Nullable String unitId,
      @Nullable String teamId,
      @Nullable String userId,
      @Nullable Boolean active) {}

  /** The users whom the sphere covers, in the order of their ids. */
  public Page<User> users(Sphere sphere, Filter filter, Pageable page) {
    String where =
        "FROM app_user u WHERE "
            + COVERED
            + and(filter.text(), LIKE)
            + and(filter.unitId(), "u.business_unit_id = :unit")
            + and(filter.active(), "u.active = :active")
            + and(filter.teamId(), memberOf());
    List<String> ids =
        query("SELECT u.id " + where + " ORDER BY u.id" + limit(page), sphere, filter)
            .query(String.class)
            .list();
    List<User> users =
        ids.isEmpty()
            ? List.of()
            : jdbc.sql(UserRows.SELECT + "where u.id in (:ids) order by u.id")
                .param("ids", ids)
                .query(new UserRows());
    return new PageImpl<>(users, page, count(where, sphere, filter));
  }

  /**
   * Teams, in the order of their ids.
   *
   * @param partnerId whose teams; null for all
   */
  public Page<Team> teams(Filter filter, @Nullable String partnerId, Pageable page) {
    String where =
        "FROM team u WHERE 1 = 1"
            + and(partnerId, "u.partner_id = :partner")
            + and(filter.text(), LIKE)
            + and(filter.unitId(), "u.business_unit_id = :unit");
    List<Team> teams =
        query(
                "SELECT u.id, u.name, u.business_unit_id, u.partner_id "
                    + where
                    + " ORDER BY u.id"
                    + limit(page),
                null,
                filter)
            .param("partner", partnerId)
            .query(
                (row, number) ->
                    new Team(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
            .list();
    long total =
        query("SELECT count(*) " + where, null, filter)
            .param("partner", partnerId)
            .query(Long.class)
            .single();
    return new PageImpl<>(teams, page, total);
  }

  /**
   * The absences of the users whom the sphere covers, the latest first.
   *
   * @param from only those that end on this day or later
   * @param until only those that begin on this day or earlier
   */
  public Page<StoredAbsence> absences(
      Sphere sphere,
      Filter filter,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      boolean canceledToo,
      Pageable page) {
    String where =
        "JOIN app_user u ON u.id = a.user_id WHERE "
            + COVERED
            + and(filter.userId(), "u.id = :user")
            + and(filter.teamId(), memberOf())
            + and(from, "a.last_day >= :from")
            + and(until, "a.first_day <= :until")
            + (canceledToo ? "" : " AND a.canceled_on IS NULL");
    List<StoredAbsence> absences =
        days(
                query(
                    Absences.SELECT
                        + where
                        + " ORDER BY a.first_day DESC, a.absence_id DESC"
                        + limit(page),
                    sphere,
                    filter),
                from,
                until)
            .query(Absences::row)
            .list();
    long total =
        days(query("SELECT count(*) FROM absence a " + where, sphere, filter), from, until)
            .query(Long.class)
            .single();
    return new PageImpl<>(absences, page, total);
  }

  /** The ids of the members or managers of teams by the id of the team. */
  public Map<String, List<String>> usersOf(String table, Set<String> teamIds) {
    if (teamIds.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            "SELECT team_id, user_id FROM %s WHERE team_id IN (:ids) ORDER BY user_id"
                .formatted(table))
        .param("ids", teamIds)
        .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private long count(String where, @Nullable Sphere sphere, Filter filter) {
    return query("SELECT count(*) " + where, sphere, filter).query(Long.class).single();
  }

  private StatementSpec query(String sql, @Nullable Sphere sphere, Filter filter) {
    StatementSpec query = jdbc.sql(sql);
    if (sphere != null) {
      query =
          query
              .param("everybody", sphere.everybody())
              .param("me", sphere.userId())
              .param("members", atLeastOne(sphere.memberIds()))
              .param("units", atLeastOne(sphere.unitIds()))
              .param("partner", sphere.partnerId() == null ? "" : sphere.partnerId());
    }
    if (filter.text() != null) {
      String text = filter.text().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
      query = query.param("text", "%" + text + "%");
    }
    query = filter.unitId() == null ? query : query.param("unit", filter.unitId());
    query = filter.active() == null ? query : query.param("active", filter.active());
    query = filter.userId() == null ? query : query.param("user", filter.userId());
    return filter.teamId() == null ? query : query.param("team", filter.teamId());
  }

  private static StatementSpec days(
      StatementSpec query, @Nullable LocalDate from, @Nullable LocalDate until) {
    StatementSpec with = from == null ? query : query.param("from", from);
    return until == null ? with : with.param("until", until);
  }

  private static String and(@Nullable Object wanted, String condition) {
    return wanted == null ? "" : " AND " + condition;
  }

  private static String memberOf() {
    return "EXISTS (SELECT 1 FROM team_member m WHERE m.user_id = u.id AND m.team_id = :team)";
  }

  private static String limit(Pageable page) {
    return " LIMIT " + page.getPageSize() + " OFFSET " + page.getOffset();
  }

  /** A list in a statement is never empty. */
  private static Set<String> atLeastOne(Set<String> ids) {
    return ids.isEmpty() ? Set.of("") : ids;
  }
}
