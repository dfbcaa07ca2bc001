package org.leadflow.assignment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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

  private record Decided(String owner, String explanation) {}
}
