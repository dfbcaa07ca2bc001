package org.leadflow.lead.activity;

import java.util.Optional;
import java.util.UUID;
import org.leadflow.lead.RecordKind;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.ListCrudRepository;

interface LeadActivities extends ListCrudRepository<LeadActivity, UUID> {

  Page<LeadActivity> findByLeadId(UUID leadId, Pageable page);

  Page<LeadActivity> findByLeadIdAndStateCode(UUID leadId, int stateCode, Pageable page);

  Optional<LeadActivity> findByLeadIdAndActivityId(UUID leadId, UUID activityId);

  Page<LeadActivity> findByRegardingTypeAndRegardingId(RecordKind kind, UUID id, Pageable page);

  Page<LeadActivity> findByRegardingTypeAndRegardingIdAndStateCode(
      RecordKind kind, UUID id, int stateCode, Pageable page);

  Optional<LeadActivity> findByRegardingTypeAndRegardingIdAndActivityId(
      RecordKind kind, UUID id, UUID activityId);
}
