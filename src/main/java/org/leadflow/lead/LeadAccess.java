package org.leadflow.lead;

import java.util.UUID;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.MissingPrivilege;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.springframework.stereotype.Component;

/**
 * What every door asks before it touches a lead. A lead outside the caller's level does not exist
 * for him.
 */
@Component
public class LeadAccess {

  private final LeadRecords leads;
  private final Permissions permissions;
  private final CurrentCaller callers;

  LeadAccess(LeadRecords leads, Permissions permissions, CurrentCaller callers) {
    this.leads = leads;
    this.permissions = permissions;
    this.callers = callers;
  }

  /**
   * The lead, when the caller may do this to it.
   *
   * @throws MissingPrivilege when he may do it to no lead at all, or sees this one but may not
   * @throws NotVisible when there is none that he may see
   */
  public Lead require(UUID leadId, Privilege privilege) {
    Caller caller = callers.get();
    permissions.require(caller, privilege);
    Lead lead =
        leads
            .find(leadId)
            .filter(found -> permissions.allows(caller, Privilege.READ, found))
            .orElseThrow(() -> new NotVisible("lead", leadId));
    if (!permissions.allows(caller, privilege, lead)) {
      throw new MissingPrivilege(privilege);
    }
    return lead;
  }
}
