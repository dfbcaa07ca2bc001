package org.leadflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Leads nobody here thought of: each is kept as it came and gets to somebody. */
class StrangersLeadsTests extends AtTheDoor {

  private static final Set<String> BOXES =
      Set.of(
          "decisionMaker",
          "confirmInterest",
          "evaluateFit",
          "doNotEmail",
          "doNotPhone",
          "followEmail",
          "gdprOptout");

  /** An offset is kept as the time it means. */
  private static final Set<String> TIMES = Set.of("consentOn", "scheduleFollowUpProspect");

  @Test
  void eachIsKeptAndGetsToSomebody() throws IOException {
    Map<UUID, JsonNode> strangers = new LinkedHashMap<>();
    try (InputStream file = getClass().getResourceAsStream("/leads-of-strangers.yaml")) {
      for (JsonNode stranger : new YAMLMapper().readTree(file)) {
        Call.Answer answer = submitted(stranger.get("lead"));
        assertThat(answer.status()).as("%s: %s", stranger.get("about"), answer).isEqualTo(201);
        strangers.put(UUID.fromString(answer.json().path("leadId").asText()), stranger);
      }
    }
    Arrived.all(strangers.keySet(), jdbc);
    strangers.forEach(
        (id, stranger) -> {
          Call.Answer answer = call("admin", "GET", "/api/leads/" + id).send();
          assertKept(stranger, answer.json());
          assertArrived(stranger, answer.json());
        });
  }

  @Test
  void whatIsNotHereIsSaidInTheDecision() {
    UUID lead = sent(aLead("address1Country", "Ruritania", "channelPartnerId", "no-such-partner"));
    taskOf(lead, "UserTask_TriageLead");
    JsonNode decision =
        call("lena", "GET", "/api/leads/" + lead + "/decisions").send().json().path(0);
    assertThat(decision.path("sentence").asText()).isNotBlank();
    assertThat(decision.path("explanation").path("facts").path("partner").asText())
        .isEqualTo("no-such-partner");
    assertThat(decision.path("explanation").path("facts").has("country")).isFalse();
  }

  private static void assertKept(JsonNode stranger, JsonNode kept) {
    stranger
        .get("lead")
        .fields()
        .forEachRemaining(
            field -> {
              String name = field.getKey();
              JsonNode sent = field.getValue();
              if (sent.isNull()) {
                assertThat(kept.has(name)).as(name).isEqualTo(BOXES.contains(name));
              } else if (sent.isNumber()) {
                assertThat(kept.path(name).decimalValue())
                    .as(name)
                    .isEqualByComparingTo(sent.decimalValue());
              } else if (!TIMES.contains(name)) {
                assertThat(kept.path(name).asText()).as(name).isEqualTo(sent.asText());
              } else {
                assertThat(Instant.parse(kept.path(name).asText()))
                    .as(name)
                    .isEqualTo(OffsetDateTime.parse(sent.asText()).toInstant());
              }
            });
  }

  private static void assertArrived(JsonNode stranger, JsonNode kept) {
    String where =
        kept.path("stateCode").asInt() != 0
            ? "closed"
            : kept.path("ownerId").asText().equals("triage") ? "desk" : "seller";
    String expected = stranger.path("waits at").asText(where);
    assertThat(where).as("%s: %s", stranger.get("about"), kept).isEqualTo(expected);
  }
}
