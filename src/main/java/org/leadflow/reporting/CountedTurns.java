package org.leadflow.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.Fairness;
import org.leadflow.assignment.TurnShares;
import org.leadflow.assignment.TurnShares.Share;
import org.leadflow.reporting.Progress.Reached;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Adds up the turns of pools by hour. A decision is never changed, so each is added once, when its
 * transaction has most likely ended. Which were added lately is remembered, so that one whose
 * transaction took longer is still found and added.
 */
@Component
class CountedTurns {

  private static final String NEXT =
      """
      SELECT n.team_id, n.first_on FROM (
        SELECT p.team_id, (SELECT min(d.decided_on) FROM decision d WHERE d.pool_id = p.team_id
          AND d.decided_on >= :from AND d.decided_on < :until) AS first_on FROM pool p) n
      WHERE n.first_on IS NOT NULL
      """;

  private static final String LATE =
      """
      SELECT d.decision_id FROM pool p JOIN decision d ON d.pool_id = p.team_id
      WHERE d.decided_on >= :from AND d.decided_on < :until AND d.owner_user IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM report_turn_counted c WHERE c.decision_id = d.decision_id)
      FETCH FIRST %d ROWS ONLY
      """;

  private static final int LATE_TOGETHER = 1000;
  private static final Instant FIRST = Instant.EPOCH;

  private final JdbcClient jdbc;
  private final JdbcOperations batch;
  private final Progress progress;
  private final Fairness fairness;
  private final TransactionOperations transaction;
  private final ReportSettings settings;
  private final Clock clock;

  CountedTurns(
      JdbcClient jdbc,
      JdbcOperations batch,
      Progress progress,
      Fairness fairness,
      TransactionOperations transaction,
      ReportSettings settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.progress = progress;
    this.fairness = fairness;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Counts the turns of the next day in which there were some.
   *
   * @return whether there may be more; false when another node counts
   */
  boolean count() {
    return Boolean.TRUE.equals(
        transaction.execute(status -> progress.held(Progress.TURNS).map(this::next).orElse(false)));
  }

  private boolean next(Reached reached) {
    Instant end = clock.instant().minus(settings.settles());
    Instant from = Objects.requireNonNullElse(reached.until(), FIRST);
    if (!from.isBefore(end)) {
      return false;
    }
    Instant since = rememberedSince(reached);
    Map<String, Instant> waiting = waiting(from, end);
    if (waiting.isEmpty()) {
      reached(end, since, reached.wentThrough());
      return false;
    }
    // A day at a time, from the first turn of any of them on.
    Instant begin = earliest(waiting.values());
    Instant dayLater = begin.plus(1, ChronoUnit.DAYS);
    TurnShares turns =
        fairness.shares(waiting.keySet(), begin, dayLater.isBefore(end) ? dayLater : end);
    add(turns, turns.until());
    reached(turns.until(), since, reached.wentThrough());
    return turns.until().isBefore(end);
  }

  private void reached(Instant until, @Nullable Instant since, @Nullable Instant lookedOn) {
    progress.reached(Progress.TURNS, new Reached(until, null, lookedOn));
    progress.reached(Progress.REMEMBERED, new Reached(until, null, later(since, until)));
  }

  /**
   * From when on all turns that were counted are remembered; null for all there are. None are that
   * another version counted, and what was forgotten stays so when settings change.
   */
  private @Nullable Instant rememberedSince(Reached reached) {
    Reached remembered = progress.of(Progress.REMEMBERED);
    return Objects.equals(remembered.until(), reached.until())
        ? remembered.wentThrough()
        : reached.until();
  }

  private Instant later(@Nullable Instant since, Instant until) {
    Instant forgotten = until.minus(settings.latest());
    return since == null || since.isBefore(forgotten) ? forgotten : since;
  }

  private Map<String, Instant> waiting(Instant from, Instant until) {
    Map<String, Instant> waiting = new HashMap<>();
    jdbc.sql(NEXT)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .query(
            (RowCallbackHandler)
                row ->
                    waiting.put(
                        row.getString("team_id"),
                        row.getObject("first_on", OffsetDateTime.class).toInstant()));
    return waiting;
  }

  /**
   * Counts turns whose transaction ended only after their time was counted, when it is time to look
   * for them.
   *
   * @return whether there may be more; false when another node counts
   */
  boolean countLate() {
    return Boolean.TRUE.equals(
        transaction.execute(
            status ->
                progress
                    .held(Progress.TURNS)
                    .filter(reached -> reached.until() != null)
                    .map(this::late)
                    .orElse(false)));
  }

  private boolean late(Reached reached) {
    Instant now = clock.instant();
    Instant before = reached.wentThrough();
    if (before != null && before.plus(settings.latest().dividedBy(4)).isAfter(now)) {
      return false;
    }
    Instant since = later(rememberedSince(reached), reached.until());
    OffsetDateTime from = since.atOffset(ZoneOffset.UTC);
    List<UUID> late =
        jdbc.sql(LATE.formatted(LATE_TOGETHER))
            .param("from", from)
            .param("until", reached.until().atOffset(ZoneOffset.UTC))
            .query(UUID.class)
            .list();
    if (!late.isEmpty()) {
      add(fairness.shares(late), reached.until());
    }
    if (late.size() == LATE_TOGETHER) {
      return true;
    }
    jdbc.sql("DELETE FROM report_turn_counted WHERE decided_on < ?").param(from).update();
    reached(reached.until(), since, now);
    return false;
  }

  private void add(TurnShares turns, Instant until) {
    add(turns.shares());
    Instant since = until.minus(settings.latest());
    batch.batchUpdate(
        "INSERT INTO report_turn_counted (decision_id, decided_on) VALUES (?, ?)",
        turns.turns().stream()
            .filter(turn -> !turn.decidedOn().isBefore(since))
            .map(
                turn -> new Object[] {turn.decisionId(), turn.decidedOn().atOffset(ZoneOffset.UTC)})
            .toList());
  }

  private void add(List<Share> shares) {
    int[] changed =
        batch.batchUpdate(
            """
            UPDATE report_turn SET turns = turns + ?, target = target + ?
            WHERE team_id = ? AND user_id = ? AND turn_hour = ?
            """,
            shares.stream().map(CountedTurns::row).toList());
    List<Object[]> unknown = new ArrayList<>();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] == 0) {
        unknown.add(row(shares.get(i)));
      }
    }
    batch.batchUpdate(
        "INSERT INTO report_turn (turns, target, team_id, user_id, turn_hour) VALUES (?, ?, ?, ?, ?)",
        unknown);
  }

  private static Object[] row(Share share) {
    return new Object[] {
      share.turns(),
      share.target(),
      share.teamId(),
      share.userId(),
      share.hour().atOffset(ZoneOffset.UTC)
    };
  }

  private static Instant earliest(Collection<Instant> all) {
    return all.stream().min(Instant::compareTo).orElseThrow();
  }
}
