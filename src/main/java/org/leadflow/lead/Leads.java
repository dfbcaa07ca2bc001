package org.leadflow.lead;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/**
 * The stored leads. Changes of state and owner go through {@link LeadLedger} instead, so that the
 * trail is kept.
 */
interface Leads extends ListCrudRepository<Lead, UUID> {}
