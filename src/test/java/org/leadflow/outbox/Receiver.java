package org.leadflow.outbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Another system: writes down what it gets and answers as it is told to. */
final class Receiver implements AutoCloseable {

  /** What came in. */
  record Request(String path, String signature, String body) {}

  /** What it answers; slow is never within the time. */
  enum Mood {
    FINE,
    BROKEN,
    ELSEWHERE,
    SLOW
  }

  final List<Request> got = new CopyOnWriteArrayList<>();
  volatile Mood mood = Mood.FINE;
  private final HttpServer server;

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/hook";
  }

  private void answer(HttpExchange call) throws IOException {
    got.add(
        new Request(
            call.getRequestURI().getPath(),
            call.getRequestHeaders().getFirst("Leadflow-Signature"),
            new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    if (mood == Mood.ELSEWHERE) {
      call.getResponseHeaders().add("Location", "/elsewhere");
    }
    if (mood == Mood.SLOW) {
      call.sendResponseHeaders(200, 0);
      call.getResponseBody().write('.');
      call.getResponseBody().flush();
      try {
        Thread.sleep(3000);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    } else {
      call.sendResponseHeaders(mood == Mood.FINE ? 204 : mood == Mood.ELSEWHERE ? 307 : 503, -1);
    }
    call.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
