package org.leadflow.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One time that a lead was closed: when, by whom, for what reason and with what words. */
public record Closing(
    Instant closedOn, String closedBy, int stateCode, int statusCode, @Nullable String comment) {

  static Closing read(ResultSet row, int number) throws SQLException {
    return new Closing(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getInt("state_code"),
        row.getInt("status_code"),
        row.getString("comment"));
  }

  Closing saying(@Nullable String words) {
    return new Closing(closedOn, closedBy, stateCode, statusCode, words);
  }

  /** Names the reason only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "closing as " + statusCode;
  }
}
