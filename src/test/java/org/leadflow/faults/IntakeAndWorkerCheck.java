package org.leadflow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadflow.organization.Database;
import org.leadflow.wholeway.Api;

/** Two nodes of different roles, started at the same moment on one empty PostgreSQL. */
class IntakeAndWorkerCheck {

  private final String database = Database.POSTGRESQL.create();

  @TempDir Path home;

  private CompletableFuture<Life> intake;
  private CompletableFuture<Life> worker;

  @AfterEach
  void end() {
    intake.thenAccept(Life::kill);
    worker.thenAccept(Life::kill);
  }

  @Test
  void oneTakesLeadsInAndTheOtherDoesWhatNobodyWaitsFor() throws Exception {
    intake = node("intake");
    worker = node("worker");
    Api lena = intake.get().as("lena");

    Api.Answer sent =
        lena.post(
            "/api/leads",
            Map.of("subject", "Plant", "lastName", "Vogel", "address1Country", "Germany"));
    assertThat(sent.status()).as("%s", sent.body()).isEqualTo(201);
    awaitOwner(lena, sent.text("leadId"));

    Api.Answer file =
        lena.upload(
            "/api/imports?source=fair",
            "fair.csv",
            "Last Name,Topic,Country\nKern,Plant,Germany\nAdler,Plant,Germany\n");
    assertThat(file.status()).as("%s", file.body()).isEqualTo(201);
    String door = "/api/imports/" + file.text("importId");
    assertThat(lena.post(door + "/start", Map.of()).status()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(lena.get(door).body().at("/progress/created").asInt()).isEqualTo(2));
    for (var row : lena.get(door + "/rows").body().get("items")) {
      awaitOwner(lena, row.get("leadId").asText());
    }

    assertThat(worker.get().as("lena").get("/api/leads").status()).isEqualTo(503);
    assertThat(worker.get().as("lena").get("/actuator/health").status()).isEqualTo(200);
  }

  private static void awaitOwner(Api api, String lead) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(api.get("/api/leads/" + lead + "/decisions").body().toString())
                    .contains("\"owner"));
  }

  private CompletableFuture<Life> node(String role) throws Exception {
    Path directory = Files.createDirectory(home.resolve(role));
    return CompletableFuture.supplyAsync(
        () ->
            Life.with(
                directory,
                "--leadflow.node=" + role,
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password="));
  }
}
