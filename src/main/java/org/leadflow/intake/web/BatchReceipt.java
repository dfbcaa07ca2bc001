package org.leadflow.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What came of many leads. */
@Schema(name = "ManyLeadsReceived")
record BatchReceipt(
    int created, int updated, int unchanged, int closed, int rejected, List<LeadOfBatch> items) {

  static BatchReceipt of(List<LeadOfBatch> items) {
    return new BatchReceipt(
        count(items, LeadOfBatch.Outcome.CREATED),
        count(items, LeadOfBatch.Outcome.UPDATED),
        count(items, LeadOfBatch.Outcome.UNCHANGED),
        count(items, LeadOfBatch.Outcome.CLOSED),
        count(items, LeadOfBatch.Outcome.REJECTED),
        items);
  }

  /** Whether nothing would become of a lead that did not when they were sent again. */
  boolean isFinal() {
    return items.stream().noneMatch(LeadOfBatch::isToSendAgain);
  }

  private static int count(List<LeadOfBatch> items, LeadOfBatch.Outcome outcome) {
    return (int) items.stream().filter(item -> item.outcome() == outcome).count();
  }
}
