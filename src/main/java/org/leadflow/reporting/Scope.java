package org.leadflow.reporting;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.access.VisibleRows;
import org.leadflow.organization.Organization;
import org.springframework.stereotype.Component;

/** Which rows count for whoever asks: of the period, of the unit, and only those he may see. */
@Component
class Scope {

  private final CurrentCaller callers;
  private final Permissions permissions;
  private final Organization organization;

  Scope(CurrentCaller callers, Permissions permissions, Organization organization) {
    this.callers = callers;
    this.permissions = permissions;
    this.organization = organization;
  }

  /**
   * A condition of a statement.
   *
   * @param visible what else must be visible, such as the opportunity of a lead
   */
  record Rows(String condition, Map<String, Object> parameters, VisibleRows visible) {}

  /**
   * The rows of a table with the columns of an owned record.
   *
   * @param time the column that says when it was
   * @throws org.leadflow.access.MissingPrivilege when the caller sees no leads at all
   */
  Rows of(Filter filter, String table, String time) {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.READ);
    VisibleRows visible = permissions.visibleRows(caller, Privilege.READ);
    Map<String, Object> parameters = new HashMap<>(visible.parameters());
    parameters.put("from", filter.begin().atOffset(ZoneOffset.UTC));
    parameters.put("until", filter.end().atOffset(ZoneOffset.UTC));
    String condition =
        "%1$s.%2$s >= :from AND %1$s.%2$s < :until AND %3$s"
            .formatted(table, time, visible.of(table));
    if (filter.unit() != null) {
      condition += " AND " + table + ".owning_business_unit IN (:units)";
      parameters.put("units", organization.unitsBelow(filter.unit()));
    }
    return new Rows(condition, parameters, visible);
  }
}
