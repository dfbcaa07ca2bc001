package org.leadflow.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the parts of the reports are counted. */
@Component
class Progress {

  static final String LEADS = "leads";
  static final String TURNS = "turns";

  /**
   * How far turns were counted by somebody who remembers which, and since when, as {@code
   * wentThrough}, all of them are remembered.
   */
  static final String REMEMBERED = "remembered";

  private final JdbcClient jdbc;

  Progress(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How far one part is.
   *
   * @param until everything that was committed by then is counted; null before the first time
   * @param atLead the last lead that was gone through; null when none is being gone through
   * @param wentThrough when all were gone through the last time; null before the first time
   */
  record Reached(@Nullable Instant until, @Nullable UUID atLead, @Nullable Instant wentThrough) {

    static Reached read(ResultSet row, int number) throws SQLException {
      return new Reached(
          instant(row, "counted_until"),
          row.getObject("at_lead", UUID.class),
          instant(row, "gone_through_on"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
      OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
      return time == null ? null : time.toInstant();
    }
  }

  Reached of(String part) {
    return jdbc.sql("SELECT * FROM report_progress WHERE part = ?")
        .param(part)
        .query(Reached::read)
        .single();
  }

  /** Keeps others from counting this part until the transaction ends; empty when one does. */
  Optional<Reached> held(String part) {
    return jdbc.sql("SELECT * FROM report_progress WHERE part = ? FOR UPDATE SKIP LOCKED")
        .param(part)
        .query(Reached::read)
        .optional();
  }

  void reached(String part, Reached now) {
    jdbc.sql(
            "UPDATE report_progress SET counted_until = ?, at_lead = ?, gone_through_on = ? WHERE part = ?")
        .params(at(now.until()), now.atLead(), at(now.wentThrough()), part)
        .update();
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }
}
