package org.leadflow.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.data.relational.core.query.Criteria;

/**
 * Which records one level reaches for one caller: once as a question about a record, once as a part
 * of a query, once as a condition of a statement. All say the same; the tests hold them against one
 * table.
 *
 * @param unitsBelow the caller's unit and all below it; asked for by level {@link AccessLevel#DEEP}
 *     only
 */
record Reach(AccessLevel level, Caller caller, Set<String> unitsBelow) {

  boolean covers(Owned record) {
    return switch (level) {
      case NONE -> false;
      case BASIC -> owns(record);
      case LOCAL -> owns(record) || isLocal(record);
      case DEEP -> owns(record) || unitsBelow.contains(record.owningBusinessUnit());
      case GLOBAL -> true;
    };
  }

  /** Safe to extend with and(...): the alternatives stay together. */
  Criteria criteria() {
    return switch (level) {
      case NONE -> Criteria.where("owningBusinessUnit").in(Set.of());
      case BASIC -> together(owned());
      case LOCAL -> together(owned().or(local()));
      case DEEP -> together(owned().or(Criteria.where("owningBusinessUnit").in(unitsBelow)));
      case GLOBAL -> Criteria.empty();
    };
  }

  VisibleRows rows() {
    return switch (level) {
      case NONE -> new VisibleRows("1 = 0", Map.of());
      case BASIC -> own("");
      case LOCAL ->
          caller.partnerId() == null
              ? own(
                  " OR %1$sowning_business_unit = :reachUnit AND %1$sowning_partner IS NULL",
                  "reachUnit", caller.businessUnitId())
              : own(" OR %1$sowning_partner = :reachPartner", "reachPartner", caller.partnerId());
      case DEEP ->
          unitsBelow.isEmpty()
              ? own("")
              : own(" OR %1$sowning_business_unit IN (:reachUnits)", "reachUnits", unitsBelow);
      case GLOBAL -> new VisibleRows("1 = 1", Map.of());
    };
  }

  private VisibleRows own(String others, Object... named) {
    var parameters = new HashMap<String, Object>();
    parameters.put("reachUser", caller.userId());
    for (int i = 0; i < named.length; i += 2) {
      parameters.put((String) named[i], named[i + 1]);
    }
    String teams = "";
    if (!caller.teamIds().isEmpty()) {
      teams = " OR %1$sowner_team IN (:reachTeams)";
      parameters.put("reachTeams", caller.teamIds());
    }
    return new VisibleRows("(%1$sowner_user = :reachUser" + teams + others + ")", parameters);
  }

  private boolean owns(Owned record) {
    return caller.userId().equals(record.ownerUser())
        || record.ownerTeam() != null && caller.teamIds().contains(record.ownerTeam());
  }

  private boolean isLocal(Owned record) {
    return caller.partnerId() == null
        ? record.owningPartner() == null
            && caller.businessUnitId().equals(record.owningBusinessUnit())
        : caller.partnerId().equals(record.owningPartner());
  }

  private Criteria owned() {
    Criteria own = Criteria.where("ownerUser").is(caller.userId());
    return caller.teamIds().isEmpty() ? own : own.or("ownerTeam").in(caller.teamIds());
  }

  private Criteria local() {
    return caller.partnerId() == null
        ? Criteria.where("owningBusinessUnit")
            .is(caller.businessUnitId())
            .and("owningPartner")
            .isNull()
        : Criteria.where("owningPartner").is(caller.partnerId());
  }

  private static Criteria together(Criteria alternatives) {
    return Criteria.empty().and(alternatives);
  }
}
