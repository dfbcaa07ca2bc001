package org.leadflow.customer.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.Refused;
import org.leadflow.core.Versions;
import org.leadflow.customer.ClosingReason;
import org.leadflow.customer.Opportunity;
import org.leadflow.customer.Pursuit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way to an opportunity. Work is done in one transaction in which nobody else changes it. One
 * outside the caller's level does not exist for him.
 */
@Component
class OpportunityDoor {

  private final Pursuit pursuit;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final TransactionTemplate transaction;

  OpportunityDoor(
      Pursuit pursuit,
      Permissions permissions,
      CurrentCaller callers,
      TransactionTemplate transaction) {
    this.pursuit = pursuit;
    this.permissions = permissions;
    this.callers = callers;
    this.transaction = transaction;
  }

  Opportunity require(UUID opportunityId, Privilege privilege) {
    return allowed(pursuit.find(opportunityId), opportunityId, privilege);
  }

  /**
   * Works on an open opportunity and answers how it stands afterwards.
   *
   * @param ifMatch the version the caller has seen, null when he does not say
   */
  Opportunity change(UUID opportunityId, @Nullable String ifMatch, Consumer<Opportunity> work) {
    require(opportunityId, Privilege.WRITE);
    return transaction.execute(
        status -> {
          Opportunity opportunity =
              allowed(pursuit.locked(opportunityId), opportunityId, Privilege.WRITE);
          Versions.check(ifMatch, opportunity.version());
          requireOpen(opportunity);
          work.accept(opportunity);
          return pursuit.find(opportunityId).orElseThrow();
        });
  }

  private static void requireOpen(Opportunity opportunity) {
    if (!opportunity.isOpen()) {
      throw Refused.conflict(
          "opportunity-closed",
          "The opportunity is closed as "
              + ClosingReason.of(opportunity.statusCode()).map(ClosingReason::label).orElse("lost")
              + " and stays as it is.");
    }
  }

  private Opportunity allowed(
      Optional<Opportunity> found, UUID opportunityId, Privilege privilege) {
    return permissions.require(callers.get(), privilege, "opportunity", opportunityId, found);
  }
}
