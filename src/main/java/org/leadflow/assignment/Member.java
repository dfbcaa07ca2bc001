package org.leadflow.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Ownership;

/**
 * A member of a pool as read behind the pool's lock.
 *
 * @param turn the number of the turn being taken
 * @param place the turn since which the member waits, null when he has no place yet
 */
record Member(
    String id,
    String name,
    boolean active,
    String businessUnitId,
    @Nullable String partnerId,
    long turn,
    @Nullable Long place) {

  static Member read(ResultSet row, int number) throws SQLException {
    return new Member(
        row.getString("id"),
        row.getString("name"),
        row.getBoolean("active"),
        row.getString("business_unit_id"),
        row.getString("partner_id"),
        row.getLong("turn"),
        row.getObject("last_turn", Long.class));
  }

  Ownership ownership() {
    return new Ownership(Owner.user(id), businessUnitId, partnerId);
  }

  Candidate candidate(Set<String> excludedUserIds) {
    String gate =
        !active
            ? Candidate.INACTIVE
            : excludedUserIds.contains(id) ? Candidate.EXCLUDED : Candidate.PASSED;
    return new Candidate(id, name, gate.equals(Candidate.PASSED), gate, place == null ? 0 : place);
  }
}
