package org.leadflow.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.reporting.Progress.Reached;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds the leads whose row is not as the lead is, and has them counted again. What changed lately
 * is found by the trail, which has a line for whatever happens to a lead, and by what its customer
 * asked for; once a day all leads are gone through, so that nothing stays wrong for longer.
 */
@Component
class CountedLeads {

  // What people asked for is on no trail; who asked for products is counted again each time.
  private static final String CHANGED =
      """
      SELECT c.at, c.lead_id,
        CASE WHEN c.asked = 1 OR l.version IS DISTINCT FROM r.lead_version THEN 1 ELSE 0 END AS behind
      FROM (SELECT s.at, s.lead_id, s.asked FROM (
          (SELECT a.at, a.lead_id, 0 AS asked FROM lead_audit a WHERE a.at > :after
            ORDER BY a.at FETCH FIRST %1$d ROWS WITH TIES)
          UNION ALL
          (SELECT q.created_on, q.lead_id, 1 FROM customer_request q
            WHERE q.created_on > :after AND q.product_interest IS NOT NULL
            ORDER BY q.created_on FETCH FIRST %1$d ROWS WITH TIES)) s
        ORDER BY s.at FETCH FIRST %1$d ROWS WITH TIES) c
      LEFT JOIN lead l ON l.lead_id = c.lead_id
      LEFT JOIN report_lead r ON r.lead_id = c.lead_id
      ORDER BY c.at
      """;

  private static final String NEXT =
      "SELECT lead_id FROM lead WHERE lead_id > ? ORDER BY lead_id FETCH FIRST %d ROWS ONLY";

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
   * Counts the leads that changed since this was done the last time, piece by piece in the order in
   * which they changed, so that a long way behind costs no more than each change once. Leaves it to
   * another node when that one counts.
   */
  void countChanged() {
    var pass = new Pass(clock.instant());
    while (done(() -> progress.held(Progress.LEADS).map(pass::piece).orElse(false))
        && !Thread.currentThread().isInterrupted()) {
      Thread.yield();
    }
  }

  /** One look at what changed until now. What changes meanwhile is left to the next. */
  private final class Pass {

    private final Instant begun;
    private @Nullable Instant seen;

    private Pass(Instant begun) {
      this.begun = begun;
    }

    /** Whether there may be more. */
    private boolean piece(Reached reached) {
      // Whatever was there before the first time is found by going through all leads.
      Instant until = Objects.requireNonNullElse(reached.until(), begun);
      Instant after = seen != null ? seen : until.minus(settings.settles());
      List<Changed> changed =
          jdbc.sql(CHANGED.formatted(settings.together()))
              .param("after", after.atOffset(ZoneOffset.UTC))
              .query(Changed::read)
              .list();
      lines.count(
          changed.stream()
              .filter(Changed::behind)
              .map(Changed::leadId)
              .collect(Collectors.toSet()));
      boolean more = changed.size() >= settings.together();
      seen = more ? changed.get(changed.size() - 1).at : begun;
      if (seen.isAfter(until) || reached.until() == null) {
        progress.reached(
            Progress.LEADS,
            new Reached(
                seen.isBefore(begun) ? seen : begun, reached.atLead(), reached.wentThrough()));
      }
      return more && seen.isBefore(begun);
    }
  }

  /**
   * Goes through some more of all leads, when it is time for that, and corrects what is not as it
   * must be.
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

  /** Whether all leads were gone through at least once. */
  boolean wereAllCounted() {
    return progress.of(Progress.LEADS).wentThrough() != null;
  }

  private boolean goThrough(Reached reached) {
    Instant now = clock.instant();
    Instant before = reached.wentThrough();
    boolean due = before == null || !before.plus(settings.everything()).isAfter(now);
    if (reached.atLead() == null && !due) {
      return false;
    }
    UUID from = Objects.requireNonNullElse(reached.atLead(), FIRST);
    List<UUID> next =
        jdbc.sql(NEXT.formatted(settings.together())).param(from).query(UUID.class).list();
    lines.count(next);
    boolean more = next.size() == settings.together();
    UUID to = more ? next.get(next.size() - 1) : null;
    lines.count(jdbc.sql(GONE).params(from, to == null ? LAST : to).query(UUID.class).list());
    progress.reached(Progress.LEADS, new Reached(reached.until(), to, more ? before : now));
    return more;
  }

  private boolean done(Supplier<Boolean> work) {
    return Boolean.TRUE.equals(transaction.execute(status -> work.get()));
  }

  private record Changed(Instant at, UUID leadId, boolean behind) {

    private static Changed read(ResultSet row, int number) throws SQLException {
      return new Changed(
          row.getObject("at", OffsetDateTime.class).toInstant(),
          row.getObject("lead_id", UUID.class),
          row.getInt("behind") == 1);
    }
  }
}
