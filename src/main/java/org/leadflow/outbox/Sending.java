package org.leadflow.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
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
  private final ExecutorService senders;

  /** Where the messages go that are under way. */
  private final List<String> underWay = new ArrayList<>();

  Sending(OutboxRows rows, Courier courier, OutboxSettings settings, Clock clock) {
    this.rows = rows;
    this.courier = courier;
    this.settings = settings;
    this.clock = clock;
    this.senders =
        Executors.newFixedThreadPool(
            Math.max(1, settings.senders()),
            work -> {
              var thread = new Thread(work, "outbox");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Takes a message for each free sender; without targets the database is not asked. */
  @Scheduled(fixedDelayString = "${leadflow.outbox.every:1s}")
  synchronized void sendWhatIsDue() {
    if (!settings.deliver() || settings.targets().isEmpty()) {
      return;
    }
    Duration lease = settings.timeout().multipliedBy(2).plusSeconds(30);
    while (underWay.size() < settings.senders() && !senders.isShutdown()) {
      Optional<OutboxMessage> due = rows.take(full(), clock.instant(), lease);
      if (due.isEmpty()) {
        return;
      }
      underWay.add(due.get().target());
      senders.execute(() -> send(due.get()));
    }
  }

  /** One target leaves a sender to the others: it may be one that does not answer. */
  private Set<String> full() {
    int most = Math.max(1, settings.senders() - 1);
    return underWay.stream()
        .filter(target -> Collections.frequency(underWay, target) >= most)
        .collect(Collectors.toSet());
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
      next(message.target());
    }
  }

  /** Whoever is done looks at once for what waits: between two looks more may come than go. */
  private synchronized void next(String target) {
    underWay.remove(target);
    try {
      sendWhatIsDue();
    } catch (RuntimeException unread) {
      log.warn("Messages wait for the next look: {}", unread.toString());
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
  public synchronized void destroy() {
    senders.shutdownNow();
  }
}
