package org.leadflow.throughput;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A client that posts JSON to a program on this machine, with a name and a password. */
final class Posting {

  static final String PASSWORD = "Throughput-8-Password";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;

  Posting(String port) {
    this.address = "http://localhost:" + port;
  }

  /**
   * @throws IllegalStateException when the answer is another one than expected
   */
  void post(String user, String path, String body, int expected) throws IOException, InterruptedException {
    String login = Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != expected) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
  }
}
