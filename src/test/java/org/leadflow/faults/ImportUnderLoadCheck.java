package org.leadflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadflow.wholeway.Api;

/**
 * A large file is taken in by a process with 512 MB of heap while single leads come in, ten each
 * second: every row has its outcome, and the single leads are answered as ever. Takes minutes, so
 * it has a command of its own: {@code mvn test -Dtest=ImportUnderLoadCheck -Drows=50000}.
 */
class ImportUnderLoadCheck {

  private static final int ROWS = Integer.getInteger("rows", 50_000);

  @TempDir Path home;

  @Test
  void aLargeFileLeavesRoomForSingleLeads() throws IOException, InterruptedException {
    Life life = Life.normal(home);
    try {
      long begun = System.nanoTime();
      String id = sent(life, file());
      double sent = seconds(begun);
      begun = System.nanoTime();
      Api.Answer started = life.as("admin").post("/api/imports/" + id + "/start", Map.of());
      assertThat(started.status()).as("%s", started.body()).isEqualTo(200);
      List<Double> millis = new ArrayList<>();
      JsonNode read = life.as("admin").get("/api/imports/" + id).body();
      while (!read.get("status").asText().equals("DONE")) {
        for (int i = 0; i < 50; i++) {
          millis.add(single(life));
        }
        read = life.as("admin").get("/api/imports/" + id).body();
      }
      double took = seconds(begun);
      assertThat(read.get("progress").get("created").asInt()).isEqualTo(ROWS);
      Collections.sort(millis);
      System.out.printf(
          "%d rows: sent in %.1f s, taken in in %.1f s (%.0f/s); single leads meanwhile: %d, median %.0f ms, 99 %% %.0f ms%n",
          ROWS,
          sent,
          took,
          ROWS / took,
          millis.size(),
          millis.get(millis.size() / 2),
          millis.get(millis.size() * 99 / 100));
    } finally {
      life.kill();
    }
  }

  /** One lead and the rest of a tenth of a second; answers the milliseconds until it was stored. */
  private static double single(Life life) throws InterruptedException {
    long begun = System.nanoTime();
    Api.Answer answer =
        life.as("website")
            .post("/api/leads", Map.of("subject", "S", "lastName", "L" + UUID.randomUUID()));
    assertThat(answer.status()).isEqualTo(201);
    double took = seconds(begun) * 1000;
    Thread.sleep((long) Math.max(0, 100 - took));
    return took;
  }

  private Path file() throws IOException {
    Path file = home.resolve("large.csv");
    try (Writer text = Files.newBufferedWriter(file)) {
      text.write("Lead ID,First Name,Last Name,Company,Email,City,Country,Topic,Employees\n");
      for (int i = 0; i < ROWS; i++) {
        text.write(
            "%d,Petra,Vogel %d,Vogel %d GmbH,p%d@vogel.example,Stuttgart,Germany,Plant monitoring,800\n"
                .formatted(i, i, i, i));
      }
    }
    return file;
  }

  private static String sent(Life life, Path file) throws IOException, InterruptedException {
    String login = Base64.getEncoder().encodeToString(("admin:" + Life.PASSWORD).getBytes());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + life.port() + "/api/imports"))
            .header("Authorization", "Basic " + login)
            .header("Content-Type", "multipart/form-data; boundary=between")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(
                        "--between\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.csv\"\r\n\r\n"),
                    BodyPublishers.ofFile(file),
                    BodyPublishers.ofString("\r\n--between--\r\n")))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.body().replaceFirst("(?s).*\"importId\":\"([^\"]+)\".*", "$1");
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
