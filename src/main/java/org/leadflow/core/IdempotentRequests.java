package org.leadflow.core;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests that may be sent again: with the same {@code Idempotency-Key} of the same user the work
 * is done once, and every later one gets the first answer. Keys are kept for a day. A request that
 * was refused leaves nothing, so sending it again asks again.
 */
@Component
public class IdempotentRequests {

  private static final Duration KEPT = Duration.ofDays(1);
  private static final int LONGEST_KEY = 255;

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final CurrentActor actor;
  private final Clock clock;
  private final TransactionTemplate transaction;

  IdempotentRequests(
      JdbcClient jdbc,
      ObjectMapper json,
      CurrentActor actor,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.json = json;
    this.actor = actor;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Does the work in one transaction and answers it, or answers as the first time.
   *
   * @param key null when the caller sent none: the work is done
   * @param operation what is asked for, and of what
   * @param request what was sent; the same key with another request is refused with 422
   */
  public <T> T once(
      @Nullable String key, String operation, Object request, Class<T> type, Supplier<T> work) {
    if (key == null) {
      return transaction.execute(status -> work.get());
    }
    requireGood(key);
    return once(key, hash(operation, request), type, work);
  }

  private <T> T once(String key, String hash, Class<T> type, Supplier<T> work) {
    Supplier<T> once = () -> transaction.execute(status -> firstOrAgain(key, hash, type, work));
    return AtOnce.first(once, once);
  }

  /**
   * The same for work that takes many transactions: it may be done twice, at once or after a crash
   * in its midst, and every part of it must count once by itself. All get one answer.
   *
   * @param work is given a text that is the same each time for this key and request, and for no
   *     other; null when the caller sent no key
   * @param isFinal false of an answer that says to send something again: the next request under the
   *     key does what is left
   */
  public <T> T inParts(
      @Nullable String key,
      String operation,
      Object request,
      Class<T> type,
      Function<@Nullable String, T> work,
      Predicate<T> isFinal) {
    if (key == null) {
      return work.apply(null);
    }
    requireGood(key);
    String hash = hash(operation, request);
    Optional<T> known = known(key, hash, type);
    if (known.isPresent()) {
      return known.get();
    }
    T answer = work.apply(actor.get().id() + "\n" + key + "\n" + hash);
    return isFinal.test(answer) ? once(key, hash, type, () -> answer) : answer;
  }

  private String hash(String operation, Object request) {
    return DigestUtils.sha256Hex(operation + "\n" + write(request));
  }

  private static void requireGood(String key) {
    if (key.isBlank() || key.length() > LONGEST_KEY || !StorableText.Check.isStorable(key)) {
      throw new Refused(
          HttpStatus.BAD_REQUEST,
          "unreadable",
          "Idempotency-Key must have 1 to " + LONGEST_KEY + " characters.",
          List.of());
    }
  }

  private <T> T firstOrAgain(String key, String hash, Class<T> type, Supplier<T> work) {
    Optional<T> known = known(key, hash, type);
    if (known.isPresent()) {
      return known.get();
    }
    jdbc.sql(
            """
            INSERT INTO idempotent_request (user_id, idempotency_key, request_hash, answered_on)
            VALUES (?, ?, ?, ?)
            """)
        .params(actor.get().id(), key, hash, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    T answer = work.get();
    jdbc.sql("UPDATE idempotent_request SET answer = ? WHERE user_id = ? AND idempotency_key = ?")
        .params(write(answer), actor.get().id(), key)
        .update();
    return answer;
  }

  private <T> Optional<T> known(String key, String hash, Class<T> type) {
    return jdbc.sql(
            """
            SELECT request_hash, answer FROM idempotent_request
            WHERE user_id = ? AND idempotency_key = ?
            """)
        .params(actor.get().id(), key)
        .query((row, number) -> new Answered(row.getString(1), row.getString(2)))
        .optional()
        .map(answered -> read(answered, hash, type));
  }

  private <T> T read(Answered answered, String hash, Class<T> type) {
    if (!answered.requestHash.equals(hash)) {
      throw Refused.invalid(
          "idempotency-key-reused",
          "Another request was sent with this Idempotency-Key: choose a new one for each request.",
          List.of());
    }
    try {
      return json.readValue(answered.answer, type);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
  void forget() {
    Instant since = clock.instant().minus(KEPT);
    jdbc.sql("DELETE FROM idempotent_request WHERE answered_on < ?")
        .param(since.atOffset(ZoneOffset.UTC))
        .update();
  }

  private String write(Object value) {
    try {
      // As plain digits some numbers are too long to be written at all.
      return json.writer()
          .without(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private record Answered(String requestHash, String answer) {}
}
