package org.leadflow.lead.associations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.WholeWay;

/** Everything around a lead in one list. */
class TimelineTests extends WholeWay {

  @Test
  void allThatHappenedIsTogetherNewestFirst() {
    UUID lead = sent(aGermanLead("description", "Please call"));
    String owner = ownerOf(lead);
    String path = "/api/leads/" + lead;
    as(owner).post(path + "/notes", Map.of("subject", "Demo", "text", "x".repeat(2001)));
    Map<String, String> call = Map.of("activityTypeCode", "phonecall", "subject", "First call");
    String activity = as(owner).post(path + "/activities", call).text("activityId");
    as(owner).post(path + "/activities/" + activity + "/complete", "");

    List<JsonNode> items = items(owner, lead, "?size=200");

    assertThat(values(items, "kind"))
        .contains("NOTE", "ACTIVITY", "REQUEST", "TRAIL", "DECISION")
        .hasSize((int) total(owner, lead));
    assertThat(values(items, "happenedOn").stream().map(Instant::parse))
        .isSortedAccordingTo(Collections.reverseOrder());
    assertThat(values(of(items, "TRAIL"), "what"))
        .containsExactly("CONTACTED", "ASSIGNED", "SCORED", "CREATED");
    assertThat(values(of(items, "DECISION"), "what"))
        .containsExactlyInAnyOrder("ROUTING", "SCORING");
    JsonNode done = of(items, "ACTIVITY").get(0);
    assertThat(done.get("status").asText()).isEqualTo("Completed");
    assertThat(done.get("title").asText()).isEqualTo("First call");
    assertThat(done.get("happenedBy").asText()).isEqualTo(owner);
    JsonNode note = of(items, "NOTE").get(0);
    assertThat(note.get("text").asText()).hasSize(2000);
    assertThat(note.get("shortened").asBoolean()).isTrue();
    assertThat(of(items, "REQUEST").get(0).get("text").asText()).isEqualTo("Please call");
  }

  @Test
  void itsPagesHoldEverythingOnce() {
    UUID lead = sent(aGermanLead("description", "Please call"));
    String owner = ownerOf(lead);
    for (int i = 0; i < 5; i++) {
      as(owner).post("/api/leads/" + lead + "/notes", Map.of("text", "Note " + i));
    }
    List<JsonNode> whole = items(owner, lead, "?size=200");

    List<JsonNode> paged = new ArrayList<>();
    for (int page = 0; page * 3 < whole.size(); page++) {
      paged.addAll(items(owner, lead, "?size=3&page=" + page));
    }

    assertThat(paged).isEqualTo(whole);
    assertThat(total(owner, lead)).isEqualTo(whole.size());
    assertThat(items(owner, lead, "?size=3&page=99")).isEmpty();
  }

  @Test
  void itIsAsVisibleAsItsLead() {
    UUID lead = sent(aGermanLead());
    ownerOf(lead);

    assertThat(as("kenji").get("/api/leads/" + lead + "/timeline").status()).isEqualTo(404);
    assertThat(as("admin").get("/api/leads/" + lead + "/timeline?size=201").status())
        .isEqualTo(422);
  }

  private List<JsonNode> items(String user, UUID lead, String query) {
    JsonNode items = as(user).get("/api/leads/" + lead + "/timeline" + query).body().get("items");
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  private long total(String user, UUID lead) {
    return as(user).get("/api/leads/" + lead + "/timeline").body().get("total").asLong();
  }

  private static List<JsonNode> of(List<JsonNode> items, String kind) {
    return items.stream().filter(item -> item.get("kind").asText().equals(kind)).toList();
  }

  private static List<String> values(List<JsonNode> items, String field) {
    return items.stream().map(item -> item.get(field).asText()).toList();
  }
}
