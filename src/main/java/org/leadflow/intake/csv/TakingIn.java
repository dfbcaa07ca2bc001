package org.leadflow.intake.csv;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.JsonFaults;
import org.leadflow.intake.Consignments;
import org.leadflow.intake.Intake.Sent;
import org.leadflow.intake.Intake.Submission;
import org.leadflow.lead.LeadFields;
import org.springframework.stereotype.Component;

/**
 * Takes rows in by the same door as every other lead. A lead that this source sent before gets what
 * is new in the row, while it is Open and the caller may change it or sent it himself.
 */
@Component
class TakingIn {

  static final String CHANNEL = "Import";

  private final Consignments consignments;
  private final Validator validator;
  private final ObjectMapper json;

  TakingIn(Consignments consignments, Validator validator, ObjectMapper json) {
    this.consignments = consignments;
    this.validator = validator;
    this.json = json;
  }

  /** What becomes of each row, in the transaction of the caller. */
  List<RowOutcome> take(ImportJob job, RowReading reading, List<CsvRow> rows) {
    @Nullable RowOutcome[] outcomes = new RowOutcome[rows.size()];
    List<Integer> places = new ArrayList<>();
    List<Sent> sent = new ArrayList<>();
    for (int place = 0; place < outcomes.length; place++) {
      try {
        sent.add(read(job, reading, rows.get(place)));
        places.add(place);
      } catch (Unfit unfit) {
        outcomes[place] = RowOutcome.rejected(rows.get(place), unfit.reasons);
      }
    }
    List<Submission> came = consignments.submit(job.source(), sent, CHANNEL);
    for (int i = 0; i < came.size(); i++) {
      int place = places.get(i);
      outcomes[place] = outcome(rows.get(place), reading, came.get(i));
    }
    return Arrays.asList(outcomes);
  }

  private Sent read(ImportJob job, RowReading reading, CsvRow row) throws Unfit {
    Row read = reading.read(row);
    if (!read.faults().isEmpty()) {
      throw new Unfit(allFaults(reading, read));
    }
    Map<String, Object> values = read.filled();
    values.put("sourceSystem", job.source());
    values.put("sourceKey", key(job, row, read.externalId()));
    try {
      return new Sent(null, json.convertValue(values, LeadFields.class), read.given().keySet());
    } catch (IllegalArgumentException unreadable) {
      throw new Unfit(reasons(reading, JsonFaults.of(unreadable.getCause())));
    }
  }

  /**
   * With what is wrong with the cells that can be read: whoever corrects a row wants to do it once.
   */
  private List<String> allFaults(RowReading reading, Row read) {
    List<String> all = new ArrayList<>(read.faults());
    try {
      LeadFields fields = json.convertValue(read.filled(), LeadFields.class);
      for (ConstraintViolation<LeadFields> violation : validator.validate(fields)) {
        String field = violation.getPropertyPath().toString();
        if (read.filled().containsKey(field)) {
          all.add(reading.heading(field) + ": " + violation.getMessage());
        }
      }
    } catch (IllegalArgumentException unreadable) {
      all.addAll(reasons(reading, JsonFaults.of(unreadable.getCause())));
    }
    return all;
  }

  /**
   * The sender's own name of the lead, else the line of this very file in which the row begins:
   * unlike the number of the row, it is the same however the file is read.
   */
  private static String key(ImportJob job, CsvRow row, @Nullable String externalId) {
    return externalId == null
        ? "file " + job.sha256().substring(0, 40) + " line " + row.line()
        : externalId;
  }

  private static RowOutcome outcome(CsvRow row, RowReading reading, Submission submission) {
    if (submission instanceof Submission.Accepted accepted) {
      return RowOutcome.of(row, RowOutcome.Kind.CREATED, accepted.lead().leadId());
    }
    if (submission instanceof Submission.Known known) {
      boolean same = known.changed().isEmpty() && known.setAside().isEmpty();
      return RowOutcome.of(
          row, same ? RowOutcome.Kind.UNCHANGED : RowOutcome.Kind.UPDATED, known.lead().leadId());
    }
    if (submission instanceof Submission.Closed closed) {
      return closed(row, closed);
    }
    if (submission instanceof Submission.Faulty faulty) {
      return RowOutcome.rejected(row, reasons(reading, faulty.faults()));
    }
    return RowOutcome.rejected(
        row,
        List.of(
            submission instanceof Submission.Withheld
                ? "This source sent a lead under this id before, and you may not change it."
                : "Another lead has this id."));
  }

  private static RowOutcome closed(CsvRow row, Submission.Closed closed) {
    UUID leadId = closed.lead().leadId();
    if (closed.setAside().isEmpty()) {
      return RowOutcome.of(row, RowOutcome.Kind.UNCHANGED, leadId);
    }
    // Somebody works on the lead that it was merged into, and reads it there.
    return closed.lead().product().masterId() != null
        ? RowOutcome.of(row, RowOutcome.Kind.UPDATED, leadId)
        : RowOutcome.rejectedBy(
            leadId,
            row,
            "The lead that this source sent under this id is %s and read-only; what is new stands in a note."
                .formatted(closed.lead().state().label()));
  }

  private static List<String> reasons(RowReading reading, List<FieldFault> faults) {
    return faults.isEmpty()
        ? List.of("The row cannot be read.")
        : faults.stream()
            .map(fault -> reading.heading(fault.field()) + ": " + fault.message())
            .distinct()
            .toList();
  }

  /** A row that cannot become a lead, for these reasons. */
  private static final class Unfit extends Exception {

    private final transient List<String> reasons;

    private Unfit(List<String> reasons) {
      super("unfit", null, false, false);
      this.reasons = List.copyOf(reasons);
    }
  }
}
