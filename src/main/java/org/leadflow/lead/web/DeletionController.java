package org.leadflow.lead.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Privilege;
import org.leadflow.core.Refused;
import org.leadflow.core.Versions;
import org.leadflow.customer.Account;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Customers;
import org.leadflow.customer.Opportunity;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.merge.Merging;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deletes leads nothing was made from. */
@RestController
@RequestMapping("/api/leads")
@Tag(name = "Leads")
class DeletionController {

  private final LeadDoor door;
  private final LeadRecords leads;
  private final Customers customers;
  private final Merging merging;

  DeletionController(LeadDoor door, LeadRecords leads, Customers customers, Merging merging) {
    this.door = door;
    this.leads = leads;
    this.customers = customers;
    this.merging = merging;
  }

  @DeleteMapping("/{leadId}")
  @ApiResponse(responseCode = "204", description = "Deleted")
  @Operation(
      summary =
          "Delete a lead with everything that belongs to it; one line without personal data stays",
      description =
          "Needs the privilege to delete. 409 while an account, contact or opportunity made from it exists, or a lead is merged into it.")
  ResponseEntity<Void> delete(
      @PathVariable UUID leadId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return door.with(
        leadId,
        Privilege.DELETE,
        lead -> {
          Versions.check(ifMatch, lead.version());
          requireNothingMadeFrom(lead);
          requireNothingMergedInto(lead);
          leads.delete(lead);
          return ResponseEntity.noContent().build();
        });
  }

  /** What belonged to them would be gone, and no door would open them again. */
  private void requireNothingMergedInto(Lead lead) {
    merging.into(lead.leadId()).stream()
        .findFirst()
        .ifPresent(
            merged -> {
              throw Refused.conflict(
                  "merged-into",
                  "The lead "
                      + merged
                      + " was merged into this one: undo the merge, or delete that lead first.");
            });
  }

  /** Reports would lose the source of that money, or where a customer came from. */
  private void requireNothingMadeFrom(Lead lead) {
    Stream.of(
            made("Opportunity", Opportunity.class, Opportunity::opportunityId, lead),
            made("Account", Account.class, Account::accountId, lead),
            made("Contact", Contact.class, Contact::contactId, lead))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(
            record -> {
              throw Refused.conflict(
                  "record-exists", record + " was made from this lead; its source would be lost.");
            });
  }

  private <T> Optional<String> made(String what, Class<T> type, Function<T, UUID> id, Lead lead) {
    Criteria fromThis = Criteria.where("originatingLeadId").is(lead.leadId());
    return customers.page(type, fromThis, PageRequest.of(0, 1)).stream()
        .findFirst()
        .map(record -> what + " " + id.apply(record));
  }
}
