package org.leadflow.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.WorkingTime;

/**
 * One lead as reports see it. What happened to it is told in the order of time.
 *
 * <p>Times are whole seconds from its creation: to its first owner by the first line of the trail
 * that gives it to somebody, to the first contact as the lead keeps it, and to the qualification
 * that is in force. Working time is that of whoever had it then.
 */
final class LeadLine {

  /** What people, or time, decided about where a lead goes. */
  private static final Set<String> NOT_BY_RULES =
      Set.of(
          "assigned-by-hand",
          "offer-accepted",
          "offer-declined",
          "offer-lapsed",
          "handed-back",
          "lapsed");

  private static final Set<String> FOUND = Set.of("ASSIGNED", "WAITS", "OFFERED", "STAYS");

  private static final int QUALIFIED = 1;
  private static final int LONGEST = 200;

  private final Object[] columns = new Object[22];
  private final Instant created;
  private final @Nullable Instant contactedOn;
  private final boolean qualified;
  private final @Nullable String ownerUser;
  private final @Nullable String ownerTeam;
  private final @Nullable UUID opportunityId;
  private @Nullable Event assigned;
  private @Nullable Event contacted;
  private @Nullable Event qualification;
  private @Nullable Event owner;
  private @Nullable String pool;
  private @Nullable String nobody;
  private @Nullable String product;

  private record Event(Instant at, @Nullable String user, @Nullable String team) {}

  private LeadLine(ResultSet row) throws SQLException {
    created = instant(row, "created_on");
    contactedOn = instant(row, "first_responded_on");
    qualified = row.getInt("state_code") == QUALIFIED;
    ownerUser = row.getString("owner_user");
    ownerTeam = row.getString("owner_team");
    opportunityId = row.getObject("qualifying_opportunity_id", UUID.class);
    owner = new Event(created, ownerUser, ownerTeam);
    columns[0] = row.getObject("lead_id", UUID.class);
    columns[1] = row.getLong("version");
    columns[2] = created.atOffset(ZoneOffset.UTC);
    columns[3] = ownerUser;
    columns[4] = ownerTeam;
    columns[5] = row.getString("owning_business_unit");
    columns[6] = row.getString("owning_partner");
    columns[7] = row.getInt("state_code");
    columns[8] = row.getInt("status_code");
    columns[9] = row.getObject("lead_source_code", Integer.class);
    columns[10] = row.getString("campaign");
    columns[12] = row.getString("channel_partner_id");
  }

  static LeadLine of(ResultSet row) throws SQLException {
    return new LeadLine(row);
  }

  @Nullable UUID opportunityId() {
    return opportunityId;
  }

  void happened(String action, Instant at, @Nullable String user, @Nullable String team) {
    var event = new Event(at, user, team);
    switch (action) {
      case "ASSIGNED" -> assigned = assigned == null ? event : assigned;
      case "CONTACTED" -> contacted = contacted == null ? event : contacted;
      default -> qualification = event;
    }
  }

  /**
   * Of several decisions the last that rules made counts; who was found by turn came by the last
   * turn.
   */
  void decided(String code, @Nullable String outcome, @Nullable String poolId) {
    if (NOT_BY_RULES.contains(code)) {
      return;
    }
    boolean found = outcome == null || FOUND.contains(outcome);
    nobody = found ? null : code;
    pool = found ? poolId : pool;
  }

  /** Of several requests the first counts, which is told last. */
  void askedFor(String products) {
    product = products.length() > LONGEST ? products.substring(0, LONGEST) : products;
  }

  Object[] row(Owners.Asked time) {
    columns[11] = product;
    columns[13] = team(time);
    times(14, assigned, assigned == null ? null : assigned.at, time);
    times(16, contacted == null ? owner : contacted, contactedOn, time);
    Event closing = qualified ? qualification : null;
    times(18, closing, closing == null ? null : closing.at, time);
    columns[20] = nobody;
    columns[21] = opportunityId;
    return columns;
  }

  /** The team that has it, by whose turn its owner got it, or in which he is. */
  private @Nullable String team(Owners.Asked owners) {
    String routed = ownerTeam != null ? ownerTeam : pool;
    return routed != null ? routed : owners.teamOf(ownerUser);
  }

  private void times(int place, @Nullable Event event, @Nullable Instant at, Owners.Asked asked) {
    if (event == null || at == null) {
      return;
    }
    columns[place] = seconds(Duration.between(created, at));
    WorkingTime time = asked.of(event.user, event.team);
    columns[place + 1] = seconds(time.between(created, at));
  }

  /** Clocks of nodes differ a little; nothing happens before the lead was there. */
  private static int seconds(Duration time) {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, time.toSeconds()));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
