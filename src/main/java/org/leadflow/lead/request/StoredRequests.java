package org.leadflow.lead.request;

import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.ListCrudRepository;

interface StoredRequests extends ListCrudRepository<CustomerRequest, UUID> {

  Page<CustomerRequest> findByLeadId(UUID leadId, Pageable page);
}
