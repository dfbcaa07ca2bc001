package org.leadflow.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, on nodes that send. A message that is under way when a node dies comes up
 * again, so a target gets it at least once.
 */
@Component
class Sending implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Sending.class);

  private final OutboxRows rows;
  private final Courier courier;
  private final OutboxSettings settings;
  private final Clock clock;
  private final Semaphore free;
  private final ExecutorService senders;

  Sending(OutboxRows rows, Courier courier, OutboxSettings settings, Clock clock) {
    this.rows = rows;
    this.courier = courier;
    this.settings = settings;
    this.clock = clock;
    this.free = new Semaphore(settings.senders());
    this.senders =
        Executors.newFixedThreadPool(
            Math.max(1, settings.senders()),
            work -> {
              var thread = new Thread(work, "outbox");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Takes as many as there are free senders; without targets the database is not asked. */
  @Scheduled(fixedDelayString = "${leadflow.outbox.every:1s}")
  void sendWhatIsDue() {
    if (!settings.deliver() || settings.targets().isEmpty()) {
      return;
    }
    int places = free.drainPermits();
    if (places == 0) {
      return;
    }
    List<OutboxMessage> due = List.of();
    try {
      Duration lease = settings.timeout().multipliedBy(2).plusSeconds(30);
      due = rows.take(places, clock.instant(), lease);
    } finally {
      free.release(places - due.size());
    }
    due.forEach(message -> senders.execute(() -> send(message)));
  }

  private void send(OutboxMessage message) {
    try {
      Optional<String> fault = courier.carry(message);
      if (fault.isEmpty()) {
        rows.sent(message.messageId(), clock.instant());
      } else {
        failed(message, fault.get());
      }
    } catch (RuntimeException unwritten) {
      log.warn("Message {} comes up again: {}", message.messageId(), unwritten.toString());
    } finally {
      free.release();
    }
  }

  private void failed(OutboxMessage message, String fault) {
    List<Duration> waits = settings.waits();
    Instant next =
        message.attempts() < waits.size()
            ? clock.instant().plus(waits.get(message.attempts()))
            : null;
    rows.failed(message.messageId(), fault, next);
    if (next == null) {
      log.error(
          "Message {} to {} is given up: it {}", message.messageId(), message.target(), fault);
    }
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT25M")
  void forget() {
    rows.forget(clock.instant().minus(settings.kept()));
  }

  @Override
  public void destroy() {
    senders.shutdownNow();
  }
}
