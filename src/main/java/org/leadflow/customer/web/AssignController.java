package org.leadflow.customer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Owned;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.Refused;
import org.leadflow.customer.Account;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Customers;
import org.leadflow.customer.Opportunity;
import org.leadflow.customer.Pursuit;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Ownership;
import org.leadflow.organization.Role;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives accounts, contacts and opportunities to other owners, when people leave or swap. */
@RestController
@RequestMapping("/api")
@Tag(name = "Customers")
class AssignController {

  private static final String EXAMPLE = "{\"ownerId\": \"marie\", \"ownerIdType\": \"user\"}";
  private static final Set<Role> READERS =
      EnumSet.of(Role.SELLER, Role.MANAGER, Role.OPERATOR, Role.ADMINISTRATOR);

  private final Customers customers;
  private final Pursuit pursuit;
  private final Organization organization;
  private final Permissions permissions;
  private final CurrentCaller callers;

  AssignController(
      Customers customers,
      Pursuit pursuit,
      Organization organization,
      Permissions permissions,
      CurrentCaller callers) {
    this.customers = customers;
    this.pursuit = pursuit;
    this.organization = organization;
    this.permissions = permissions;
    this.callers = callers;
  }

  @PostMapping("/opportunities/{opportunityId}/assign")
  @Operation(
      summary = "Give an opportunity to another owner",
      description = "Its task in Tasklist moves with it; the owning unit follows.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(examples = @ExampleObject(EXAMPLE)))
  @Transactional
  public Opportunity assignOpportunity(
      @PathVariable UUID opportunityId, @Valid @RequestBody Assignment wish) {
    Opportunity opportunity = mine("opportunity", opportunityId, pursuit.locked(opportunityId));
    pursuit.assign(opportunity, owner(wish));
    return pursuit.find(opportunityId).orElseThrow();
  }

  @PostMapping("/accounts/{accountId}/assign")
  @Operation(summary = "Give an account to another owner")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(examples = @ExampleObject(EXAMPLE)))
  @Transactional
  public Account assignAccount(@PathVariable UUID accountId, @Valid @RequestBody Assignment wish) {
    return customers.assign(
        mine("account", accountId, customers.lockedAccount(accountId)), owner(wish));
  }

  @PostMapping("/contacts/{contactId}/assign")
  @Operation(summary = "Give a contact to another owner")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(examples = @ExampleObject(EXAMPLE)))
  @Transactional
  public Contact assignContact(@PathVariable UUID contactId, @Valid @RequestBody Assignment wish) {
    return customers.assign(
        mine("contact", contactId, customers.lockedContact(contactId)), owner(wish));
  }

  private <T extends Owned> T mine(String what, UUID id, Optional<T> found) {
    return permissions.require(callers.get(), Privilege.ASSIGN, what, id, found);
  }

  /**
   * The new owner, who must be able to see what he gets; for somebody of a partner there is nobody
   * but his colleagues.
   */
  private Ownership owner(Assignment wish) {
    boolean person = wish.ownerIdType().equals("user");
    Owner owner = person ? Owner.user(wish.ownerId()) : Owner.team(wish.ownerId());
    boolean reads =
        !person
            || organization
                .user(wish.ownerId())
                .filter(user -> user.roles().stream().anyMatch(READERS::contains))
                .isPresent();
    return organization
        .ownership(owner)
        .filter(found -> reads && isNear(found))
        .orElseThrow(
            () ->
                Refused.invalid(
                    "ownerId", "is no active " + wish.ownerIdType() + " who may own it"));
  }

  private boolean isNear(Ownership found) {
    String partner = callers.get().partnerId();
    return partner == null || partner.equals(found.partnerId());
  }

  /** Who shall own it. */
  record Assignment(
      @NotBlank @Nullable String ownerId,
      @NotBlank @Pattern(regexp = "user|team", message = "must be user or team")
          @Nullable String ownerIdType) {}
}
