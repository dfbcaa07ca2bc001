package org.leadflow.lead.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Owned;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.PageView;
import org.leadflow.customer.Account;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Customers;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.stereotype.Component;

/** The customer records as the caller sees them; what he may not see is not there. */
@Component
class CustomerDoor {

  private final Customers customers;
  private final Permissions permissions;
  private final CurrentCaller callers;

  CustomerDoor(Customers customers, Permissions permissions, CurrentCaller callers) {
    this.customers = customers;
    this.permissions = permissions;
    this.callers = callers;
  }

  Optional<Account> account(UUID accountId) {
    return visible(customers.account(accountId));
  }

  Optional<Contact> contact(UUID contactId) {
    return visible(customers.contact(contactId));
  }

  /** The same, and it stays until the transaction ends. */
  Optional<Account> heldAccount(UUID accountId) {
    return visible(customers.lockedAccount(accountId));
  }

  /** The same, and it stays until the transaction ends. */
  Optional<Contact> heldContact(UUID contactId) {
    return visible(customers.lockedContact(contactId));
  }

  /** One page of those of the ids that he may see, newest first. */
  PageView<Account> accounts(List<UUID> ids, int page, int size) {
    return page(Account.class, "accountId", ids, page, size);
  }

  /** One page of those of the ids that he may see, newest first. */
  PageView<Contact> contacts(List<UUID> ids, int page, int size) {
    return page(Contact.class, "contactId", ids, page, size);
  }

  private <T> PageView<T> page(Class<T> type, String id, List<UUID> ids, int page, int size) {
    Criteria criteria = permissions.visible(callers.get(), Privilege.READ).and(id).in(ids);
    Sort newestFirst = Sort.by(Sort.Direction.DESC, "createdOn", id);
    return PageView.of(customers.page(type, criteria, PageView.request(page, size, newestFirst)));
  }

  private <T extends Owned> Optional<T> visible(Optional<T> found) {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.READ);
    return found.filter(record -> permissions.allows(caller, Privilege.READ, record));
  }
}
