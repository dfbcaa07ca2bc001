package org.leadflow.intake.csv;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.core.FieldFault;
import org.leadflow.core.JsonFaults;
import org.leadflow.intake.Intake;
import org.leadflow.intake.Intake.Sent;
import org.leadflow.intake.Intake.Submission;
import org.leadflow.lead.LeadFields;
import org.springframework.stereotype.Component;

/**
 * Takes a row in by the same door as every other lead. A lead that this source sent before gets
 * what is new in the row, while it is Open and the caller may change it or sent it himself.
 */
@Component
class TakingIn {

  static final String CHANNEL = "Import";

  private final Intake intake;
  private final CurrentCaller callers;
  private final ObjectMapper json;

  TakingIn(Intake intake, CurrentCaller callers, ObjectMapper json) {
    this.intake = intake;
    this.callers = callers;
    this.json = json;
  }

  /** What becomes of a row, in the transaction of the caller. */
  RowOutcome take(ImportJob job, RowReading reading, CsvRow row) {
    Row read = reading.read(row);
    if (!read.faults().isEmpty()) {
      return RowOutcome.rejected(row, read.faults());
    }
    Caller caller = callers.get();
    Map<String, Object> values = read.filled();
    String partner = caller.partnerId();
    if (partner != null && !partner.equals(values.getOrDefault("channelPartnerId", partner))) {
      return RowOutcome.rejected(
          row, List.of(reading.heading("channelPartnerId") + ": must be " + partner + " or empty"));
    }
    if (partner != null) {
      values.put("channelPartnerId", partner);
    }
    values.put("sourceSystem", job.source());
    values.put("sourceKey", key(job, row, read.externalId()));
    Submission submission;
    try {
      submission =
          intake.submit(
              new Sent(null, json.convertValue(values, LeadFields.class), read.given().keySet()),
              CHANNEL);
    } catch (IllegalArgumentException unreadable) {
      return rejected(row, reading, JsonFaults.of(unreadable.getCause()));
    }
    if (submission instanceof Submission.Accepted accepted) {
      return RowOutcome.of(row, RowOutcome.Kind.CREATED, accepted.lead().leadId());
    }
    if (submission instanceof Submission.Known known) {
      boolean same = known.changed().isEmpty() && known.setAside().isEmpty();
      return RowOutcome.of(
          row, same ? RowOutcome.Kind.UNCHANGED : RowOutcome.Kind.UPDATED, known.lead().leadId());
    }
    if (submission instanceof Submission.Faulty faulty) {
      return rejected(row, reading, faulty.faults());
    }
    return RowOutcome.rejected(row, List.of(whyNot(submission)));
  }

  private static String whyNot(Submission submission) {
    if (submission instanceof Submission.Closed closed) {
      return "The lead that this source sent under this id is %s and read-only%s."
          .formatted(
              closed.lead().state().label(),
              closed.setAside().isEmpty() ? "" : "; what is new stands in a note");
    }
    return submission instanceof Submission.Withheld
        ? "This source sent a lead under this id before, and you may not change it."
        : "Another lead has this id.";
  }

  /** The sender's own name of the lead, else the place of the row in this very file. */
  private static String key(ImportJob job, CsvRow row, @Nullable String externalId) {
    return externalId == null
        ? "file " + job.sha256().substring(0, 40) + " row " + row.number()
        : externalId;
  }

  private static RowOutcome rejected(CsvRow row, RowReading reading, List<FieldFault> faults) {
    return RowOutcome.rejected(
        row,
        faults.isEmpty()
            ? List.of("The row cannot be read.")
            : faults.stream()
                .map(fault -> reading.heading(fault.field()) + ": " + fault.message())
                .distinct()
                .toList());
  }
}
