package org.leadflow.routing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.AccessLevel;
import org.leadflow.access.Privilege;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.core.Versions;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.LeadView;
import org.leadflow.organization.Owner;
import org.springframework.stereotype.Component;

/** Gives one lead to somebody, whether it is the only one or one of many. */
@Component
public class HandingOver {

  private final LeadAccess access;
  private final LeadRecords leads;
  private final Assigning assigning;

  HandingOver(LeadAccess access, LeadRecords leads, Assigning assigning) {
    this.access = access;
    this.leads = leads;
    this.assigning = assigning;
  }

  /**
   * The lead as it is afterwards.
   *
   * @param ifMatch the version the caller has seen, as in the header; null for any
   * @throws Refused when it cannot be given to him, or is not at that version
   */
  public LeadView assign(
      UUID leadId, @Nullable String ifMatch, Owner owner, @Nullable String reason) {
    Lead lead = access.require(leadId, Privilege.ASSIGN);
    Versions.check(ifMatch, lead.version());
    if (!lead.isOpen() && !access.allowsBeyondOwning(lead, Privilege.ASSIGN, AccessLevel.LOCAL)) {
      throw Refused.conflict(
          "lead-closed",
          "The lead is " + lead.state().label() + "; a closed lead is assigned by managers only.");
    }
    assigning
        .refusal(owner)
        .ifPresent(
            fault -> {
              throw Refused.invalid(
                  "invalid",
                  "The lead cannot be given to " + owner.id() + ".",
                  List.of(new FieldFault("ownerId", fault)));
            });
    assigning.wish(lead, owner, reason);
    return LeadView.of(leads.get(leadId));
  }
}
