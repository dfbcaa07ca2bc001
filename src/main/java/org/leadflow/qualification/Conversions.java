package org.leadflow.qualification;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface Conversions extends ListCrudRepository<Conversion, UUID> {

  /** The one of the last time; empty when the lead never was qualified. */
  Optional<Conversion> findFirstByLeadIdOrderByPlannedAfterDesc(UUID leadId);
}
