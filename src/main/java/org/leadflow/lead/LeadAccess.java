package org.leadflow.lead;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leadflow.access.AccessLevel;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.MissingPrivilege;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Owned;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.customer.Customers;
import org.springframework.stereotype.Component;

/**
 * What every door asks before it touches a lead. A lead outside the caller's level does not exist
 * for him.
 */
@Component
public class LeadAccess {

  private final LeadRecords leads;
  private final Customers customers;
  private final Permissions permissions;
  private final CurrentCaller callers;

  LeadAccess(
      LeadRecords leads, Customers customers, Permissions permissions, CurrentCaller callers) {
    this.leads = leads;
    this.customers = customers;
    this.permissions = permissions;
    this.callers = callers;
  }

  /**
   * The lead, when the caller may do this to it.
   *
   * @throws MissingPrivilege when he may do it to no lead at all, or sees this one but may not
   * @throws NotVisible when there is none that he may see
   */
  public Lead require(UUID leadId, Privilege privilege) {
    return permissions.require(callers.get(), privilege, "lead", leadId, leads.find(leadId));
  }

  /** Whether there is such a lead for the caller. */
  public boolean isVisible(UUID leadId) {
    return reaches(leads.find(leadId));
  }

  /**
   * Whether the caller may do this to this lead not only as its owner but because his privilege
   * reaches at least so far, as a manager's does.
   */
  public boolean allowsBeyondOwning(Lead lead, Privilege privilege, AccessLevel atLeast) {
    Caller caller = callers.get();
    return permissions.level(caller, privilege).compareTo(atLeast) >= 0
        && permissions.allows(caller, privilege, lead);
  }

  /**
   * Checks that the existing account, contact and customer a caller names are there for him.
   *
   * @throws Refused naming each that is not
   */
  public void requireLinks(LeadFields fields) {
    Refused.ifAny(faultsOfLinks(fields));
  }

  /** Names the existing account, contact and customer that are not there for the caller. */
  public List<FieldFault> faultsOfLinks(LeadFields fields) {
    List<FieldFault> faults = new ArrayList<>();
    if (fields.parentAccountId() != null && !reaches(customers.account(fields.parentAccountId()))) {
      faults.add(
          new FieldFault("parentAccountId", "there is no account " + fields.parentAccountId()));
    }
    if (fields.parentContactId() != null && !reaches(customers.contact(fields.parentContactId()))) {
      faults.add(
          new FieldFault("parentContactId", "there is no contact " + fields.parentContactId()));
    }
    if ((fields.customerId() == null) != (fields.customerIdType() == null)) {
      faults.add(
          fields.customerId() == null
              ? new FieldFault("customerId", "must be given where customerIdType is")
              : new FieldFault("customerIdType", "must be given where customerId is"));
    } else if (fields.customerId() != null && !reachesCustomer(fields)) {
      faults.add(
          new FieldFault(
              "customerId", "there is no " + fields.customerIdType() + " " + fields.customerId()));
    }
    return faults;
  }

  /** A type that is neither is named by the check of the fields. */
  private boolean reachesCustomer(LeadFields fields) {
    return switch (fields.customerIdType()) {
      case "account" -> reaches(customers.account(fields.customerId()));
      case "contact" -> reaches(customers.contact(fields.customerId()));
      default -> true;
    };
  }

  /**
   * Whether the caller may link something to this record; a record he may not does not exist for
   * him.
   */
  public boolean reaches(Optional<? extends Owned> record) {
    return record
        .filter(found -> permissions.allows(callers.get(), Privilege.READ, found))
        .isPresent();
  }
}
