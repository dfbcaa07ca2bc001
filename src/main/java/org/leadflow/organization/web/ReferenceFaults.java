package org.leadflow.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.organization.CalendarChanges;
import org.leadflow.organization.ChannelPartner;
import org.leadflow.organization.Edits;
import org.leadflow.organization.Organization;
import org.springframework.stereotype.Component;

/** Finds what a request names and nobody knows. */
@Component
class ReferenceFaults {

  private static final String ID_FORM =
      "must be 1 to 64 of the characters A-Z a-z 0-9 . _ - and no reserved word";

  private final Organization organization;
  private final CalendarChanges calendars;

  ReferenceFaults(Organization organization, CalendarChanges calendars) {
    this.organization = organization;
    this.calendars = calendars;
  }

  void id(@Nullable String id, List<FieldFault> faults) {
    if (!Edits.isId(id)) {
      faults.add(new FieldFault("id", ID_FORM));
    }
  }

  void calendar(@Nullable String id, List<FieldFault> faults) {
    if (id != null && calendars.find(id).isEmpty()) {
      faults.add(new FieldFault("calendarId", "there is no calendar '%s'".formatted(id)));
    }
  }

  void unit(String field, @Nullable String id, List<FieldFault> faults) {
    if (id == null) {
      faults.add(new FieldFault(field, "must not be null"));
    } else if (organization.unit(id).isEmpty()) {
      faults.add(new FieldFault(field, "there is no unit '%s'".formatted(id)));
    }
  }

  /** The unit of a user or team: that of the partner, if there is one, else its own. */
  String home(@Nullable String unitId, @Nullable String partnerId, List<FieldFault> faults) {
    if (partnerId == null) {
      unit("businessUnitId", unitId, faults);
      return unitId == null ? "" : unitId;
    }
    ChannelPartner partner = organization.partner(partnerId).orElse(null);
    if (partner == null) {
      faults.add(new FieldFault("partnerId", "there is no partner '%s'".formatted(partnerId)));
      return "";
    }
    if (unitId != null && !unitId.equals(partner.businessUnitId())) {
      faults.add(
          new FieldFault(
              "businessUnitId",
              "is not the unit of the partner, '%s'; leave it out"
                  .formatted(partner.businessUnitId())));
    }
    return partner.businessUnitId();
  }
}
