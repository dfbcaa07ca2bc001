package org.leadflow.lead.web;

import java.util.ArrayList;
import java.util.List;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.lead.activity.ActivityFields;
import org.leadflow.lead.activity.LeadActivity;
import org.leadflow.organization.Organization;
import org.leadflow.organization.User;
import org.springframework.stereotype.Component;

/** What the fields of an activity must be beyond their form. */
@Component
class ActivityCheck {

  private final Organization organization;

  ActivityCheck(Organization organization) {
    this.organization = organization;
  }

  /** Refuses an owner who is no active user and a due date that is in no calendar. */
  void requirePossible(ActivityFields fields) {
    Refused.ifAny(faults(fields));
  }

  /** The same for changed fields; also refuses another type. */
  void requirePossible(LeadActivity before, ActivityFields fields) {
    List<FieldFault> faults = faults(fields);
    if (fields.activityTypeCode() != before.activityTypeCode()) {
      faults.add(new FieldFault("activityTypeCode", "cannot be changed"));
    }
    Refused.ifAny(faults);
  }

  private List<FieldFault> faults(ActivityFields fields) {
    List<FieldFault> faults = new ArrayList<>();
    String owner = fields.ownerId();
    if (owner != null && organization.user(owner).filter(User::active).isEmpty()) {
      faults.add(new FieldFault("ownerId", "must be an active user"));
    }
    if (!Times.storable(fields.scheduledEnd())) {
      faults.add(new FieldFault("scheduledEnd", Times.RANGE));
    }
    return faults;
  }
}
