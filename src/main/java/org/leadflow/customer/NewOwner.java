package org.leadflow.customer;

import org.jspecify.annotations.Nullable;
import org.leadflow.access.Owned;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Ownership;

/** The columns that tell whose a record is. */
record NewOwner(
    @Nullable String ownerUser,
    @Nullable String ownerTeam,
    String owningBusinessUnit,
    @Nullable String owningPartner) {

  static NewOwner of(Ownership to) {
    boolean person = to.owner().kind() == Owner.Kind.USER;
    return new NewOwner(
        person ? to.owner().id() : null,
        person ? null : to.owner().id(),
        to.businessUnitId(),
        to.partnerId());
  }

  /** Such as {@code user anna}. */
  static String words(Owned record) {
    return record.ownerUser() != null ? "user " + record.ownerUser() : "team " + record.ownerTeam();
  }
}
