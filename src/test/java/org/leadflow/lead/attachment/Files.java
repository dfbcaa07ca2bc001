package org.leadflow.lead.attachment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A program that sends and fetches files as one user. */
final class Files {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOUNDARY = "between-the-parts";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;
  private final String credentials;

  Files(int port, String user, String password) {
    this.address = "http://localhost:" + port;
    this.credentials =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a file with the disposition's parameters written as given. */
  Answer send(String path, String fileName, byte[] content, Map<String, String> texts) {
    return upload(path, BodyPublishers.ofByteArray(form(fileName, content, texts)));
  }

  Answer send(String path, String name, byte[] content) {
    return send(path, "filename=\"" + name + "\"", content, Map.of());
  }

  /** Without saying beforehand how large it is. */
  Answer sendInPieces(String path, String name, byte[] content) {
    byte[] form = form("filename=\"" + name + "\"", content, Map.of());
    return upload(path, BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(form)));
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  static byte[] form(String fileName, byte[] content, Map<String, String> texts) {
    var form = new ByteArrayOutputStream();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      part(
          form, "name=\"" + text.getKey() + "\"", text.getValue().getBytes(StandardCharsets.UTF_8));
    }
    part(form, "name=\"file\"; " + fileName, content);
    form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }

  private static void part(ByteArrayOutputStream form, String disposition, byte[] content) {
    form.writeBytes(
        ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    form.writeBytes(content);
    form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  static String type() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  private Answer upload(String path, BodyPublisher body) {
    return send(request(path).header("Content-Type", type()).POST(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Authorization", "Basic " + credentials);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** What came back. */
  record Answer(HttpResponse<byte[]> response) {

    int status() {
      return response.statusCode();
    }

    byte[] bytes() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException notJson) {
        throw new AssertionError(new String(response.body(), StandardCharsets.UTF_8), notJson);
      }
    }

    @Override
    public String toString() {
      return status() + " " + new String(response.body(), StandardCharsets.UTF_8);
    }
  }
}
