package org.leadflow.lead.stakeholder;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.CurrentActor;
import org.leadflow.core.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has a say in an opportunity: what its leads knew about that. An opportunity with stakeholders
 * has exactly one who is primary.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OpportunityStakeholders {

  private final Stakeholders ofLeads;
  private final JdbcClient jdbc;
  private final CurrentActor actor;
  private final Clock clock;

  OpportunityStakeholders(Stakeholders ofLeads, JdbcClient jdbc, CurrentActor actor, Clock clock) {
    this.ofLeads = ofLeads;
    this.jdbc = jdbc;
    this.actor = actor;
    this.clock = clock;
  }

  /** All of an opportunity, the primary one first, the others in the order they were added. */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public List<OpportunityStakeholder> of(UUID opportunityId) {
    return jdbc.sql(
            """
            SELECT * FROM opportunity_stakeholder WHERE opportunity_id = ?
            ORDER BY CASE WHEN primary_of IS NULL THEN 1 ELSE 0 END, created_on, stakeholder_id
            """)
        .param(opportunityId)
        .query(OpportunityStakeholder::read)
        .list();
  }

  /**
   * Copies the lead's stakeholders to the opportunity. The lead's own contact joins as {@link
   * StakeholderRole#DEFAULT} unless he is there already, and is the primary one unless there is
   * another. Copying again what is there changes nothing, so several leads can become one
   * opportunity.
   *
   * @param contactId the contact the lead became, null when there is none
   */
  public void copy(UUID leadId, UUID opportunityId, @Nullable UUID contactId) {
    lock(opportunityId);
    for (Stakeholder known : ofLeads.of(leadId)) {
      bring(leadId, opportunityId, known.contactId(), known.roleId());
    }
    if (contactId != null) {
      String role =
          of(opportunityId).stream()
              .filter(there -> there.contactId().equals(contactId))
              .map(OpportunityStakeholder::roleId)
              .min(Comparator.comparing(there -> !there.equals(StakeholderRole.DEFAULT)))
              .orElse(StakeholderRole.DEFAULT);
      bring(leadId, opportunityId, contactId, role);
    }
    seeToThePrimary(opportunityId, contactId);
  }

  /** Removes what {@link #copy} added for this lead and no other lead brought too. */
  public void remove(UUID leadId, UUID opportunityId) {
    lock(opportunityId);
    List<UUID> brought =
        jdbc.sql(
                """
                SELECT s.stakeholder_id FROM opportunity_stakeholder s
                  JOIN opportunity_stakeholder_source b ON b.stakeholder_id = s.stakeholder_id
                WHERE s.opportunity_id = ? AND b.lead_id = ?
                """)
            .params(opportunityId, leadId)
            .query(UUID.class)
            .list();
    for (UUID stakeholder : brought) {
      jdbc.sql(
              "DELETE FROM opportunity_stakeholder_source WHERE stakeholder_id = ? AND lead_id = ?")
          .params(stakeholder, leadId)
          .update();
      if (sources(stakeholder).isEmpty()) {
        jdbc.sql("DELETE FROM opportunity_stakeholder WHERE stakeholder_id = ?")
            .param(stakeholder)
            .update();
      }
    }
    seeToThePrimary(opportunityId, null);
  }

  private void lock(UUID opportunityId) {
    jdbc.sql("SELECT version FROM opportunity WHERE opportunity_id = ? FOR UPDATE")
        .param(opportunityId)
        .query(Long.class)
        .optional();
  }

  private void bring(UUID leadId, UUID opportunityId, UUID contactId, String roleId) {
    UUID stakeholder =
        of(opportunityId).stream()
            .filter(there -> there.contactId().equals(contactId) && there.roleId().equals(roleId))
            .map(OpportunityStakeholder::stakeholderId)
            .findFirst()
            .orElseGet(() -> added(opportunityId, contactId, roleId));
    if (!sources(stakeholder).contains(leadId)) {
      jdbc.sql("INSERT INTO opportunity_stakeholder_source (stakeholder_id, lead_id) VALUES (?, ?)")
          .params(stakeholder, leadId)
          .update();
    }
  }

  private List<UUID> sources(UUID stakeholder) {
    return jdbc.sql("SELECT lead_id FROM opportunity_stakeholder_source WHERE stakeholder_id = ?")
        .param(stakeholder)
        .query(UUID.class)
        .list();
  }

  private UUID added(UUID opportunityId, UUID contactId, String roleId) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            INSERT INTO opportunity_stakeholder (stakeholder_id, opportunity_id, contact_id, role_id, created_on,
              created_by)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            opportunityId,
            contactId,
            roleId,
            clock.instant().atOffset(ZoneOffset.UTC),
            actor.get().id())
        .update();
    return id;
  }

  /** The one there is stays; else the contact given, else whoever was there first. */
  private void seeToThePrimary(UUID opportunityId, @Nullable UUID contactId) {
    List<OpportunityStakeholder> all = of(opportunityId);
    if (all.stream().noneMatch(OpportunityStakeholder::isPrimary)) {
      all.stream()
          .min(Comparator.comparing(there -> !there.contactId().equals(contactId)))
          .ifPresent(
              first ->
                  jdbc.sql(
                          "UPDATE opportunity_stakeholder SET primary_of = opportunity_id WHERE stakeholder_id = ?")
                      .param(first.stakeholderId())
                      .update());
    }
  }
}
