package org.leadflow.lead.stakeholder;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface StoredStakeholders extends ListCrudRepository<Stakeholder, UUID> {

  List<Stakeholder> findByLeadIdOrderByCreatedOnAscStakeholderIdAsc(UUID leadId);

  Optional<Stakeholder> findByLeadIdAndStakeholderId(UUID leadId, UUID stakeholderId);

  Optional<Stakeholder> findByLeadIdAndContactIdAndRoleId(
      UUID leadId, UUID contactId, String roleId);
}
