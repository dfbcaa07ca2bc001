package org.leadflow.lead.note;

import java.util.Optional;
import java.util.UUID;
import org.leadflow.lead.RecordKind;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.ListCrudRepository;

interface LeadNotes extends ListCrudRepository<LeadNote, UUID> {

  Page<LeadNote> findByLeadId(UUID leadId, Pageable page);

  Optional<LeadNote> findByLeadIdAndNoteId(UUID leadId, UUID noteId);

  boolean existsByLeadIdAndText(UUID leadId, String text);

  Page<LeadNote> findByRegardingTypeAndRegardingId(RecordKind kind, UUID id, Pageable page);

  Optional<LeadNote> findByRegardingTypeAndRegardingIdAndNoteId(
      RecordKind kind, UUID id, UUID noteId);
}
