package org.leadflow.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.leadflow.reporting.Progress.Reached;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds the leads whose row is not as the lead is, and has them counted again. What changed lately
 * is found by the trail, which has a line for whatever happens to a lead; once a day all leads are
 * gone through, so that nothing stays wrong for longer.
 */
@Component
class CountedLeads {

  private static final String CHANGED =
      """
      SELECT t.lead_id FROM (SELECT DISTINCT a.lead_id FROM lead_audit a WHERE a.at >= ?) t
        LEFT JOIN lead l ON l.lead_id = t.lead_id
        LEFT JOIN report_lead r ON r.lead_id = t.lead_id
      WHERE (l.lead_id IS NULL AND r.lead_id IS NOT NULL)
        OR (l.lead_id IS NOT NULL AND (r.lead_id IS NULL OR r.lead_version <> l.version))
      FETCH FIRST %d ROWS ONLY
      """;

  private static final String NEXT =
      """
      SELECT l.lead_id, CASE WHEN r.lead_version = l.version THEN 1 ELSE 0 END AS counted
      FROM lead l LEFT JOIN report_lead r ON r.lead_id = l.lead_id
      WHERE l.lead_id > ? ORDER BY l.lead_id FETCH FIRST %d ROWS ONLY
      """;

  private static final String GONE =
      """
      SELECT lead_id FROM report_lead WHERE lead_id > ? AND lead_id <= ?
        AND NOT EXISTS (SELECT 1 FROM lead l WHERE l.lead_id = report_lead.lead_id)
      """;

  // No id is smaller than the one or larger than the other.
  private static final UUID FIRST = new UUID(0, 0);
  private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  private final JdbcClient jdbc;
  private final Progress progress;
  private final LeadLines lines;
  private final TransactionOperations transaction;
  private final ReportSettings settings;
  private final Clock clock;

  CountedLeads(
      JdbcClient jdbc,
      Progress progress,
      LeadLines lines,
      TransactionOperations transaction,
      ReportSettings settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.progress = progress;
    this.lines = lines;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Counts some of the leads that changed.
   *
   * @return whether there may be more; false when another node counts
   */
  boolean countChanged() {
    return done(() -> progress.held(Progress.LEADS).map(this::countChanged).orElse(false));
  }

  private boolean countChanged(Reached reached) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    // Whatever was there before the first time is found by going through all leads.
    Instant since = Objects.requireNonNullElse(reached.until(), now).minus(settings.settles());
    List<UUID> changed =
        jdbc.sql(CHANGED.formatted(settings.together()))
            .param(since.atOffset(ZoneOffset.UTC))
            .query(UUID.class)
            .list();
    lines.count(changed);
    if (changed.size() == settings.together()) {
      return true;
    }
    progress.reached(Progress.LEADS, new Reached(now, reached.atLead(), reached.wentThrough()));
    return false;
  }

  /**
   * Goes through some more of all leads, when it is time for that.
   *
   * @return whether there are more; false when another node counts
   */
  boolean goThrough() {
    return done(
        () ->
            progress
                .held(Progress.LEADS)
                .filter(reached -> reached.until() != null)
                .map(this::goThrough)
                .orElse(false));
  }

  private boolean goThrough(Reached reached) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant before = reached.wentThrough();
    boolean due = before == null || !before.plus(settings.everything()).isAfter(now);
    if (reached.atLead() == null && !due) {
      return false;
    }
    UUID from = Objects.requireNonNullElse(reached.atLead(), FIRST);
    List<Next> next =
        jdbc.sql(NEXT.formatted(settings.together()))
            .param(from)
            .query(
                (row, number) ->
                    new Next(row.getObject("lead_id", UUID.class), row.getInt("counted") == 1))
            .list();
    lines.count(next.stream().filter(lead -> !lead.counted).map(Next::leadId).toList());
    boolean more = next.size() == settings.together();
    UUID to = more ? next.get(next.size() - 1).leadId : null;
    lines.count(jdbc.sql(GONE).params(from, to == null ? LAST : to).query(UUID.class).list());
    progress.reached(Progress.LEADS, new Reached(reached.until(), to, more ? before : now));
    return more;
  }

  private boolean done(Supplier<Boolean> work) {
    return Boolean.TRUE.equals(transaction.execute(status -> work.get()));
  }

  private record Next(UUID leadId, boolean counted) {}
}
