package org.leadflow.organization;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Versions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets one after the other change a record, each on top of what he has seen. */
@Component
public class Edits {

  private final JdbcClient jdbc;

  Edits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The records that have a version. */
  public enum Kind {
    UNIT("business_unit"),
    PARTNER("channel_partner"),
    TEAM("team"),
    USER("app_user"),
    CALENDAR("working_calendar");

    private final String table;

    Kind(String table) {
      this.table = table;
    }
  }

  /**
   * Does the work in a transaction, while nobody else edits the record.
   *
   * @param ifMatch the version the caller has seen
   * @throws org.leadflow.core.Refused when that is missing, no version, or no longer the current
   *     one
   */
  @Transactional
  public <T> T edit(Kind kind, String id, @Nullable String ifMatch, Supplier<T> work) {
    Versions.required(ifMatch);
    Long current =
        jdbc.sql("SELECT version FROM %s WHERE id = ? FOR UPDATE".formatted(kind.table))
            .param(id)
            .query(Long.class)
            .optional()
            .orElse(null);
    Versions.check(ifMatch, current);
    T done = work.get();
    jdbc.sql("UPDATE %s SET version = ? WHERE id = ?".formatted(kind.table))
        .params(current == null ? 0 : current + 1, id)
        .update();
    return done;
  }

  /** Does the work in a transaction. */
  @Transactional
  public <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }

  /** The version of a record that exists. */
  public long version(Kind kind, String id) {
    return jdbc.sql("SELECT version FROM %s WHERE id = ?".formatted(kind.table))
        .param(id)
        .query(Long.class)
        .single();
  }

  /** Whether a record has this id, or one that differs from it in case only. */
  public boolean isTaken(Kind kind, String id) {
    return jdbc.sql("SELECT count(*) FROM %s WHERE LOWER(id) = LOWER(?)".formatted(kind.table))
            .param(id)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Whether people may give such an id, to a team or to anything else. */
  public static boolean isId(@Nullable String id) {
    return id != null && ReadableId.fits(id) && !ReadableId.isReserved(id);
  }
}
