package org.leadflow.lead.web;

import static org.leadflow.lead.link.Links.Kind.ACCOUNT;
import static org.leadflow.lead.link.Links.Kind.CONTACT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Owned;
import org.leadflow.core.PageView;
import org.leadflow.customer.Account;
import org.leadflow.customer.Contact;
import org.leadflow.lead.AuditEntry.Action;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.LeadView;
import org.leadflow.lead.RecordKind;
import org.leadflow.lead.link.Links;
import org.leadflow.lead.link.Links.Kind;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Associates leads with accounts and contacts. Every answer holds what the caller may see. */
@RestController
@RequestMapping("/api")
@Tag(name = "Associations")
class LinkController {

  private static final String CLOSED =
      "A closed lead is read-only, but managers correct what it is associated with: reports ask for it.";

  private final LeadDoor door;
  private final CustomerDoor customers;
  private final Links links;
  private final LeadRecords leads;
  private final RecordDoor records;

  LinkController(
      LeadDoor door, CustomerDoor customers, RecordDoor records, Links links, LeadRecords leads) {
    this.records = records;
    this.door = door;
    this.customers = customers;
    this.links = links;
    this.leads = leads;
  }

  @GetMapping("/leads/{leadId}/accounts")
  @Operation(summary = "List the accounts a lead is associated with, newest first")
  PageView<Account> accounts(
      @PathVariable UUID leadId,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return customers.accounts(links.of(door.readable(leadId), ACCOUNT), page, size);
  }

  @GetMapping("/leads/{leadId}/contacts")
  @Operation(summary = "List the contacts a lead is associated with, newest first")
  PageView<Contact> contacts(
      @PathVariable UUID leadId,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return customers.contacts(links.of(door.readable(leadId), CONTACT), page, size);
  }

  @GetMapping("/accounts/{accountId}/leads")
  @Operation(summary = "List the leads an account is associated with, newest first")
  PageView<LeadView> leadsOfAccount(
      @PathVariable UUID accountId,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    require("account", accountId, customers.account(accountId));
    return door.page(links.leadsOf(accountId, ACCOUNT), page, size);
  }

  @GetMapping("/contacts/{contactId}/leads")
  @Operation(summary = "List the leads a contact is associated with, newest first")
  PageView<LeadView> leadsOfContact(
      @PathVariable UUID contactId,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    require("contact", contactId, customers.contact(contactId));
    return door.page(links.leadsOf(contactId, CONTACT), page, size);
  }

  @GetMapping("/opportunities/{opportunityId}/leads")
  @Operation(
      summary = "List the leads that became an opportunity or joined it, newest first",
      description = "Its money counts for the one that is its originatingLeadId.")
  PageView<LeadView> leadsOfOpportunity(
      @PathVariable UUID opportunityId,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    records.readable(RecordKind.OPPORTUNITY, opportunityId);
    return door.page(links.leadsBehind(opportunityId), page, size);
  }

  @PutMapping("/leads/{leadId}/accounts/{accountId}")
  @Operation(
      summary = "Associate a lead with an account; again changes nothing",
      description = CLOSED)
  ResponseEntity<Void> associateAccount(@PathVariable UUID leadId, @PathVariable UUID accountId) {
    return associate(leadId, ACCOUNT, accountId);
  }

  @PutMapping("/leads/{leadId}/contacts/{contactId}")
  @Operation(
      summary = "Associate a lead with a contact; again changes nothing",
      description = CLOSED)
  ResponseEntity<Void> associateContact(@PathVariable UUID leadId, @PathVariable UUID contactId) {
    return associate(leadId, CONTACT, contactId);
  }

  @DeleteMapping("/leads/{leadId}/accounts/{accountId}")
  @Operation(
      summary = "Disassociate a lead from an account; again changes nothing",
      description = CLOSED)
  ResponseEntity<Void> disassociateAccount(
      @PathVariable UUID leadId, @PathVariable UUID accountId) {
    return disassociate(leadId, ACCOUNT, accountId);
  }

  @DeleteMapping("/leads/{leadId}/contacts/{contactId}")
  @Operation(
      summary = "Disassociate a lead from a contact; again changes nothing",
      description = CLOSED)
  ResponseEntity<Void> disassociateContact(
      @PathVariable UUID leadId, @PathVariable UUID contactId) {
    return disassociate(leadId, CONTACT, contactId);
  }

  private ResponseEntity<Void> associate(UUID leadId, Kind kind, UUID customerId) {
    return door.withLinks(
        leadId,
        lead -> {
          if (kind == ACCOUNT) {
            require("account", customerId, customers.heldAccount(customerId));
          } else {
            require("contact", customerId, customers.heldContact(customerId));
          }
          if (links.associate(leadId, kind, customerId)) {
            leads.tell(lead, Action.LINKED, kind.words() + " " + customerId);
          }
          return ResponseEntity.noContent().build();
        });
  }

  private ResponseEntity<Void> disassociate(UUID leadId, Kind kind, UUID customerId) {
    return door.withLinks(
        leadId,
        lead -> {
          if (links.disassociate(leadId, kind, customerId)) {
            leads.tell(lead, Action.UNLINKED, kind.words() + " " + customerId);
          }
          return ResponseEntity.noContent().build();
        });
  }

  private static void require(String what, UUID id, Optional<? extends Owned> found) {
    if (found.isEmpty()) {
      throw new NotVisible(what, id);
    }
  }
}
