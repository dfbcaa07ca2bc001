package org.leadflow.outbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.stereotype.Component;

/**
 * Carries one message to its target and goes nowhere else, wherever an answer may send it. The
 * header {@code Leadflow-Signature: t=1764000000,v1=…} holds the time in seconds and the
 * HMAC-SHA256, in hexadecimal, of the time, a point and the body.
 */
@Component
class Courier {

  private final OutboxSettings settings;
  private final Clock clock;
  private final HttpClient http;

  Courier(OutboxSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(settings.timeout())
            .build();
  }

  /** Why it was not taken, in words without anything of the answer; empty when it was. */
  Optional<String> carry(OutboxMessage message) {
    OutboxSettings.Target target = settings.targets().get(message.target());
    if (target == null) {
      return Optional.of("no such target is configured any more");
    }
    String time = String.valueOf(clock.instant().getEpochSecond());
    String signature =
        new HmacUtils(HmacAlgorithms.HMAC_SHA_256, bytes(target.secret()))
            .hmacHex(bytes(time + "." + message.payload()));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(target.url().toString()))
            .timeout(settings.timeout())
            .header("Content-Type", "application/json")
            .header("Leadflow-Signature", "t=" + time + ",v1=" + signature)
            .POST(HttpRequest.BodyPublishers.ofString(message.payload()))
            .build();
    return send(request);
  }

  /** Within the time, the body of the answer included: somebody might never end it. */
  private Optional<String> send(HttpRequest request) {
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    try {
      int status = answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS).statusCode();
      return status / 100 == 2 ? Optional.empty() : Optional.of("was answered with " + status);
    } catch (TimeoutException late) {
      answer.cancel(true);
      return Optional.of("was not answered in time");
    } catch (ExecutionException failed) {
      return Optional.of(
          failed.getCause() instanceof IOException cause
              ? "could not be sent: " + cause.getClass().getSimpleName()
              : "could not be sent");
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return Optional.of("the product was stopped meanwhile");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
