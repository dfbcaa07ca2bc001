package org.leadflow.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Ownership;

/**
 * A member of a pool as read for one turn.
 *
 * @param mayRead whether one of his roles lets him see the leads he owns
 * @param mayBeAway whether an absence of his is near enough to look at
 * @param answer how he turned this lead down before, null when he did not
 * @param place null when he has none yet, such as somebody written into the database by hand
 */
record Member(
    String id,
    String name,
    boolean active,
    String businessUnitId,
    @Nullable String partnerId,
    boolean mayRead,
    boolean mayBeAway,
    @Nullable String answer,
    @Nullable Place place,
    MemberSettings settings) {

  /** What the order of the turns is reckoned from. */
  record Place(long lastTurn, long turns, long owed, int credits, long credited) {}

  private static final Place NONE = new Place(0, 0, 0, 0, 0);

  static Member read(ResultSet row) throws SQLException {
    Long lastTurn = row.getObject("last_turn", Long.class);
    return new Member(
        row.getString("id"),
        row.getString("name"),
        row.getBoolean("active"),
        row.getString("business_unit_id"),
        row.getString("partner_id"),
        row.getBoolean("may_read"),
        row.getBoolean("may_be_away"),
        row.getString("answer"),
        lastTurn == null
            ? null
            : new Place(
                lastTurn,
                row.getLong("turns"),
                row.getLong("owed"),
                row.getInt("credits"),
                row.getLong("credited")),
        lastTurn == null
            ? MemberSettings.DEFAULT
            : new MemberSettings(
                row.getInt("weight"),
                row.getObject("capacity", Integer.class),
                row.getObject("member_place", Integer.class),
                row.getBoolean("member_paused"),
                Texts.caps(row.getString("caps"))));
  }

  Member at(Place then) {
    return new Member(
        id, name, active, businessUnitId, partnerId, mayRead, mayBeAway, answer, then, settings);
  }

  Ownership ownership() {
    return new Ownership(Owner.user(id), businessUnitId, partnerId);
  }

  Place placeOrNone() {
    return place == null ? NONE : place;
  }
}
