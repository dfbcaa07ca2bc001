package org.leadflow.customer;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface Accounts extends ListCrudRepository<Account, UUID> {}
