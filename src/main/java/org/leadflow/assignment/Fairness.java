package org.leadflow.assignment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts from the decisions how the turns of a pool were shared, and why they were not shared
 * otherwise.
 */
@Component
public class Fairness {

  /** So many turns are counted at most; a longer window is told in parts. */
  public static final int MOST = 20_000;

  private final JdbcClient jdbc;
  private final ObjectMapper json = new ObjectMapper();

  Fairness(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The shares of a window, from its begin and before its end. */
  @Transactional(readOnly = true)
  public FairnessReport of(String teamId, Instant from, Instant until) {
    var counted = new FairnessCount();
    try (Stream<Decided> decisions = decisions(teamId, from, until)) {
      decisions.forEach(each -> counted.add(each.owner, candidates(each.explanation)));
    }
    pastTheTurn(teamId, from, until, counted);
    return counted.report(teamId, from, until, MOST);
  }

  /**
   * Turns and targets of some pools by the hour, without the reasons, from the begin of a window
   * and before its end.
   */
  @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
  public TurnShares shares(Collection<String> teamIds, Instant from, Instant until) {
    List<Turn> turns =
        turns(
            "pool_id in (:teams) and decided_on >= :from and decided_on < :until",
            Map.of(
                "teams",
                teamIds,
                "from",
                from.atOffset(ZoneOffset.UTC),
                "until",
                until.atOffset(ZoneOffset.UTC)));
    Instant end = until;
    if (turns.size() == MOST) {
      Instant last = turns.get(MOST - 1).on;
      // What happened at the same moment stays together, for the next time.
      end = last.isAfter(turns.get(0).on) ? last : last.plusNanos(1000);
    }
    return shares(turns, end);
  }

  /** The same of these decisions, at most {@link #MOST}; whatever else they are, turns count. */
  @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
  public TurnShares shares(Collection<UUID> decisionIds) {
    return shares(
        turns("decision_id in (:ids) and pool_id is not null", Map.of("ids", decisionIds)),
        Instant.MAX);
  }

  private TurnShares shares(List<Turn> turns, Instant end) {
    Map<TurnsOfHour, FairnessCount> counted = new LinkedHashMap<>();
    List<TurnShares.Turn> told = new ArrayList<>();
    for (Turn turn : turns) {
      if (turn.on.isBefore(end)) {
        var hour = new TurnsOfHour(turn.teamId, turn.on.truncatedTo(ChronoUnit.HOURS));
        counted
            .computeIfAbsent(hour, begins -> new FairnessCount())
            .add(turn.owner, candidates(turn.explanation));
        told.add(new TurnShares.Turn(turn.decisionId, turn.on));
      }
    }
    List<TurnShares.Share> shares = new ArrayList<>();
    counted.forEach((hour, count) -> shares.addAll(count.shares(hour.teamId, hour.begin)));
    return new TurnShares(end, List.copyOf(shares), List.copyOf(told));
  }

  private List<Turn> turns(String which, Map<String, Object> parameters) {
    return jdbc.sql(
            """
            select decision_id, pool_id, decided_on, owner_user, explanation from decision
            where %s and owner_user is not null
            order by decided_on, decision_id fetch first %d rows only
            """
                .formatted(which, MOST))
        .params(parameters)
        .query(
            (row, number) ->
                new Turn(
                    row.getObject("decision_id", UUID.class),
                    row.getString("pool_id"),
                    row.getObject("decided_on", OffsetDateTime.class).toInstant(),
                    row.getString("owner_user"),
                    row.getString("explanation")))
        .list();
  }

  private Stream<Decided> decisions(String teamId, Instant from, Instant until) {
    return jdbc
        .sql(
            """
            select owner_user, explanation from decision
            where pool_id = ? and decided_on >= ? and decided_on < ? and owner_user is not null
            order by decided_on, decision_id fetch first %d rows only
            """
                .formatted(MOST))
        .params(teamId, from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) -> new Decided(row.getString("owner_user"), row.getString("explanation")))
        .stream();
  }

  private void pastTheTurn(String teamId, Instant from, Instant until, FairnessCount counted) {
    jdbc.sql(
            """
            select user_id, lower(way) as way, count(*) as times from pool_count
            where team_id = ? and counted_on >= ? and counted_on < ? group by user_id, way
            union all
            select user_id, 'credited' as way, count(*) as times from pool_credit
            where team_id = ? and credited_on >= ? and credited_on < ? group by user_id
            """)
        .params(
            List.of(
                teamId,
                from.atOffset(ZoneOffset.UTC),
                until.atOffset(ZoneOffset.UTC),
                teamId,
                from.atOffset(ZoneOffset.UTC),
                until.atOffset(ZoneOffset.UTC)))
        .query(
            (RowCallbackHandler)
                row ->
                    counted.because(
                        row.getString("user_id"), row.getString("way"), row.getLong("times")));
  }

  private JsonNode candidates(String explanation) {
    try {
      return json.readTree(explanation);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private record Turn(
      UUID decisionId, String teamId, Instant on, String owner, String explanation) {}

  private record TurnsOfHour(String teamId, Instant begin) {}

  private record Decided(String owner, String explanation) {}
}
