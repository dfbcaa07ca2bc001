package org.leadflow.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.core.Refused;
import org.leadflow.outbox.OutboxMessage.State;
import org.leadflow.outbox.OutboxSettings.Target;
import org.leadflow.outbox.Receiver.Mood;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is told to other systems comes there after it is true, signed, and in the end; and nowhere
 * else.
 */
abstract class OutboxTests {

  private static final String SECRET = "a secret of both sides";
  private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

  private final ObjectMapper json = new ObjectMapper();
  private Instant now = BEGIN;
  private final InstantSource ticking = () -> now;
  private final Clock clock = ticking.withZone(ZoneOffset.UTC);
  private HikariDataSource database;
  private Receiver receiver;
  private Receiver billing;
  private TransactionTemplate transaction;
  private OutboxRows rows;
  private Outbox outbox;
  private Sending sending;

  /** The address of an empty database. */
  abstract String database();

  @BeforeEach
  void start() throws IOException {
    database = new HikariDataSource();
    database.setJdbcUrl(database());
    new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/V51__outbox_and_process_migration.sql"))
        .execute(database);
    receiver = new Receiver();
    billing = new Receiver();
    transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    var settings =
        new OutboxSettings(
            Map.of(
                "crm", new Target(URI.create(receiver.url()), SECRET),
                "billing", new Target(URI.create(billing.url()), SECRET),
                "nobody", new Target(URI.create("http://localhost:1/"), SECRET)),
            true,
            3,
            Duration.ofMillis(700),
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1)),
            Duration.ofDays(30));
    rows = new OutboxRows(JdbcClient.create(database));
    outbox = new Outbox(rows, settings, json, clock);
    sending = new Sending(rows, new Courier(settings, clock), settings, clock);
  }

  @AfterEach
  void stop() {
    sending.destroy();
    receiver.close();
    billing.close();
    database.close();
  }

  @Test
  void aMessageArrivesSignedOnceItsTransactionHasCommitted() throws IOException {
    transaction.executeWithoutResult(
        status -> {
          outbox.send("crm", "lead-assigned", Map.of("businessKey", "1"));
          status.setRollbackOnly();
        });
    tell("crm", "lead-qualified");

    sendUntil(State.SENT);

    assertThat(receiver.got).hasSize(1);
    Receiver.Request got = receiver.got.get(0);
    JsonNode body = json.readTree(got.body());
    assertThat(body.path("event").asText()).isEqualTo("lead-qualified");
    assertThat(body.path("businessKey").asText()).isEqualTo("4711");
    assertThat(body.path("occurredOn").asText()).isEqualTo(BEGIN.toString());
    assertThat(body.path("messageId").asText())
        .isEqualTo(outbox.newest(State.SENT).get(0).messageId().toString());
    String time = String.valueOf(BEGIN.getEpochSecond());
    assertThat(got.signature())
        .isEqualTo(
            "t="
                + time
                + ",v1="
                + new HmacUtils(HmacAlgorithms.HMAC_SHA_256, SECRET)
                    .hmacHex(time + "." + got.body()));
  }

  @Test
  void whatIsNotTakenIsSentAgainLaterAndGivenUpInTheEnd() {
    receiver.mood = Mood.BROKEN;
    tell("crm", "lead-assigned");

    sendUntil(message -> "was answered with 503".equals(message.fault()));
    sending.sendWhatIsDue();
    assertThat(receiver.got).as("not before its time").hasSize(1);
    later(Duration.ofSeconds(10));
    sendUntil(message -> now.plusSeconds(60).equals(message.dueOn()));
    later(Duration.ofSeconds(60));
    sendUntil(State.GIVEN_UP);

    assertThat(receiver.got).hasSize(3);
    receiver.mood = Mood.FINE;
    outbox.sendAgain(outbox.newest(State.GIVEN_UP).get(0).messageId());
    sendUntil(State.SENT);
    assertThat(receiver.got).hasSize(4);
    assertThatThrownBy(() -> outbox.sendAgain(outbox.newest(State.SENT).get(0).messageId()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void anAnswerThatPointsElsewhereIsNotFollowed() {
    receiver.mood = Mood.ELSEWHERE;
    tell("crm", "lead-assigned");

    sendUntil(message -> "was answered with 307".equals(message.fault()));

    assertThat(receiver.got).extracting(Receiver.Request::path).containsOnly("/hook");
  }

  @Test
  void anAnswerThatDoesNotEndIsNotWaitedFor() {
    receiver.mood = Mood.SLOW;
    tell("crm", "lead-assigned");

    sendUntil(message -> "was not answered in time".equals(message.fault()));
  }

  @Test
  void aTargetThatIsDownHoldsUpNoOther() {
    IntStream.range(0, 20).forEach(number -> tell("nobody", "lead-assigned"));
    tell("crm", "lead-assigned");

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              sending.sendWhatIsDue();
              assertThat(receiver.got).hasSize(1);
              assertThat(rows.newest(State.WAITING, 1).get(0).fault())
                  .isEqualTo("could not be sent: ConnectException");
            });
  }

  @Test
  void aTargetThatNeverAnswersLeavesASenderToTheOthers() {
    receiver.mood = Mood.SLOW;
    IntStream.range(0, 30).forEach(number -> tell("crm", "lead-assigned"));
    IntStream.range(0, 30).forEach(number -> tell("billing", "lead-assigned"));

    sending.sendWhatIsDue();

    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(billing.got).hasSize(30));
    assertThat(receiver.got).hasSizeLessThan(30);
  }

  @Test
  void whatWaitsLeavesWithoutWaitingForTheNextLook() {
    IntStream.range(0, 30).forEach(number -> tell("crm", "lead-assigned"));

    sending.sendWhatIsDue();

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(rows.newest(State.SENT, 99)).hasSize(30));
    assertThat(receiver.got).hasSize(30);
  }

  @Test
  void twoNodesNeverHaveOneMessageInHandTogether() {
    IntStream.range(0, 30).forEach(number -> tell("crm", "lead-assigned"));

    List<OutboxMessage> taken = taken(10);
    assertThat(taken).hasSize(10);
    assertThat(taken(50)).hasSize(20).doesNotContainAnyElementsOf(taken);
    // A node that died with them in hand: they come up again.
    later(Duration.ofMinutes(2));
    assertThat(taken(50)).hasSize(30);
  }

  private List<OutboxMessage> taken(int atMost) {
    return transaction.execute(
        status ->
            IntStream.range(0, atMost)
                .mapToObj(number -> rows.take(Set.of(), now, Duration.ofMinutes(1)))
                .flatMap(Optional::stream)
                .toList());
  }

  @Test
  void onlyWhatIsConfiguredIsATarget() {
    assertThat(outbox.targets()).containsExactly("billing", "crm", "nobody");
    assertThatThrownBy(() -> tell("http://169.254.169.254/", "lead-assigned"))
        .isInstanceOf(IllegalArgumentException.class);
    for (String url :
        List.of("file:///etc/passwd", "ftp://a.example/", "/here", "http://u:p@a.example/")) {
      assertThatThrownBy(() -> settings("crm", url, SECRET)).hasMessageContaining("crm.url");
    }
    assertThatThrownBy(() -> settings("crm", "https://a.example/", "short"))
        .hasMessageContaining("crm.secret");
    assertThatThrownBy(() -> settings("C R M", "https://a.example/", SECRET))
        .hasMessageContaining("small letters");
  }

  @Test
  void whatIsOldIsForgottenButNeverWhatStillWaits() {
    tell("crm", "lead-assigned");
    sendUntil(State.SENT);
    tell("crm", "lead-qualified");
    later(Duration.ofDays(31));

    sending.forget();

    assertThat(rows.newest(State.SENT, 9)).isEmpty();
    assertThat(rows.newest(State.WAITING, 9)).hasSize(1);
  }

  private static OutboxSettings settings(String name, String url, String secret) {
    return new OutboxSettings(
        Map.of(name, new Target(URI.create(url), secret)),
        true,
        1,
        Duration.ofSeconds(1),
        List.of(),
        Duration.ofDays(1));
  }

  private void tell(String target, String event) {
    transaction.executeWithoutResult(
        status -> outbox.send(target, event, Map.of("businessKey", "4711")));
  }

  private void later(Duration time) {
    now = now.plus(time);
  }

  private void sendUntil(State state) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              sending.sendWhatIsDue();
              return !rows.newest(state, 1).isEmpty();
            });
  }

  private void sendUntil(Predicate<OutboxMessage> holds) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              sending.sendWhatIsDue();
              return rows.newest(State.WAITING, 1).stream().anyMatch(holds);
            });
  }
}
