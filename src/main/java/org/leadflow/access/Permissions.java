package org.leadflow.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.leadflow.organization.Organization;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.stereotype.Component;

/**
 * Answers what a caller may see and do.
 *
 * <p>A privilege that is missing altogether and a record out of reach are two different answers: a
 * door says 403 to the first, and to the second the same 404 as for a record that does not exist.
 */
@Component
public class Permissions {

  private final Organization organization;

  Permissions(Organization organization) {
    this.organization = organization;
  }

  /** The widest level any of his roles gives; a partner's user never gets beyond his partner. */
  public AccessLevel level(Caller caller, Privilege privilege) {
    AccessLevel level = RoleTable.level(caller.roles(), privilege);
    boolean tooFar = caller.partnerId() != null && level.compareTo(AccessLevel.LOCAL) > 0;
    return tooFar ? AccessLevel.LOCAL : level;
  }

  /**
   * @throws MissingPrivilege when the caller has this privilege for no record at all
   */
  public void require(Caller caller, Privilege privilege) {
    if (level(caller, privilege) == AccessLevel.NONE) {
      throw new MissingPrivilege(privilege);
    }
  }

  /**
   * The record, when the caller may do this to it.
   *
   * @param what the kind of record, for the answer
   * @throws MissingPrivilege when he may do it to no record at all, or sees this one but may not
   * @throws NotVisible when there is none that he may see
   */
  public <T extends Owned> T require(
      Caller caller, Privilege privilege, String what, UUID id, Optional<T> found) {
    require(caller, privilege);
    T record =
        found
            .filter(there -> allows(caller, Privilege.READ, there))
            .orElseThrow(() -> new NotVisible(what, id));
    if (!allows(caller, privilege, record)) {
      throw new MissingPrivilege(privilege);
    }
    return record;
  }

  public boolean allows(Caller caller, Privilege privilege, Owned record) {
    return reach(caller, privilege).covers(record);
  }

  /**
   * The same answer as {@link #allows} as a part of a query over {@link Owned}'s properties; may be
   * extended with {@code and(...)}. Matches nothing when the privilege is missing.
   */
  public Criteria visible(Caller caller, Privilege privilege) {
    return reach(caller, privilege).criteria();
  }

  /** The same for a statement over a table with the columns of {@link Owned}. */
  public VisibleRows visibleRows(Caller caller, Privilege privilege) {
    return reach(caller, privilege).rows();
  }

  private Reach reach(Caller caller, Privilege privilege) {
    AccessLevel level = level(caller, privilege);
    Set<String> unitsBelow =
        level == AccessLevel.DEEP ? organization.unitsBelow(caller.businessUnitId()) : Set.of();
    return new Reach(level, caller, unitsBelow);
  }
}
