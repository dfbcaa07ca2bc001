package org.leadflow.customer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Owned;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.PageView;
import org.leadflow.customer.Account;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Customers;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads accounts and contacts. They are made by qualifying leads. */
@RestController
@RequestMapping("/api")
@Tag(name = "Customers")
class CustomerController {

  private final Customers customers;
  private final Permissions permissions;
  private final CurrentCaller callers;

  CustomerController(Customers customers, Permissions permissions, CurrentCaller callers) {
    this.customers = customers;
    this.permissions = permissions;
    this.callers = callers;
  }

  @GetMapping("/accounts")
  @Operation(summary = "List the accounts you may see, newest first")
  PageView<Account> accounts(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    return list(Account.class, "accountId", page, size);
  }

  @GetMapping("/accounts/{accountId}")
  @Operation(summary = "Read an account")
  Account account(@PathVariable UUID accountId) {
    return visible("account", accountId, customers.account(accountId));
  }

  @GetMapping("/contacts")
  @Operation(summary = "List the contacts you may see, newest first")
  PageView<Contact> contacts(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    return list(Contact.class, "contactId", page, size);
  }

  @GetMapping("/contacts/{contactId}")
  @Operation(summary = "Read a contact")
  Contact contact(@PathVariable UUID contactId) {
    return visible("contact", contactId, customers.contact(contactId));
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

  private <T extends Owned> T visible(String what, UUID id, Optional<T> found) {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.READ);
    return found
        .filter(record -> permissions.allows(caller, Privilege.READ, record))
        .orElseThrow(() -> new NotVisible(what, id));
  }
}
