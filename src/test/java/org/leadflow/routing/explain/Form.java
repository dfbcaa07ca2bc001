package org.leadflow.routing.explain;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.leadflow.wholeway.Api.Answer;

/** A form with files, sent by one user. */
public final class Form {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /** Adds a value. */
  public Form value(String name, String value) {
    return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file. */
  public Form file(String name, String fileName, byte[] content) {
    return part("name=\"%s\"; filename=\"%s\"".formatted(name, fileName), content);
  }

  private Form part(String head, byte[] content) {
    body.writeBytes(
        ("--between\r\nContent-Disposition: form-data; " + head + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Sends it. */
  public Answer post(int port, String path, String user, String password) throws Exception {
    body.writeBytes("--between--\r\n".getBytes(StandardCharsets.UTF_8));
    String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes("UTF-8"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", "Basic " + login)
            .header("Content-Type", "multipart/form-data; boundary=between")
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    return new Answer(
        answer.statusCode(),
        answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body()),
        answer.headers().firstValue("ETag").orElse(null));
  }
}
