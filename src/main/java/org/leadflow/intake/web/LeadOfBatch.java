package org.leadflow.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.springframework.util.StringUtils;

/**
 * What came of one of the leads of a batch.
 *
 * @param index its place in the request, counted from 0
 * @param leadId null when it was rejected
 * @param changed the fields in which a lead that was sent before got something new
 * @param setAside the fields whose new values are in a note of the lead
 * @param code why it was rejected, for a program
 * @param detail why it was rejected, for a person
 * @param errors the fields at fault, five at most, with long messages cut
 */
@Schema(name = "OneOfManyLeads")
record LeadOfBatch(
    int index,
    Outcome outcome,
    @Nullable UUID leadId,
    @Nullable List<String> changed,
    @Nullable List<String> setAside,
    @Nullable String code,
    @Nullable String detail,
    @Nullable List<FieldFault> errors) {

  private static final int MOST_FAULTS = 5;
  private static final int LONGEST = 200;
  private static final String UNAVAILABLE = "unavailable";
  private static final String SERVER_ERROR = "server-error";

  /** In a word; as of one that came alone, or rejected. */
  enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    CLOSED,
    REJECTED
  }

  static LeadOfBatch of(int index, Receipt receipt) {
    return new LeadOfBatch(
        index,
        Outcome.valueOf(receipt.outcome().name()),
        receipt.leadId(),
        receipt.changed(),
        receipt.setAside(),
        null,
        null,
        null);
  }

  static LeadOfBatch created(int index, UUID leadId) {
    return new LeadOfBatch(index, Outcome.CREATED, leadId, List.of(), List.of(), null, null, null);
  }

  /** The database did not answer. */
  static LeadOfBatch unavailable(int index) {
    return refused(index, UNAVAILABLE, "Send it again in a moment.", List.of());
  }

  /** Nobody knows why; the log does. */
  static LeadOfBatch failed(int index) {
    return refused(index, SERVER_ERROR, "It could not be stored; the log says why.", List.of());
  }

  /** Whether the same lead, sent again as it is, may be stored. */
  boolean isToSendAgain() {
    return UNAVAILABLE.equals(code) || SERVER_ERROR.equals(code);
  }

  static LeadOfBatch refused(int index, String code, String detail, List<FieldFault> errors) {
    return new LeadOfBatch(
        index,
        Outcome.REJECTED,
        null,
        null,
        null,
        code,
        StringUtils.truncate(detail, LONGEST),
        errors.stream().limit(MOST_FAULTS).map(LeadOfBatch::cut).toList());
  }

  /** The answers of a whole batch are kept as one text. */
  private static FieldFault cut(FieldFault fault) {
    return new FieldFault(
        StringUtils.truncate(fault.field(), LONGEST),
        StringUtils.truncate(fault.message(), LONGEST));
  }
}
