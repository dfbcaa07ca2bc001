package org.leadflow.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadEvent.LeadChanged;
import org.leadflow.lead.LeadFields;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** What happens from time to time does not stand still because very many leads changed. */
class LeadNewsTests {

  private final AtomicInteger decided = new AtomicInteger();

  private final LeadNews news =
      new LeadNews(null, new Facts(Clock.systemUTC()), null, null, null, new Counted(decided));

  @Test
  void aRunLooksAtSomeDozenLeadsAndTheNextOneAtMore() {
    for (int n = 0; n < 120; n++) {
      Lead lead = atTheDesk(new UUID(0, n));
      news.on(new LeadChanged(lead.leadId(), lead));
    }

    news.decideAgain();
    assertThat(decided).hasValue(50);
    news.decideAgain();
    assertThat(decided).hasValue(100);
    news.decideAgain();
    news.decideAgain();
    assertThat(decided).hasValue(120);
  }

  private static Lead atTheDesk(UUID id) {
    var fields = new ObjectMapper().convertValue(Map.of("subject", "Pumps"), LeadFields.class);
    Instant now = Instant.EPOCH;
    return new Lead(
        id,
        1L,
        fields,
        null,
        0,
        1,
        null,
        null,
        "triage",
        "meridian",
        null,
        "API",
        50,
        "B",
        0,
        0,
        null,
        null,
        null,
        null,
        null,
        now,
        "admin",
        now,
        "admin",
        1,
        "");
  }

  /** Counts what was to be done, and leaves it. */
  private record Counted(AtomicInteger times) implements TransactionOperations {

    @Override
    public <T> T execute(TransactionCallback<T> work) {
      times.incrementAndGet();
      return null;
    }
  }
}
