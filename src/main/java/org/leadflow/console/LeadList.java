package org.leadflow.console;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.access.VisibleRows;
import org.leadflow.console.LeadConditions.Understood;
import org.leadflow.core.Condition;
import org.leadflow.core.FieldFault;
import org.leadflow.core.WallClock;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the leads of the list among very many: reads no more than a page and one row, and counts no
 * further than anybody reads. What would take too long is given up and said.
 */
@Component
class LeadList {

  static final int LINES = 25;
  static final int LAST_PAGE = 400;
  static final int EXPORTED = 10_000;

  private static final int COUNTED = 1000;
  private static final int SECONDS = 5;
  private static final int SECONDS_TO_COUNT = 2;
  private static final int SECONDS_TO_EXPORT = 60;
  private static final Map<String, String> ORDERS =
      Map.of(
          "newest", "created_on DESC, lead_id DESC",
          "oldest", "created_on, lead_id",
          "score", "score DESC NULLS LAST, created_on DESC, lead_id DESC",
          "due", "sla_due_on, lead_id");

  private final LeadConditions conditions;
  private final Permissions permissions;
  private final Names names;
  private final WallClock times;
  private final JdbcClient jdbc;
  private final JdbcClient counting;
  private final JdbcClient exporting;

  LeadList(
      LeadConditions conditions,
      Permissions permissions,
      Names names,
      WallClock times,
      DataSource source) {
    this.conditions = conditions;
    this.permissions = permissions;
    this.names = names;
    this.times = times;
    this.jdbc = JdbcClient.create(patient(source, SECONDS));
    this.counting = JdbcClient.create(patient(source, SECONDS_TO_COUNT));
    this.exporting = JdbcClient.create(patient(source, SECONDS_TO_EXPORT));
  }

  private static JdbcTemplate patient(DataSource source, int seconds) {
    var patient = new JdbcTemplate(source);
    patient.setQueryTimeout(seconds);
    return patient;
  }

  /**
   * A page of the list.
   *
   * @param total how many there are at all; null when there are more than anybody counts, or
   *     counting them takes too long
   * @param moreThan then there are more than so many for sure
   * @param tooLong whether the search was given up
   */
  record Found(
      List<LeadRow> rows,
      int page,
      boolean further,
      @Nullable Integer total,
      int moreThan,
      List<FieldFault> faults,
      boolean tooLong) {

    /** Which of how many are shown. */
    public String range() {
      if (rows.isEmpty()) {
        return "No leads";
      }
      int first = (page - 1) * LINES + 1;
      int last = first + rows.size() - 1;
      if (total != null && total == 1) {
        return "1 lead";
      }
      String all =
          total == null
              ? String.format(Locale.ENGLISH, "more than %,d", moreThan)
              : String.valueOf(total);
      return first + "–" + last + " of " + all + " leads";
    }
  }

  /** The page with this number, from 1 on, of the leads that the caller may see. */
  Found page(LeadFilter filter, Caller caller, int wanted) {
    int page = Math.max(1, Math.min(wanted, LAST_PAGE));
    Understood understood = conditions.of(filter, caller);
    Condition where = visible(caller).and(understood.condition());
    try {
      List<LeadRow> rows = rows(jdbc, where, filter, (page - 1) * LINES, LINES + 1);
      boolean further = rows.size() > LINES;
      Integer total =
          further || page > 1 && rows.isEmpty()
              ? countInTime(where)
              : Integer.valueOf((page - 1) * LINES + rows.size());
      return new Found(
          further ? rows.subList(0, LINES) : rows,
          page,
          further && page < LAST_PAGE,
          total == null || total > COUNTED ? null : total,
          total == null ? page * LINES : COUNTED,
          understood.faults(),
          false);
    } catch (QueryTimeoutException tooLong) {
      return new Found(List.of(), page, false, null, 0, understood.faults(), true);
    }
  }

  /**
   * The first of the leads of a filter, all read before this returns: whoever takes his time with
   * them holds no connection meanwhile.
   *
   * @throws QueryTimeoutException when that takes too long
   */
  List<LeadRow> export(LeadFilter filter, Caller caller) {
    Condition where = visible(caller).and(conditions.of(filter, caller).condition());
    return rows(exporting, where, filter, 0, EXPORTED);
  }

  /** Those of these leads that the caller may see, newest first. */
  List<LeadRow> chosen(List<UUID> leadIds, Caller caller) {
    Condition these = Condition.of("lead_id IN (:chosen)", "chosen", leadIds);
    return leadIds.isEmpty()
        ? List.of()
        : rows(jdbc, visible(caller).and(these), LeadFilter.of(Map.of()), 0, leadIds.size());
  }

  /** How many leads fit, or null when there are very many of them, or counting takes too long. */
  @Nullable Integer count(LeadFilter filter, Caller caller) {
    Integer some = countInTime(visible(caller).and(conditions.of(filter, caller).condition()));
    return some == null || some > COUNTED ? null : some;
  }

  private Condition visible(Caller caller) {
    VisibleRows rows = permissions.visibleRows(caller, Privilege.READ);
    return new Condition(rows.of("lead"), rows.parameters());
  }

  private List<LeadRow> rows(
      JdbcClient by, Condition where, LeadFilter filter, int offset, int size) {
    return by.sql(select(where, filter))
        .params(values(where, offset, size))
        .query((row, number) -> LeadRow.read(row, names, times))
        .list();
  }

  private static String select(Condition where, LeadFilter filter) {
    return "SELECT "
        + LeadRow.COLUMNS
        + "FROM lead WHERE "
        + where.sql()
        + " ORDER BY "
        + order(filter)
        + " OFFSET :skipped ROWS FETCH NEXT :size ROWS ONLY";
  }

  private static Map<String, Object> values(Condition where, int offset, int size) {
    Map<String, Object> values = new HashMap<>(where.values());
    values.put("skipped", offset);
    values.put("size", size);
    return values;
  }

  /** Who asks for what is due wants to see what is most urgent. */
  static String order(LeadFilter filter) {
    String usual = filter.get("due").isEmpty() ? "newest" : "due";
    return ORDERS.getOrDefault(filter.get("sort"), ORDERS.get(usual));
  }

  /** How many there are, one more than anybody counts for all beyond; null when it takes long. */
  private @Nullable Integer countInTime(Condition where) {
    try {
      return counting
          .sql(
              "SELECT count(*) FROM (SELECT 1 AS one FROM lead WHERE "
                  + where.sql()
                  + " FETCH FIRST "
                  + (COUNTED + 1)
                  + " ROWS ONLY) counted")
          .params(where.values())
          .query(Integer.class)
          .single();
    } catch (QueryTimeoutException tooLong) {
      return null;
    }
  }
}
