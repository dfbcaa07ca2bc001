package org.leadflow.lead;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Owned;
import org.leadflow.organization.Owner;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A lead as it stands: what callers wrote of it and what the product made of it.
 *
 * @param version counts every change; the ETag of the API
 * @param ownerUser set when a person owns the lead, else {@code ownerTeam} is; never both, never
 *     neither
 * @param owningBusinessUnit the unit of the owner
 * @param owningPartner the channel partner of the owner, null for one's own people
 * @param intakeChannel the door it came through
 * @param score 0 to 100, null until it was scored
 * @param grade A to D, null until it was scored
 * @param assignmentVersion how often an owner was given; equals the number of ASSIGNED rows in the
 *     trail
 * @param slaDueOn when the owner should have responded, null while nobody owns it
 * @param trailLength the number of rows in its audit trail
 * @param trailHash the hash of the last of them
 * @param lastDecisionId the routing decision in force, null before the first
 */
public record Lead(
    @Id UUID leadId,
    @Version @Nullable Long version,
    @Embedded.Empty LeadFields fields,
    @Embedded.Empty ProductFields product,
    int stateCode,
    int statusCode,
    @Nullable String closingComment,
    @Nullable String ownerUser,
    @Nullable String ownerTeam,
    String owningBusinessUnit,
    @Nullable String owningPartner,
    String intakeChannel,
    @Nullable Integer score,
    @Nullable String grade,
    int assignmentVersion,
    int routingHops,
    @Nullable UUID lastDecisionId,
    @Nullable UUID qualifyingOpportunityId,
    @Nullable Instant assignedOn,
    @Nullable Instant firstRespondedOn,
    @Nullable Instant slaDueOn,
    Instant createdOn,
    String createdBy,
    Instant modifiedOn,
    String modifiedBy,
    int trailLength,
    String trailHash)
    implements Owned {

  public StateCode state() {
    return StateCode.of(stateCode);
  }

  public StatusCode status() {
    return StatusCode.of(statusCode).orElseThrow();
  }

  public boolean isOpen() {
    return state() == StateCode.OPEN;
  }

  /** Whether the partner who has it keeps it. */
  public boolean isProtected(Instant now) {
    return owningPartner != null
        && product.protectedUntil() != null
        && now.isBefore(product.protectedUntil());
  }

  public Owner owner() {
    return ownerUser != null ? Owner.user(ownerUser) : Owner.team(ownerTeam);
  }

  /** This lead with other fields, as the trail's line tells it. */
  Lead changed(LeadFields fields, ProductFields product, Instant at, AuditEntry entry) {
    return new Lead(
        leadId,
        version,
        fields,
        product,
        stateCode,
        statusCode,
        closingComment,
        ownerUser,
        ownerTeam,
        owningBusinessUnit,
        owningPartner,
        intakeChannel,
        score,
        grade,
        assignmentVersion,
        routingHops,
        lastDecisionId,
        qualifyingOpportunityId,
        assignedOn,
        firstRespondedOn,
        slaDueOn,
        createdOn,
        createdBy,
        at,
        entry.actor(),
        entry.seq(),
        entry.hash());
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "lead " + leadId;
  }
}
