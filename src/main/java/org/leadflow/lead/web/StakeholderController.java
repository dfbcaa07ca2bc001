package org.leadflow.lead.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Privilege;
import org.leadflow.core.Refused;
import org.leadflow.customer.ContactFields;
import org.leadflow.customer.Entering;
import org.leadflow.lead.RecordKind;
import org.leadflow.lead.stakeholder.OpportunityStakeholder;
import org.leadflow.lead.stakeholder.OpportunityStakeholders;
import org.leadflow.lead.stakeholder.Stakeholder;
import org.leadflow.lead.stakeholder.StakeholderRole;
import org.leadflow.lead.stakeholder.StakeholderRoles;
import org.leadflow.lead.stakeholder.Stakeholders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The contacts who have a say in what a lead or an opportunity is about. */
@RestController
@RequestMapping("/api")
@Tag(name = "Stakeholders")
class StakeholderController {

  private final LeadDoor door;
  private final Stakeholders stakeholders;
  private final StakeholderRoles roles;
  private final CustomerDoor customers;
  private final RecordDoor records;
  private final OpportunityStakeholders ofOpportunities;
  private final Entering entering;

  StakeholderController(
      LeadDoor door,
      Stakeholders stakeholders,
      StakeholderRoles roles,
      CustomerDoor customers,
      RecordDoor records,
      OpportunityStakeholders ofOpportunities,
      Entering entering) {
    this.entering = entering;
    this.records = records;
    this.ofOpportunities = ofOpportunities;
    this.door = door;
    this.stakeholders = stakeholders;
    this.roles = roles;
    this.customers = customers;
  }

  @GetMapping("/stakeholder-roles")
  @Operation(summary = "List the roles a stakeholder can have")
  List<StakeholderRole> roles() {
    return roles.findAllByOrderByPlaceAscRoleIdAsc();
  }

  @GetMapping("/leads/{leadId}/stakeholders")
  @Operation(summary = "List the stakeholders of a lead, as they were added")
  List<Stakeholder> list(@PathVariable UUID leadId) {
    return stakeholders.of(door.readable(leadId));
  }

  @PostMapping("/leads/{leadId}/stakeholders")
  @Operation(
      summary = "Add a contact as a stakeholder of an Open lead",
      description =
          """
          Names an existing contact, or a new one that is created with it. Without a role he is a Stakeholder. Adding the
          same contact in the same role again answers 200 with what is there.
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "A new contact who decides",
                      value =
                          "{\"newContact\": {\"lastName\": \"Orlow\", \"jobTitle\": \"CFO\"},"
                              + " \"roleId\": \"decision-maker\"}")))
  ResponseEntity<Stakeholder> add(
      @PathVariable UUID leadId, @Valid @RequestBody NewStakeholder wanted) {
    String role = Objects.requireNonNullElse(wanted.roleId(), StakeholderRole.DEFAULT);
    return door.withOpen(
        leadId,
        Privilege.APPEND,
        lead -> {
          requireKnown(role);
          UUID contactId = contactOf(wanted);
          return stakeholders
              .find(leadId, contactId, role)
              .map(ResponseEntity::ok)
              .orElseGet(
                  () ->
                      ResponseEntity.status(HttpStatus.CREATED)
                          .body(stakeholders.add(leadId, contactId, role)));
        });
  }

  @DeleteMapping("/leads/{leadId}/stakeholders/{stakeholderId}")
  @Operation(summary = "Remove a stakeholder from an Open lead; the contact stays")
  ResponseEntity<Void> remove(@PathVariable UUID leadId, @PathVariable UUID stakeholderId) {
    return door.withOpen(
        leadId,
        Privilege.APPEND,
        lead -> {
          stakeholders.remove(
              stakeholders
                  .find(leadId, stakeholderId)
                  .orElseThrow(() -> new NotVisible("stakeholder", stakeholderId)));
          return ResponseEntity.noContent().build();
        });
  }

  @GetMapping("/opportunities/{opportunityId}/stakeholders")
  @Operation(summary = "List the stakeholders of an opportunity, the primary one first")
  List<OpportunityStakeholder> ofOpportunity(@PathVariable UUID opportunityId) {
    return ofOpportunities.of(records.readable(RecordKind.OPPORTUNITY, opportunityId));
  }

  private void requireKnown(String role) {
    List<String> known =
        roles.findAllByOrderByPlaceAscRoleIdAsc().stream().map(StakeholderRole::roleId).toList();
    if (!known.contains(role)) {
      throw Refused.invalid("roleId", "must be one of " + String.join(", ", known));
    }
  }

  private UUID contactOf(NewStakeholder wanted) {
    if ((wanted.contactId() == null) == (wanted.newContact() == null)) {
      throw Refused.invalid("contactId", "must be given, or newContact, and not both");
    }
    if (wanted.newContact() != null) {
      return entering.enter(wanted.newContact()).contactId();
    }
    if (customers.heldContact(wanted.contactId()).isEmpty()) {
      throw Refused.invalid("contactId", "is no contact that you may see");
    }
    return wanted.contactId();
  }

  /** Who is to be a stakeholder, an existing contact or a new one, and in which role. */
  record NewStakeholder(
      @Nullable UUID contactId,
      @Valid @Nullable ContactFields newContact,
      @Nullable String roleId) {}
}
