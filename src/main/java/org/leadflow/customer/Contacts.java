package org.leadflow.customer;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface Contacts extends ListCrudRepository<Contact, UUID> {}
