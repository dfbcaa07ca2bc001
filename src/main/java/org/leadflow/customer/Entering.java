package org.leadflow.customer;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.FieldFault;
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
    return customers.open(Records.of(Contact.class, mine));
  }

  /** Refuses an account that is not there for the caller. */
  public void requireAccount(ContactFields given) {
    List<FieldFault> faults = new ArrayList<>();
    Optional.ofNullable(given.parentAccountId())
        .filter(
            id ->
                customers
                    .account(id)
                    .filter(found -> permissions.allows(callers.get(), Privilege.READ, found))
                    .isEmpty())
        .ifPresent(
            id -> faults.add(new FieldFault("parentAccountId", "there is no account " + id)));
    if (!faults.isEmpty()) {
      throw Refused.invalid("invalid", "Some fields are not as they must be.", faults);
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
    values.put("createdOn", clock.instant().truncatedTo(ChronoUnit.MICROS));
    values.put("createdBy", caller.userId());
    return values;
  }
}
