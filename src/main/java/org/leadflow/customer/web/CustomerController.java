package org.leadflow.customer.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.MissingPrivilege;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Owned;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.MergePatch;
import org.leadflow.core.PageView;
import org.leadflow.core.Versions;
import org.leadflow.customer.Account;
import org.leadflow.customer.AccountFields;
import org.leadflow.customer.Contact;
import org.leadflow.customer.ContactFields;
import org.leadflow.customer.Customers;
import org.leadflow.customer.Entering;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads, enters and changes accounts and contacts. Most are made by qualifying leads. */
@RestController
@RequestMapping("/api")
@Tag(name = "Customers")
class CustomerController {

  private final Customers customers;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final Entering entering;
  private final MergePatch patch;

  CustomerController(
      Customers customers,
      Permissions permissions,
      CurrentCaller callers,
      Entering entering,
      MergePatch patch) {
    this.customers = customers;
    this.permissions = permissions;
    this.callers = callers;
    this.entering = entering;
    this.patch = patch;
  }

  @GetMapping("/accounts")
  @Operation(summary = "List the accounts you may see, newest first")
  PageView<Account> accounts(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    return list(Account.class, "accountId", page, size);
  }

  @GetMapping("/accounts/{accountId}")
  @Operation(summary = "Read an account")
  ResponseEntity<Account> account(@PathVariable UUID accountId) {
    Account account = visible("account", accountId, customers.account(accountId));
    return ResponseEntity.ok().eTag(Versions.tag(account.version())).body(account);
  }

  @PostMapping("/accounts")
  @Operation(summary = "Enter an account; it is yours")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "A company in Ghent",
                      value =
                          "{\"name\": \"Maes Verpakking NV\", \"address1City\": \"Ghent\", \"address1Country\": \"Belgium\"}")))
  ResponseEntity<Account> enter(@Valid @RequestBody AccountFields given) {
    Account account = entering.enter(given);
    return ResponseEntity.created(URI.create("/api/accounts/" + account.accountId()))
        .eTag(Versions.tag(account.version()))
        .body(account);
  }

  @PatchMapping("/accounts/{accountId}")
  @Operation(
      summary = "Change an account",
      description =
          "A JSON merge patch (RFC 7396): fields sent are set, null empties one. Send the version as If-Match.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = AccountFields.class),
              examples = @ExampleObject(value = "{\"telephone1\": \"+32 9 555 01 23\"}")))
  ResponseEntity<Account> changeAccount(
      @PathVariable UUID accountId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody JsonNode changes) {
    Account account = writable("account", accountId, customers.account(accountId));
    requireSeen(ifMatch, account.version());
    Account changed =
        customers.change(account.with(patch.apply(account.fields(), AccountFields.class, changes)));
    return ResponseEntity.ok().eTag(Versions.tag(changed.version())).body(changed);
  }

  @PostMapping("/contacts")
  @Operation(summary = "Enter a contact; he is yours")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "A private person",
                      value =
                          "{\"firstName\": \"An\", \"lastName\": \"Maes\", \"emailAddress1\": \"an@maes.example\"}")))
  ResponseEntity<Contact> enter(@Valid @RequestBody ContactFields given) {
    Contact contact = entering.enter(given);
    return ResponseEntity.created(URI.create("/api/contacts/" + contact.contactId()))
        .eTag(Versions.tag(contact.version()))
        .body(contact);
  }

  @PatchMapping("/contacts/{contactId}")
  @Operation(
      summary = "Change a contact",
      description =
          "A JSON merge patch (RFC 7396): fields sent are set, null empties one. Send the version as If-Match.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = ContactFields.class),
              examples = @ExampleObject(value = "{\"doNotEmail\": true}")))
  ResponseEntity<Contact> changeContact(
      @PathVariable UUID contactId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody JsonNode changes) {
    Contact contact = writable("contact", contactId, customers.contact(contactId));
    requireSeen(ifMatch, contact.version());
    ContactFields fields = patch.apply(contact.fields(), ContactFields.class, changes);
    Contact changed = entering.change(contact, fields);
    return ResponseEntity.ok().eTag(Versions.tag(changed.version())).body(changed);
  }

  @GetMapping("/contacts")
  @Operation(summary = "List the contacts you may see, newest first")
  PageView<Contact> contacts(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    return list(Contact.class, "contactId", page, size);
  }

  @GetMapping("/contacts/{contactId}")
  @Operation(summary = "Read a contact")
  ResponseEntity<Contact> contact(@PathVariable UUID contactId) {
    Contact contact = visible("contact", contactId, customers.contact(contactId));
    return ResponseEntity.ok().eTag(Versions.tag(contact.version())).body(contact);
  }

  private <T> PageView<T> list(Class<T> type, String id, int page, int size) {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.READ);
    Sort newestFirst = Sort.by(Sort.Direction.DESC, "createdOn", id);
    return PageView.of(
        customers.page(
            type,
            permissions.visible(caller, Privilege.READ),
            PageView.request(page, size, newestFirst)));
  }

  private <T extends Owned> T writable(String what, UUID id, Optional<T> found) {
    T record = visible(what, id, found);
    Caller caller = callers.get();
    permissions.require(caller, Privilege.WRITE);
    if (!permissions.allows(caller, Privilege.WRITE, record)) {
      throw new MissingPrivilege(Privilege.WRITE);
    }
    return record;
  }

  private static void requireSeen(@Nullable String ifMatch, @Nullable Long version) {
    Versions.required(ifMatch);
    Versions.check(ifMatch, version);
  }

  private <T extends Owned> T visible(String what, UUID id, Optional<T> found) {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.READ);
    return found
        .filter(record -> permissions.allows(caller, Privilege.READ, record))
        .orElseThrow(() -> new NotVisible(what, id));
  }
}
