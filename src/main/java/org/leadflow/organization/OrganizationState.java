package org.leadflow.organization;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the whole organisation in the form of a file, in a handful of statements. */
@Component
class OrganizationState {

  private final JdbcClient jdbc;
  private final Organization organization;
  private final CalendarTable calendars;
  private final CurrencyTable currencies;

  OrganizationState(JdbcClient jdbc, Organization organization) {
    this.jdbc = jdbc;
    this.organization = organization;
    this.calendars = new CalendarTable(jdbc);
    this.currencies = new CurrencyTable(jdbc);
  }

  /**
   * Without the lists of other rooms.
   *
   * @param today absences that ended before are left out
   */
  OrganizationFile read(LocalDate today) {
    List<Team> teams = organization.teams();
    List<User> users = organization.users();
    return new OrganizationFile(
        UnitTree.of(organization.units()).rootFirst(organization.units()),
        organization.partners(),
        teams,
        byTeam("SELECT team_id, user_id FROM team_member ORDER BY team_id, user_id", teams),
        users,
        currencies(),
        new FileWork(
            calendars.calendars(),
            pairs("SELECT id, calendar_id FROM business_unit WHERE calendar_id IS NOT NULL"),
            pairs("SELECT id, calendar_id FROM app_user WHERE calendar_id IS NOT NULL"),
            skills(users),
            byTeam("SELECT team_id, user_id FROM team_manager ORDER BY team_id, user_id", teams),
            absences(today)),
        new LinkedHashMap<>());
  }

  /** Those that are not over, of everybody; a substitute who was switched off is none. */
  List<FileAbsence> absences(LocalDate today) {
    return jdbc.sql(
            """
            SELECT a.user_id, a.first_day, a.last_day, s.id AS substitute_id, a.reason
            FROM absence a LEFT JOIN app_user s ON s.id = a.substitute_id AND s.active = TRUE
            WHERE a.canceled_on IS NULL AND a.last_day >= ? ORDER BY a.user_id, a.first_day
            """)
        .param(today.minusDays(1))
        .query(OrganizationState::absence)
        .list();
  }

  private FileCurrencies currencies() {
    StoredCurrencies stored = currencies.read();
    Map<String, BigDecimal> rates = new TreeMap<>(stored.rates());
    rates.remove(stored.base());
    rates.replaceAll((code, rate) -> plain(rate));
    return new FileCurrencies(stored.base(), rates, stored.unitDefaults());
  }

  private static BigDecimal plain(BigDecimal rate) {
    BigDecimal shortest = rate.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  private Map<String, String> pairs(String select) {
    var pairs = new TreeMap<String, String>();
    jdbc.sql(select)
        .query((RowCallbackHandler) row -> pairs.put(row.getString(1), row.getString(2)));
    return pairs;
  }

  private Map<String, Set<Skill>> skills(List<User> users) {
    var skills = new LinkedHashMap<String, Set<Skill>>();
    users.forEach(user -> skills.put(user.id(), new TreeSet<>()));
    jdbc.sql("SELECT user_id, name, skill_value FROM user_skill")
        .query(
            (RowCallbackHandler)
                row ->
                    skills
                        .get(row.getString(1))
                        .add(new Skill(row.getString(2), row.getString(3))));
    return skills;
  }

  private Map<String, List<String>> byTeam(String select, List<Team> teams) {
    var users = new LinkedHashMap<String, List<String>>();
    teams.forEach(team -> users.put(team.id(), new ArrayList<>()));
    jdbc.sql(select)
        .query((RowCallbackHandler) row -> users.get(row.getString(1)).add(row.getString(2)));
    return users;
  }

  private static FileAbsence absence(ResultSet row, int number) throws SQLException {
    return new FileAbsence(
        row.getString("user_id"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getString("substitute_id"),
        row.getString("reason"));
  }
}
