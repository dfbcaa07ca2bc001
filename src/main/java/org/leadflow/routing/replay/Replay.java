package org.leadflow.routing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft that decides again.
 *
 * @param leadsDone how many leads it has decided about so far
 * @param failure why there is no result
 * @param result a {@link ReplayResult}, null until it is done
 */
public record Replay(
    UUID replayId,
    State state,
    String startedBy,
    Instant startedOn,
    @Nullable Instant finishedOn,
    @Schema(implementation = Request.class) JsonNode request,
    int leadsDone,
    @Nullable String failure,
    @Schema(implementation = ReplayResult.class) @Nullable JsonNode result) {

  /** How far it is. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    /** Its node stopped before it was done. */
    LOST
  }

  /**
   * What was asked for.
   *
   * @param draft the rule sets that differ from those at work, as {@code scoring@1a2b3c}; empty for
   *     the rules at work
   * @param from leads created from then on; null where a file was sent
   * @param until leads created before; null where a file was sent
   * @param lines how many leads the file has; null where none was sent
   */
  public record Request(
      List<String> draft,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable Integer lines) {}
}
