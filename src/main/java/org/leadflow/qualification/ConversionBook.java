package org.leadflow.qualification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.CurrentActor;
import org.leadflow.core.Ids;
import org.leadflow.core.Records;
import org.leadflow.lead.Lead;
import org.leadflow.qualification.Planned.Filled;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what conversions did, exactly enough to undo them. */
@Component
class ConversionBook {

  private final Conversions conversions;
  private final JdbcClient jdbc;
  private final JdbcOperations batch;
  private final ObjectMapper json;
  private final CurrentActor actor;
  private final Clock clock;

  ConversionBook(
      Conversions conversions,
      JdbcClient jdbc,
      JdbcOperations batch,
      ObjectMapper json,
      CurrentActor actor,
      Clock clock) {
    this.conversions = conversions;
    this.jdbc = jdbc;
    this.batch = batch;
    this.json = json;
    this.actor = actor;
    this.clock = clock;
  }

  /** Enters a plan that was carried out. A second one after the same line of the trail fails. */
  void enter(Plan plan, Set<RecordType> associated) {
    Lead lead = plan.lead();
    Instant now = clock.instant();
    UUID id = Ids.next();
    conversions.save(
        new Conversion(
            id,
            null,
            lead.leadId(),
            lead.trailLength(),
            plan.account().step(),
            plan.account().id(),
            plan.contact().step(),
            plan.contact().id(),
            plan.opportunity().step(),
            plan.opportunity().id(),
            lead.fields().parentAccountId(),
            lead.fields().parentContactId(),
            lead.qualifyingOpportunityId(),
            associated.contains(RecordType.ACCOUNT),
            associated.contains(RecordType.CONTACT),
            plan.request().comment(),
            now,
            actor.get().id(),
            now,
            null,
            null));
    add(id, plan.records().stream().flatMap(planned -> planned.filled().stream()).toList());
  }

  /** Enters what was filled, then or later, because of a conversion. */
  void add(UUID conversionId, List<Filled> fills) {
    if (!fills.isEmpty()) {
      batch.batchUpdate(
          """
          INSERT INTO conversion_fill (conversion_id, record_type, record_id, version_after, field, value_before,
            value_after)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
          fills.stream().map(filled -> row(conversionId, filled)).toList());
    }
  }

  /** The version that a record has without anybody's work on it since it was created. */
  long untouched(Conversion conversion, RecordType type) {
    return fills(conversion.conversionId()).stream()
        .filter(filled -> filled.type() == type && filled.recordId().equals(conversion.id(type)))
        .mapToLong(Filled::version)
        .max()
        .orElse(0);
  }

  private Object[] row(UUID conversionId, Filled filled) {
    return new Object[] {
      conversionId,
      filled.type().name(),
      filled.recordId(),
      filled.version(),
      filled.field(),
      text(filled.before()),
      text(filled.after())
    };
  }

  /** What a conversion filled, the values as the records' fields have them. */
  List<Filled> fills(UUID conversionId) {
    return jdbc.sql("SELECT * FROM conversion_fill WHERE conversion_id = ?")
        .param(conversionId)
        .query(
            (row, number) -> {
              RecordType type = RecordType.valueOf(row.getString("record_type"));
              String field = row.getString("field");
              return new Filled(
                  type,
                  row.getObject("record_id", UUID.class),
                  row.getLong("version_after"),
                  field,
                  value(type, field, row.getString("value_before")),
                  value(type, field, row.getString("value_after")));
            })
        .list();
  }

  private String text(@Nullable Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private @Nullable Object value(RecordType type, String field, String text) {
    try {
      Class<?> kind = Records.component(type.type(), field).orElseThrow().getType();
      return json.readValue(text, kind);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
