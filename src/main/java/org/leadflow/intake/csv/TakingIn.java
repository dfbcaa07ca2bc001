package org.leadflow.intake.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.FieldFault;
import org.leadflow.core.JsonFaults;
import org.leadflow.intake.Intake;
import org.leadflow.intake.Intake.Submission;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.LeadRecords.Change;
import org.leadflow.lead.RequiredFields;
import org.springframework.stereotype.Component;

/**
 * Takes a row in by the same door as every other lead. A lead that this source sent before gets
 * what is new in the row, while it is Open and the caller may change it or sent it himself.
 */
@Component
class TakingIn {

  static final String CHANNEL = "Import";

  /** Told once, with the new lead. */
  private static final Set<String> ONCE = Set.of("overriddenCreatedOn");

  private final Intake intake;
  private final LeadRecords leads;
  private final RequiredFields required;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final Validator validator;
  private final ObjectMapper json;

  TakingIn(
      Intake intake,
      LeadRecords leads,
      RequiredFields required,
      Permissions permissions,
      CurrentCaller callers,
      Validator validator,
      ObjectMapper json) {
    this.intake = intake;
    this.leads = leads;
    this.required = required;
    this.permissions = permissions;
    this.callers = callers;
    this.validator = validator;
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
      submission = intake.submit(json.convertValue(values, LeadFields.class), CHANNEL);
    } catch (IllegalArgumentException unreadable) {
      return rejected(row, reading, JsonFaults.of(unreadable.getCause()));
    }
    if (submission instanceof Submission.Accepted accepted) {
      return RowOutcome.of(row, RowOutcome.Kind.CREATED, accepted.lead().leadId());
    }
    if (submission instanceof Submission.Faulty faulty) {
      // What a new lead must have a row about a known one may leave out.
      return leads
          .submittedAs(job.source(), key(job, row, read.externalId()))
          .map(known -> again(known, read, reading, row, caller))
          .orElseGet(() -> rejected(row, reading, faulty.faults()));
    }
    return submission instanceof Submission.Known known
        ? again(known.lead(), read, reading, row, caller)
        : RowOutcome.rejected(row, List.of("Another lead has this id."));
  }

  /** The sender's own name of the lead, else the place of the row in this very file. */
  private static String key(ImportJob job, CsvRow row, @Nullable String externalId) {
    return externalId == null
        ? "file " + job.sha256().substring(0, 40) + " row " + row.number()
        : externalId;
  }

  private RowOutcome again(Lead known, Row read, RowReading reading, CsvRow row, Caller caller) {
    boolean may =
        permissions.allows(caller, Privilege.WRITE, known)
            || known.createdBy().equals(caller.userId());
    if (!may) {
      return RowOutcome.rejected(
          row, List.of("This source sent a lead under this id before, and you may not change it."));
    }
    Lead lead = leads.locked(known.leadId());
    LeadFields fields;
    try {
      ObjectNode patched = json.valueToTree(lead.fields());
      read.given().keySet().removeAll(ONCE);
      patched.setAll((ObjectNode) json.valueToTree(read.given()));
      fields = json.treeToValue(patched, LeadFields.class);
    } catch (JsonProcessingException unreadable) {
      return rejected(row, reading, JsonFaults.of(unreadable));
    }
    List<FieldFault> faults =
        Stream.concat(
                validator.validate(fields).stream()
                    .map(
                        fault ->
                            new FieldFault(fault.getPropertyPath().toString(), fault.getMessage())),
                required.faults(fields).stream())
            .toList();
    if (!faults.isEmpty()) {
      return rejected(row, reading, faults);
    }
    Change change = leads.change(lead.leadId(), lead.version(), fields, Set.of());
    if (change instanceof Change.Done done) {
      boolean same = done.lead().version().equals(lead.version());
      return RowOutcome.of(
          row, same ? RowOutcome.Kind.UNCHANGED : RowOutcome.Kind.UPDATED, lead.leadId());
    }
    return RowOutcome.rejected(
        row,
        List.of(
            "The lead that this source sent under this id is %s and read-only."
                .formatted(lead.state().label())));
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
