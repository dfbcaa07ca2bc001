package org.leadflow.customer;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface Opportunities extends ListCrudRepository<Opportunity, UUID> {}
