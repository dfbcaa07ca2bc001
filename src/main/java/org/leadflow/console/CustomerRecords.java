package org.leadflow.console;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Owned;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.customer.ClosingReason;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Customers;
import org.leadflow.customer.Opportunity;
import org.leadflow.customer.Pursuit;
import org.springframework.stereotype.Component;

/** The accounts, contacts and opportunities that the reader may see. */
@Component
class CustomerRecords {

  private final Customers customers;
  private final Pursuit pursuit;
  private final Permissions permissions;
  private final CurrentCaller callers;

  CustomerRecords(
      Customers customers, Pursuit pursuit, Permissions permissions, CurrentCaller callers) {
    this.customers = customers;
    this.pursuit = pursuit;
    this.permissions = permissions;
    this.callers = callers;
  }

  /**
   * The opportunity.
   *
   * @throws org.leadflow.access.MissingPrivilege when the reader may see none at all
   * @throws NotVisible when there is none that he may see
   */
  Opportunity require(UUID opportunityId) {
    permissions.require(callers.get(), Privilege.READ);
    return visible(pursuit.find(opportunityId))
        .orElseThrow(() -> new NotVisible("opportunity", opportunityId));
  }

  /** Those of the three that exist and may be seen. */
  List<Became> of(
      @Nullable UUID accountId, @Nullable UUID contactId, @Nullable UUID opportunityId) {
    return Stream.of(account(accountId), contact(contactId), opportunity(opportunityId))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Became> account(@Nullable UUID id) {
    return Optional.ofNullable(id)
        .flatMap(known -> visible(customers.account(known)))
        .map(found -> new Became("Account", found.accountId(), found.name(), null, null));
  }

  private Optional<Became> contact(@Nullable UUID id) {
    return Optional.ofNullable(id)
        .flatMap(known -> visible(customers.contact(known)))
        .map(
            found -> new Became("Contact", found.contactId(), name(found), found.jobTitle(), null));
  }

  private Optional<Became> opportunity(@Nullable UUID id) {
    return Optional.ofNullable(id)
        .flatMap(known -> visible(pursuit.find(known)))
        .map(
            found ->
                new Became(
                    "Opportunity",
                    found.opportunityId(),
                    found.name(),
                    standing(found),
                    "/opportunities/" + found.opportunityId()));
  }

  /** The stage of an open opportunity, the reason of a closed one. */
  static String standing(Opportunity opportunity) {
    return opportunity.stateCode() == 0
        ? "Open, stage " + opportunity.stage().label()
        : ClosingReason.of(opportunity.statusCode()).map(ClosingReason::label).orElse("Closed");
  }

  private static String name(Contact contact) {
    return Stream.of(contact.firstName(), contact.lastName())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  private <T extends Owned> Optional<T> visible(Optional<T> record) {
    return record.filter(found -> permissions.allows(callers.get(), Privilege.READ, found));
  }
}
