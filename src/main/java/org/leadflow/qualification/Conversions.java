package org.leadflow.qualification;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface Conversions extends ListCrudRepository<Conversion, UUID> {}
