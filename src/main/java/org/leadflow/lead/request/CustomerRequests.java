package org.leadflow.lead.request;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.leadflow.core.CurrentActor;
import org.leadflow.core.Ids;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/** Keeps what customers asked for. Requests are added, never changed. */
@Service
public class CustomerRequests {

  private final StoredRequests requests;
  private final CurrentActor actor;
  private final Clock clock;

  CustomerRequests(StoredRequests requests, CurrentActor actor, Clock clock) {
    this.requests = requests;
    this.actor = actor;
    this.clock = clock;
  }

  /** One page of the requests of a lead, in the order of the page request. */
  public Page<CustomerRequest> of(UUID leadId, Pageable page) {
    return requests.findByLeadId(leadId, page);
  }

  /** Adds a request, entered by whoever is acting. */
  public CustomerRequest add(UUID leadId, RequestFields fields) {
    Instant now = clock.instant();
    return requests.save(
        new CustomerRequest(
            Ids.next(),
            null,
            leadId,
            fields.text(),
            fields.productInterest(),
            fields.channel(),
            Objects.requireNonNullElse(fields.receivedOn(), now),
            now,
            actor.get().id()));
  }
}
