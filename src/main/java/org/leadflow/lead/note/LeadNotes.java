package org.leadflow.lead.note;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.ListCrudRepository;

interface LeadNotes extends ListCrudRepository<LeadNote, UUID> {

  Page<LeadNote> findByLeadId(UUID leadId, Pageable page);

  Optional<LeadNote> findByLeadIdAndNoteId(UUID leadId, UUID noteId);
}
