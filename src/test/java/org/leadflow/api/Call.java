package org.leadflow.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** One request, put together byte by byte, so that it may be as wrong as a test needs it. */
final class Call {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpRequest.Builder request;
  private final String method;
  private BodyPublisher body = BodyPublishers.noBody();

  Call(int port, String method, String path) {
    this.request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    this.method = method;
  }

  Call login(String user, String password) {
    byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  Call header(String name, String value) {
    request.setHeader(name, value);
    return this;
  }

  Call json(Object value) {
    try {
      return raw(value instanceof String text ? text : JSON.writeValueAsString(value));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  Call raw(String text) {
    return raw(text.getBytes(StandardCharsets.UTF_8));
  }

  Call raw(byte[] bytes) {
    body = BodyPublishers.ofByteArray(bytes);
    return header("Content-Type", "application/json");
  }

  /** Without saying beforehand how long the body is. */
  Call chunked(byte[] bytes) {
    body = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(bytes));
    return header("Content-Type", "application/json");
  }

  Answer send() {
    try {
      HttpResponse<String> response =
          HTTP.send(request.method(method, body).build(), BodyHandlers.ofString());
      return new Answer(response);
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** What came back. */
  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String text() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The body as JSON; a body that is none is a mistake of the product. */
    JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException notJson) {
        throw new AssertionError("no JSON: " + response.body(), notJson);
      }
    }

    @Override
    public String toString() {
      return response.request().method() + " " + response.uri() + " → " + status() + " " + text();
    }
  }
}
