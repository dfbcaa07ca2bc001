package org.leadflow.customer;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

interface Accounts extends ListCrudRepository<Account, UUID> {

  /** Nobody else changes or removes it until the transaction ends. */
  @Lock(LockMode.PESSIMISTIC_WRITE)
  Optional<Account> findByAccountId(UUID id);
}
