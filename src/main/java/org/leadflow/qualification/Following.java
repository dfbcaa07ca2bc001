package org.leadflow.qualification;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.leadflow.lead.activity.OpenActivities;
import org.leadflow.lead.link.Links;
import org.leadflow.lead.link.Links.Kind;
import org.leadflow.lead.stakeholder.OpportunityStakeholders;
import org.leadflow.qualification.Conversion.Step;
import org.springframework.stereotype.Component;

/**
 * Lets what belongs to a lead follow it: open activities move to what it became, stakeholders are
 * copied to the opportunity, and an existing customer is associated with it.
 */
@Component
class Following {

  private final OpenActivities activities;
  private final OpportunityStakeholders stakeholders;
  private final Links links;

  Following(OpenActivities activities, OpportunityStakeholders stakeholders, Links links) {
    this.activities = activities;
    this.stakeholders = stakeholders;
    this.links = links;
  }

  /** Answers the kinds of customer it newly associated the lead with. */
  Set<RecordType> follow(Plan plan) {
    UUID leadId = plan.lead().leadId();
    Planned<?> heir = plan.heir();
    if (heir != null) {
      activities.follow(leadId, heir.type().word(), heir.id());
    }
    if (plan.opportunity().id() != null) {
      stakeholders.copy(leadId, plan.opportunity().id(), plan.contact().id());
    }
    Set<RecordType> associated = EnumSet.noneOf(RecordType.class);
    associate(leadId, Kind.ACCOUNT, plan.account(), associated);
    associate(leadId, Kind.CONTACT, plan.contact(), associated);
    return associated;
  }

  private void associate(UUID leadId, Kind kind, Planned<?> planned, Set<RecordType> associated) {
    if (planned.step() == Step.LINK && links.associate(leadId, kind, planned.id())) {
      associated.add(planned.type());
    }
  }

  /** Takes all of it back, as far as it is still where it followed to. */
  void back(Conversion conversion) {
    UUID leadId = conversion.leadId();
    for (RecordType type : RecordType.values()) {
      if (conversion.id(type) != null) {
        activities.bringBack(leadId, type.word(), conversion.id(type));
      }
    }
    if (conversion.opportunityId() != null) {
      stakeholders.remove(leadId, conversion.opportunityId());
    }
    if (conversion.accountAssociated()) {
      links.disassociate(leadId, Kind.ACCOUNT, conversion.accountId());
    }
    if (conversion.contactAssociated()) {
      links.disassociate(leadId, Kind.CONTACT, conversion.contactId());
    }
  }
}
