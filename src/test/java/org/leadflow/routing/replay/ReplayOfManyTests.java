package org.leadflow.routing.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadflow.routing.explain.Form;
import org.leadflow.routing.explain.ZippedFolder;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;

/** A replay of more leads than it holds at once. */
abstract class ReplayOfManyTests extends WholeWay {

  @Autowired JdbcOperations operations;

  /** Some pages and a part of one. */
  int leads() {
    return 2_300;
  }

  @Test
  void everyLeadOfThePeriodIsDecidedAgainOnce() throws Exception {
    UUID lead = sent(aGermanLead());
    ownerOf(lead);
    byte[] draft =
        ZippedFolder.of(
            "routing/units/emea",
            text -> text.replace("at least 250 employees", "at least 500 employees"));
    try (var many = new ManyLeads(operations, lead, leads())) {
      JsonNode result = replayed(draft);
      System.out.printf("%d leads replayed in %s ms%n", leads(), result.get("milliseconds"));

      int rounds = leads() / 1000;
      int rest = leads() % 1000;
      assertThat(result.get("leads").asInt()).isEqualTo(leads());
      assertThat(result.get("skipped").asInt()).isZero();
      assertThat(result.get("failed").asInt()).isZero();
      // All were given to DACH Enterprise; those below 500 employees are not large under the draft.
      int small = rounds * 500 + Math.min(rest, 500);
      assertThat(result.get("changed").asInt()).isEqualTo(small);
      assertThat(result.get("examples")).hasSize(5);
      assertThat(result.get("flows")).hasSize(2);
      assertThat(result.get("milliseconds").asLong()).isLessThan(60_000);
    }
  }

  private JsonNode replayed(byte[] draft) throws Exception {
    Api.Answer started =
        new Form()
            .value("from", ManyLeads.FROM.toString())
            .value("until", ManyLeads.UNTIL.toString())
            .file("rules", "rules.zip", draft)
            .post(port, "/api/replays", "admin", PASSWORD);
    assertThat(started.status()).as("%s", started.body()).isEqualTo(202);
    String path = "/api/replays/" + started.text("replayId");
    await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> as("admin").get(path).text("finishedOn") != null);
    Api.Answer replay = as("admin").get(path);
    assertThat(replay.text("state")).as("%s", replay.body()).isEqualTo("DONE");
    return replay.body().get("result");
  }
}
