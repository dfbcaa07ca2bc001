package org.leadflow.lead.stakeholder;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** A contact who has a say in what the lead is about, in one role. */
public record Stakeholder(
    @Id UUID stakeholderId,
    @Version @Nullable Long version,
    UUID leadId,
    UUID contactId,
    String roleId,
    Instant createdOn,
    String createdBy) {}
