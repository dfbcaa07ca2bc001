package org.leadflow.duplicates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.customer.CustomerEvent.AccountSaved;
import org.leadflow.customer.CustomerEvent.ContactSaved;
import org.leadflow.customer.Customers;
import org.leadflow.duplicates.KeyTable.Keyed;
import org.leadflow.duplicates.KeyTable.Owner;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the keys of accounts and contacts right, in the transaction that saves the record. A new
 * one costs two statements, a changed one three.
 */
@Component
class KeysOfCustomers {

  private final Customers customers;
  private final KeyTable table;

  KeysOfCustomers(Customers customers, KeyTable table) {
    this.customers = customers;
    this.table = table;
  }

  @EventListener
  void on(AccountSaved event) {
    customers
        .account(event.accountId())
        .ifPresent(account -> write(Owner.ACCOUNT, account.version(), Keyed.of(account)));
  }

  @EventListener
  void on(ContactSaved event) {
    customers
        .contact(event.contactId())
        .ifPresent(contact -> write(Owner.CONTACT, contact.version(), Keyed.of(contact)));
  }

  private void write(Owner owner, @Nullable Long version, Keyed record) {
    boolean isNew = version == null || version == 0;
    if (isNew) {
      table.add(owner, List.of(record));
    } else {
      table.replace(owner, List.of(record));
    }
  }
}
