package org.leadflow.wholeway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A program that calls the API as one user. */
public final class Api {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;
  private final String credentials;

  public Api(int port, String user, String password) {
    this.address = "http://localhost:" + port;
    this.credentials =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** An answer with its body as JSON, null when there is none. */
  public record Answer(int status, JsonNode body, String etag) {

    public String text(String field) {
      return body.path(field).isMissingNode() ? null : body.path(field).asText();
    }

    /** The fields that the problem names. */
    public List<String> faultyFields() {
      return body.path("errors").findValuesAsText("field");
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, Object body) {
    return send(request(path).POST(BodyPublishers.ofString(write(body))));
  }

  /** The same with further headers. */
  public Answer post(String path, Object body, Map<String, String> headers) {
    HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(write(body)));
    headers.forEach(request::header);
    return send(request);
  }

  public Answer patch(String path, String etag, Map<String, ?> changes) {
    HttpRequest.Builder request =
        request(path).method("PATCH", BodyPublishers.ofString(write(changes)));
    return send(etag == null ? request : request.header("If-Match", etag));
  }

  public Answer put(String path, Object body) {
    return send(request(path).PUT(BodyPublishers.ofString(write(body))));
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** Sends a text as a file. */
  public Answer upload(String path, String name, String text) {
    String form =
        "--between\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\n\r\n"
            + text
            + "\r\n--between--\r\n";
    return send(
        request(path)
            .setHeader("Content-Type", "multipart/form-data; boundary=between")
            .POST(BodyPublishers.ofString(form)));
  }

  /** Sends several texts as files in one form. */
  public Answer uploadAll(String path, Map<String, String> files) {
    var form = new StringBuilder();
    files.forEach(
        (name, text) ->
            form.append("--between\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(text)
                .append("\r\n"));
    return send(
        request(path)
            .setHeader("Content-Type", "multipart/form-data; boundary=between")
            .POST(BodyPublishers.ofString(form + "--between--\r\n")));
  }

  /** The text of a file, or what is answered instead. */
  public String content(String path) {
    try {
      return http.send(request(path).GET().build(), BodyHandlers.ofString()).body();
    } catch (IOException unreachable) {
      throw new IllegalStateException(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Authorization", "Basic " + credentials)
        .header("Content-Type", "application/json");
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      JsonNode body = response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
      return new Answer(
          response.statusCode(), body, response.headers().firstValue("ETag").orElse(null));
    } catch (IOException unreachable) {
      throw new IllegalStateException(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String write(Object body) {
    try {
      return body instanceof String text ? text : JSON.writeValueAsString(body);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
