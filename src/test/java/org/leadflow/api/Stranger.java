package org.leadflow.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody on the internet, from an address of his own, who posts forms as a browser does. */
final class Stranger {

  private static final AtomicInteger NEXT = new AtomicInteger(2);

  private final int port;
  private final String from;

  Stranger(int port) {
    int number = NEXT.getAndIncrement();
    this.port = port;
    this.from = "127.7." + number / 250 + "." + (1 + number % 250);
  }

  /** What came back. */
  record Answer(int status, String head, String body) {

    String header(String name) {
      Matcher line = Pattern.compile("(?im)^" + name + ": (.*?)\\r?$").matcher(head);
      return line.find() ? line.group(1) : "";
    }

    /** Whether the page says that this field is wrong. */
    boolean marks(String field) {
      return Pattern.compile("<[^>]*name=\"" + field + "\"[^>]*aria-invalid").matcher(body).find();
    }

    /** The value of the first input of this name. */
    String input(String name) {
      Matcher input =
          Pattern.compile("name=\"" + name + "\"[^>]*?value=\"([^\"]*)\"").matcher(body);
      return input.find() ? input.group(1) : "";
    }
  }

  Answer get(String path, String language) {
    return send("GET " + path + " HTTP/1.0\r\nAccept-Language: " + language, "");
  }

  Answer post(String path, Map<String, String> fields) {
    return post(
        path,
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&")));
  }

  /** The same as it is written here. */
  Answer post(String path, String form) {
    return send(
        "POST "
            + path
            + " HTTP/1.0\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Origin: https://elsewhere.example\r\nContent-Length: "
            + form.length(),
        form);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Answer send(String head, String body) {
    try (var socket =
        new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0)) {
      String request =
          head + "\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n" + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = answer.indexOf("\r\n\r\n");
      return new Answer(
          Integer.parseInt(answer.substring(9, 12)),
          answer.substring(0, end),
          answer.substring(end + 4));
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }
}
