package org.leadflow.routing.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.routing.replay.Replay.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The replays that were asked for, on whichever node they run. */
@Component
class ReplayTable {

  private static final Duration KEPT = Duration.ofDays(90);

  /** A node that still works on a replay says so many times in this while. */
  private static final Duration SILENT = Duration.ofMinutes(2);

  private static final int LONGEST_FAILURE = 4000;

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  ReplayTable(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** Adds one that waits to run; those nobody keeps any longer go. */
  void add(UUID id, String startedBy, Replay.Request request) {
    jdbc.sql("DELETE FROM rule_replay WHERE started_on < ?").param(now().minus(KEPT)).update();
    jdbc.sql(
            """
            INSERT INTO rule_replay (replay_id, started_by, started_on, touched_on, state, request, leads_done)
            VALUES (?, ?, ?, ?, ?, ?, 0)
            """)
        .params(id, startedBy, now(), now(), State.WAITING.name(), text(request))
        .update();
  }

  /** Notes that this node still works on them. */
  void touch(Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      jdbc.sql("UPDATE rule_replay SET touched_on = :now WHERE replay_id IN (:ids)")
          .param("now", now())
          .param("ids", ids)
          .update();
    }
  }

  void running(UUID id, int leadsDone) {
    jdbc.sql("UPDATE rule_replay SET state = ?, leads_done = ?, touched_on = ? WHERE replay_id = ?")
        .params(State.RUNNING.name(), leadsDone, now(), id)
        .update();
  }

  void done(UUID id, ReplayResult result) {
    jdbc.sql(
            """
            UPDATE rule_replay SET state = ?, leads_done = ?, touched_on = ?, finished_on = ?, result = ?
            WHERE replay_id = ?
            """)
        .params(State.DONE.name(), result.leads(), now(), now(), text(result), id)
        .update();
  }

  void failed(UUID id, String why) {
    jdbc.sql(
            """
            UPDATE rule_replay SET state = ?, touched_on = ?, finished_on = ?, failure = ? WHERE replay_id = ?
            """)
        .params(
            State.FAILED.name(),
            now(),
            now(),
            why.substring(0, Math.min(why.length(), LONGEST_FAILURE)),
            id)
        .update();
  }

  Optional<Replay> find(UUID id) {
    return jdbc.sql("SELECT * FROM rule_replay WHERE replay_id = ?")
        .param(id)
        .query(this::read)
        .optional();
  }

  /** The newest, those of one user or everybody's; without their results. */
  List<Replay> newest(@Nullable String startedBy, int most) {
    return jdbc.sql(
            """
            SELECT replay_id, started_by, started_on, touched_on, finished_on, state, request, leads_done, failure,
              CAST(NULL AS varchar(10)) AS result
            FROM rule_replay %s ORDER BY started_on DESC FETCH FIRST %d ROWS ONLY
            """
                .formatted(startedBy == null ? "" : "WHERE started_by = ?", most))
        .params(startedBy == null ? List.of() : List.of(startedBy))
        .query(this::read)
        .list();
  }

  private Replay read(ResultSet row, int number) throws SQLException {
    State state = State.valueOf(row.getString("state"));
    OffsetDateTime touched = row.getObject("touched_on", OffsetDateTime.class);
    OffsetDateTime finished = row.getObject("finished_on", OffsetDateTime.class);
    boolean lost = finished == null && touched.isBefore(now().minus(SILENT));
    return new Replay(
        row.getObject("replay_id", UUID.class),
        lost ? State.LOST : state,
        row.getString("started_by"),
        row.getObject("started_on", OffsetDateTime.class).toInstant(),
        finished == null ? null : finished.toInstant(),
        node(row.getString("request")),
        row.getInt("leads_done"),
        lost ? "The node that worked on it stopped; start it again." : row.getString("failure"),
        row.getString("result") == null ? null : node(row.getString("result")));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private JsonNode node(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
