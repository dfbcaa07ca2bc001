package org.leadflow.lead.stakeholder;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leadflow.core.CurrentActor;
import org.leadflow.core.Ids;
import org.springframework.stereotype.Service;

/** Keeps who has a say in what a lead is about. Whether somebody may be added is asked before. */
@Service
public class Stakeholders {

  private final StoredStakeholders stakeholders;
  private final CurrentActor actor;
  private final Clock clock;

  Stakeholders(StoredStakeholders stakeholders, CurrentActor actor, Clock clock) {
    this.stakeholders = stakeholders;
    this.actor = actor;
    this.clock = clock;
  }

  /** All of a lead, in the order in which they were added. */
  public List<Stakeholder> of(UUID leadId) {
    return stakeholders.findByLeadIdOrderByCreatedOnAscStakeholderIdAsc(leadId);
  }

  /** The stakeholder, when it is one of this lead. */
  public Optional<Stakeholder> find(UUID leadId, UUID stakeholderId) {
    return stakeholders.findByLeadIdAndStakeholderId(leadId, stakeholderId);
  }

  /** The contact in this role, when he is that already. */
  public Optional<Stakeholder> find(UUID leadId, UUID contactId, String roleId) {
    return stakeholders.findByLeadIdAndContactIdAndRoleId(leadId, contactId, roleId);
  }

  /** Adds a contact in a role that he does not have yet. */
  public Stakeholder add(UUID leadId, UUID contactId, String roleId) {
    return stakeholders.save(
        new Stakeholder(
            Ids.next(), null, leadId, contactId, roleId, clock.instant(), actor.get().id()));
  }

  public void remove(Stakeholder stakeholder) {
    stakeholders.delete(stakeholder);
  }
}
