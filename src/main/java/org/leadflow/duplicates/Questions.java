package org.leadflow.duplicates;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people are asked about leads: whom each may be the same as, in the order shown. */
@Component
class Questions {

  /** More beside one another nobody reads. */
  static final int MOST = 5;

  private final JdbcClient jdbc;
  private final JdbcOperations batch;

  Questions(JdbcClient jdbc, JdbcOperations batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  void ask(UUID leadId, List<Suspect> suspects) {
    settled(leadId);
    List<Object[]> rows = new ArrayList<>();
    for (Suspect suspect : suspects) {
      rows.add(
          new Object[] {
            leadId,
            rows.size() + 1,
            suspect.kind().name(),
            suspect.id(),
            suspect.rule().name(),
            suspect.points()
          });
    }
    batch.batchUpdate(
        "INSERT INTO duplicate_question (lead_id, place, entity_type, other_id, rule, points)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        rows);
  }

  /** Those a person is asked about, the first as number 1; empty when nobody is asked. */
  List<Suspect> of(UUID leadId) {
    return jdbc.sql("SELECT * FROM duplicate_question WHERE lead_id = ? ORDER BY place")
        .param(leadId)
        .query(
            (row, number) ->
                new Suspect(
                    Suspect.Kind.valueOf(row.getString("entity_type")),
                    row.getObject("other_id", UUID.class),
                    TwinRule.valueOf(row.getString("rule")),
                    points(row.getBigDecimal("points"))))
        .list();
  }

  private static @Nullable Double points(@Nullable BigDecimal stored) {
    return stored == null ? null : stored.doubleValue();
  }

  void settled(UUID leadId) {
    jdbc.sql("DELETE FROM duplicate_question WHERE lead_id = ?").param(leadId).update();
  }
}
