package org.leadflow.lead.stakeholder;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A contact who has a say in an opportunity, in one role.
 *
 * @param isPrimary whether he is the one to turn to first
 */
public record OpportunityStakeholder(
    UUID stakeholderId,
    UUID opportunityId,
    UUID contactId,
    String roleId,
    @JsonProperty("isPrimary") boolean isPrimary,
    Instant createdOn,
    String createdBy) {

  static OpportunityStakeholder read(ResultSet row, int number) throws SQLException {
    return new OpportunityStakeholder(
        row.getObject("stakeholder_id", UUID.class),
        row.getObject("opportunity_id", UUID.class),
        row.getObject("contact_id", UUID.class),
        row.getString("role_id"),
        row.getObject("primary_of") != null,
        row.getObject("created_on", OffsetDateTime.class).toInstant(),
        row.getString("created_by"));
  }
}
