package org.leadflow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadflow.wholeway.Api;

/**
 * The process is killed with SIGKILL while it takes a file in, more than once, and started again on
 * the same database file: it goes on by itself, and each row becomes one lead with one owner. Takes
 * a minute or two, so it has a command of its own: {@code mvn test -Dtest=KilledInImportCheck}.
 */
class KilledInImportCheck {

  private static final int ROWS = 200;

  @TempDir Path home;

  private final List<Life> lives = new ArrayList<>();

  @AfterEach
  void end() {
    lives.forEach(Life::kill);
  }

  @Test
  void everyRowIsTakenInOnceWhateverIsKilled() {
    Life life = begun();
    Api website = life.as("website");
    Api.Answer sent = website.upload("/api/imports?source=fair", "fair.csv", file(ROWS));
    assertThat(sent.status()).as("%s", sent.body()).isEqualTo(201);
    String id = sent.text("importId");
    life.kill();
    assertThat(stored()).as("a file that was acknowledged and not started").isZero();

    life = begun();
    assertThat(life.as("website").post("/api/imports/" + id + "/start", Map.of()).status())
        .isEqualTo(200);
    var random = new Random();
    long seed = random.nextLong();
    random.setSeed(seed);
    for (int i = 1; i <= 2; i++) {
      awaitRows(life, id, 1 + random.nextInt(ROWS * i / 3));
      life.kill();
      int stored = stored();
      System.out.printf("seed %d: killed with %d of %d rows stored%n", seed, stored, ROWS);
      life = begun();
    }
    awaitRows(life, id, ROWS);
    await()
        .atMost(Duration.ofSeconds(180))
        .untilAsserted(
            () -> assertThat(read(begunLast(), id).get("status").asText()).isEqualTo("DONE"));
    Set<UUID> leads = leads(life, id);
    assertThat(leads).hasSize(ROWS);
    awaitOwners(life);
    life.end();
    try (Remains left = Remains.in(home)) {
      assertThat(left.leads()).isEqualTo(ROWS);
      left.assertRoutedOnce(leads);
    }
  }

  private static void awaitOwners(Life life) {
    await()
        .atMost(Duration.ofSeconds(180))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () ->
                assertThat(
                        life.as("admin")
                            .get("/api/leads?size=1&ownerId=triage")
                            .body()
                            .get("total")
                            .asInt())
                    .isZero());
  }

  private int stored() {
    try (Remains left = Remains.in(home)) {
      return left.leads();
    }
  }

  private static void awaitRows(Life life, String id, int rows) {
    await()
        .atMost(Duration.ofSeconds(180))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> read(life, id).get("progress").get("done").asInt() >= rows);
  }

  private static JsonNode read(Life life, String id) {
    return life.as("website").get("/api/imports/" + id).body();
  }

  private static Set<UUID> leads(Life life, String id) {
    Set<UUID> leads = new HashSet<>();
    for (int page = 0; page < ROWS / 100; page++) {
      for (JsonNode row :
          life.as("website")
              .get("/api/imports/" + id + "/rows?outcome=CREATED&size=100&page=" + page)
              .body()
              .get("items")) {
        leads.add(UUID.fromString(row.get("leadId").asText()));
      }
    }
    return leads;
  }

  private Life begun() {
    Life life = Life.with(home, "--leadflow.imports.chunk=20");
    lives.add(life);
    return life;
  }

  private Life begunLast() {
    return lives.get(lives.size() - 1);
  }

  /** Of companies and people none of whom is like another. */
  static String file(int rows) {
    var letters = new Random(7);
    var text = new StringBuilder("First Name,Last Name,Company,Country,Topic,Employees\n");
    for (int i = 1; i <= rows; i++) {
      text.append(
          "%s,%s,%s GmbH,Germany,Plant monitoring,800\n"
              .formatted(word(letters), word(letters), word(letters)));
    }
    return text.toString();
  }

  private static String word(Random letters) {
    return letters
        .ints(10, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
