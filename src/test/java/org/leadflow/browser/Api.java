package org.leadflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** A program at the API, for what happens beside the browser. */
final class Api {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String address;

  Api(int port) {
    this.address = "http://localhost:" + port + "/api";
  }

  /** Sends a lead in and waits until it has found its owner; answers it then. */
  JsonNode routed(String lead) {
    JsonNode accepted = send("website", request("/leads").POST(BodyPublishers.ofString(lead)), 201);
    Instant end = Instant.now().plus(PATIENCE);
    JsonNode now = accepted;
    while (!now.has("lastDecisionId")) {
      assertThat(Instant.now()).as("still not routed: %s", now).isBefore(end);
      pause();
      now = get("admin", "/leads/" + accepted.path("leadId").asText());
    }
    return now;
  }

  JsonNode post(String user, String path, String body) {
    return send(user, request(path).POST(BodyPublishers.ofString(body)), 201);
  }

  void assign(String leadId, String owner) {
    String body = "{\"ownerId\": \"" + owner + "\", \"ownerIdType\": \"user\"}";
    send("admin", request("/leads/" + leadId + "/assign").POST(BodyPublishers.ofString(body)), 200);
  }

  void disqualify(String leadId) {
    send(
        "admin",
        request("/leads/" + leadId + "/disqualify")
            .POST(BodyPublishers.ofString("{\"statusCode\": 5}")),
        200);
  }

  /** Qualifies a lead, answers the id of its opportunity. */
  String qualified(String leadId) {
    String body =
        "{\"opportunityCurrencyId\": \"EUR\", \"createOpportunity\": true,"
            + " \"suppressDuplicateDetection\": true}";
    send(
        "admin", request("/leads/" + leadId + "/qualify").POST(BodyPublishers.ofString(body)), 200);
    return get("admin", "/leads/" + leadId).path("qualifyingOpportunityId").asText();
  }

  JsonNode get(String user, String path) {
    return send(user, request(path), 200);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path));
  }

  private JsonNode send(String user, HttpRequest.Builder request, int expected) {
    String login = user + ":" + RunningDemo.PASSWORD;
    request
        .header("Content-Type", "application/json")
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
      return json.readTree(answer.body());
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
