package org.leadflow.customer;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.Ids;
import org.leadflow.core.Records;
import org.leadflow.core.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters accounts and contacts by hand; they belong to whoever enters them. */
@Component
public class Entering {

  private final Customers customers;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final Clock clock;

  Entering(Customers customers, Permissions permissions, CurrentCaller callers, Clock clock) {
    this.customers = customers;
    this.permissions = permissions;
    this.callers = callers;
    this.clock = clock;
  }

  /** Stores a new account. */
  @Transactional
  public Account enter(AccountFields given) {
    return customers.open(Records.of(Account.class, mine("accountId", given)));
  }

  /**
   * Stores a new contact.
   *
   * @throws Refused naming the account when there is none that the caller may see
   */
  @Transactional
  public Contact enter(ContactFields given) {
    Map<String, @Nullable Object> mine = mine("contactId", given);
    requireAccount(given);
    hold(given);
    return customers.open(Records.of(Contact.class, mine));
  }

  /** Stores a changed contact; refuses an account that is not there for the caller. */
  @Transactional
  public Contact change(Contact contact, ContactFields given) {
    requireAccount(given);
    hold(given);
    return customers.change(contact.with(given));
  }

  /** The account stays until the contact is stored. */
  private void hold(ContactFields given) {
    UUID account = given.parentAccountId();
    if (account != null && customers.lockedAccount(account).isEmpty()) {
      throw gone(account);
    }
  }

  private static Refused gone(UUID accountId) {
    return Refused.invalid("parentAccountId", "there is no account " + accountId);
  }

  /** Refuses an account that is not there for the caller. */
  private void requireAccount(ContactFields given) {
    UUID account = given.parentAccountId();
    if (account != null
        && customers
            .account(account)
            .filter(found -> permissions.allows(callers.get(), Privilege.READ, found))
            .isEmpty()) {
      throw gone(account);
    }
  }

  private Map<String, @Nullable Object> mine(String id, Record given) {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.CREATE);
    Map<String, @Nullable Object> values = Records.values(given);
    values.put(id, Ids.next());
    values.put("ownerUser", caller.userId());
    values.put("owningBusinessUnit", caller.businessUnitId());
    values.put("owningPartner", caller.partnerId());
    values.put("createdOn", clock.instant());
    values.put("createdBy", caller.userId());
    return values;
  }
}
