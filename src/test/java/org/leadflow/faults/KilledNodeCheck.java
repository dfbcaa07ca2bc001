package org.leadflow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadflow.organization.Database;
import org.leadflow.wholeway.Api;

/**
 * Two nodes share a PostgreSQL, and one of them is killed with SIGKILL: what it had answered for
 * counts once on the other, and the file that both took in goes on with each row one lead.
 */
class KilledNodeCheck {

  private static final int ROWS = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  @TempDir Path home;

  private final String database = Database.POSTGRESQL.create();
  private final List<Life> lives = new ArrayList<>();

  @AfterEach
  void end() {
    lives.forEach(Life::kill);
  }

  @Test
  void whatOneNodeTookInTheOtherKnowsAndGoesOnWith() throws IOException {
    Life killed = node("killed");
    Life other = node("other");
    Map<String, Object> lead =
        Map.of("subject", "Plant", "lastName", "Vogel", "address1Country", "Germany");
    Map<String, String> key = Map.of("Idempotency-Key", "one-key");
    Api.Answer first = killed.as("website").post("/api/leads", lead, key);
    assertThat(first.status()).as("%s", first.body()).isEqualTo(201);
    Api website = other.as("website");
    Api.Answer sent =
        website.upload("/api/imports?source=fair", "fair.csv", KilledInImportCheck.file(ROWS));
    String door = "/api/imports/" + sent.text("importId");
    assertThat(website.post(door + "/start", Map.of()).status()).isEqualTo(200);
    await().atMost(PATIENCE).until(() -> rows(website, door) > 0);

    killed.kill();

    System.out.printf("killed with %d of %d rows done%n", rows(website, door), ROWS);
    Api.Answer again = website.post("/api/leads", lead, key);
    assertThat(again.text("leadId")).as("%s", again.body()).isEqualTo(first.text("leadId"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(website.get(door).text("status")).as("import").isEqualTo("DONE"));
    Set<UUID> leads = new HashSet<>(Set.of(UUID.fromString(first.text("leadId"))));
    for (int page = 0; page < ROWS / 100; page++) {
      for (JsonNode row :
          website.get(door + "/rows?outcome=CREATED&size=100&page=" + page).body().get("items")) {
        leads.add(UUID.fromString(row.get("leadId").asText()));
      }
    }
    assertThat(leads).hasSize(ROWS + 1);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(other.as("admin").get("/api/leads?size=1&ownerId=triage").text("total"))
                    .isEqualTo("0"));
    other.end();
    try (Remains left = Remains.of(database)) {
      assertThat(left.leads()).isEqualTo(ROWS + 1);
      left.assertRoutedOnce(leads);
    }
  }

  private static int rows(Api api, String door) {
    return api.get(door).body().at("/progress/done").asInt();
  }

  private Life node(String name) throws IOException {
    Life life =
        Life.with(
            Files.createDirectory(home.resolve(name)),
            "--spring.profiles.active=demo,postgres",
            "--leadflow.imports.chunk=20",
            "--spring.datasource.url=" + database,
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=");
    lives.add(life);
    return life;
  }
}
