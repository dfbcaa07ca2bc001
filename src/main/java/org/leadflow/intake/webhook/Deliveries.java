package org.leadflow.intake.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Acting;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.Actor.Door;
import org.leadflow.core.Ids;
import org.leadflow.core.Refused;
import org.leadflow.intake.Admission;
import org.leadflow.intake.Allowances;
import org.leadflow.intake.Intake;
import org.leadflow.intake.Intake.Sent;
import org.leadflow.intake.Intake.Submission;
import org.leadflow.intake.webhook.Webhook.Kind;
import org.leadflow.intake.webhook.WebhookDelivery.Outcome;
import org.leadflow.lead.Lead;
import org.leadflow.lead.again.Aside;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes messages in and remembers what became of each. */
@Service
public class Deliveries {

  private static final String CHANNEL = "Webhook";
  private static final int LONGEST_DETAIL = 4000;

  private final Webhooks webhooks;
  private final Intake intake;
  private final Aside aside;
  private final Admission admission;
  private final Acting acting;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final JdbcAggregateTemplate template;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Validator validator;
  private final ObjectMapper json;
  private final Clock clock;
  private final Duration kept;

  /** Of messages that are not signed no more are remembered, so that nobody fills the database. */
  private final Allowances unsigned = new Allowances(10, 10, Duration.ofMinutes(1));

  Deliveries(
      Webhooks webhooks,
      Intake intake,
      Aside aside,
      Admission admission,
      Acting acting,
      Permissions permissions,
      CurrentCaller callers,
      JdbcAggregateTemplate template,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Validator validator,
      ObjectMapper json,
      Clock clock,
      @Value("${leadflow.intake.webhooks.kept:30d}") Duration kept) {
    this.webhooks = webhooks;
    this.intake = intake;
    this.aside = aside;
    this.admission = admission;
    this.acting = acting;
    this.permissions = permissions;
    this.callers = callers;
    this.template = template;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.validator = validator;
    this.json = json;
    this.clock = clock;
    this.kept = kept;
  }

  /**
   * Takes a message in.
   *
   * @param signature the header of a signed message
   * @param secret as it stands in the address, where the sender can only do that
   * @throws Refused with 401 when it is not known to be the sender's, with 429 when it must come
   *     later
   */
  public WebhookDelivery take(
      String webhookId, @Nullable String signature, @Nullable String secret, byte[] body) {
    Webhook webhook = webhooks.stored(webhookId).filter(Webhook::active).orElseThrow(this::not);
    if (!isHis(webhook, signature, secret, body)) {
      if (unsigned.take(webhookId, 1).isEmpty()) {
        remember(webhook, Outcome.UNSIGNED, "unsigned", null, null, null);
      }
      throw not();
    }
    admission.admit(actor(webhook), 1);
    return take(webhook, text(body), body);
  }

  private boolean isHis(
      Webhook webhook, @Nullable String signature, @Nullable String secret, byte[] body) {
    return webhook.kind() == Kind.MARKETPLACE
        ? Signature.same(webhook.secret(), secret)
        : Signature.fits(webhook.secret(), signature, body, clock.instant());
  }

  /** In the same words whether there is such a webhook or not. */
  private Refused not() {
    return new Refused(
        HttpStatus.UNAUTHORIZED,
        "unsigned",
        "The message is not signed as it must be, or its time is over.",
        List.of());
  }

  private WebhookDelivery take(Webhook webhook, String text, byte[] body) {
    JsonNode message;
    try {
      message = json.readTree(body);
    } catch (JsonProcessingException unreadable) {
      return rejected(webhook, "unreadable", "The body is no JSON.", text);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    if (!message.isObject()) {
      return rejected(webhook, "unreadable", "The body is no JSON object.", text);
    }
    Message laid = Message.of(message, webhooks.mapping(webhook), validator);
    try {
      return once(webhook, laid, text);
    } catch (RuntimeException failure) {
      if (failure instanceof DuplicateKeyException
          || failure.getCause() instanceof DuplicateKeyException) {
        // The same came twice at once; now the other one is there.
        return once(webhook, laid, text);
      }
      throw failure;
    }
  }

  private WebhookDelivery once(Webhook webhook, Message laid, String text) {
    var sent =
        new Sent(null, laid.fields("webhook " + webhook.webhookId()), laid.values().keySet());
    return transaction.execute(
        status ->
            acting.as(
                actor(webhook),
                Door.WEBHOOK,
                () -> delivered(webhook, laid, intake.submit(sent, CHANNEL), text)));
  }

  private WebhookDelivery delivered(
      Webhook webhook, Message laid, Submission submission, String text) {
    if (submission instanceof Submission.Accepted accepted) {
      aside(webhook, accepted.lead(), laid);
      return remember(webhook, Outcome.CREATED, null, null, accepted.lead().leadId(), null);
    }
    if (submission instanceof Submission.Known known) {
      boolean noted = aside(webhook, known.lead(), laid);
      boolean same = !noted && known.changed().isEmpty() && known.setAside().isEmpty();
      Outcome outcome = same ? Outcome.UNCHANGED : Outcome.UPDATED;
      return remember(webhook, outcome, null, null, known.lead().leadId(), null);
    }
    if (submission instanceof Submission.Closed closed) {
      aside(webhook, closed.lead(), laid);
      return remember(webhook, Outcome.CLOSED, null, null, closed.lead().leadId(), null);
    }
    if (submission instanceof Submission.Faulty faulty) {
      String detail =
          faulty.faults().stream()
              .map(fault -> fault.field() + ": " + fault.message())
              .collect(Collectors.joining("; "));
      return rejected(webhook, "invalid", detail, text);
    }
    return rejected(webhook, "known-submission", "Another source sent this lead.", text);
  }

  private boolean aside(Webhook webhook, Lead lead, Message laid) {
    return aside.keep(lead.leadId(), "Also sent by " + webhook.title(), laid.restInWords());
  }

  private WebhookDelivery rejected(Webhook webhook, String code, String detail, String text) {
    return remember(webhook, Outcome.REJECTED, code, detail, null, text);
  }

  private WebhookDelivery remember(
      Webhook webhook,
      Outcome outcome,
      @Nullable String code,
      @Nullable String detail,
      @Nullable UUID leadId,
      @Nullable String body) {
    return template.insert(
        new WebhookDelivery(
            Ids.next(),
            webhook.webhookId(),
            outcome,
            code,
            detail == null || detail.length() <= LONGEST_DETAIL
                ? detail
                : detail.substring(0, LONGEST_DETAIL - 1) + "…",
            leadId,
            body,
            webhook.ownerUser(),
            webhook.ownerTeam(),
            webhook.owningBusinessUnit(),
            webhook.owningPartner(),
            now()));
  }

  /** As far as databases keep it. */
  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8).replace("\0", "␀");
  }

  private static String actor(Webhook webhook) {
    return "webhook " + webhook.webhookId();
  }

  /**
   * Those the caller may see, newest first.
   *
   * @param webhookId null for those of all
   */
  public Page<WebhookDelivery> page(@Nullable String webhookId, Pageable page) {
    permissions.require(callers.get(), Privilege.READ);
    Criteria visible = permissions.visible(callers.get(), Privilege.READ);
    Query query =
        Query.query(
            webhookId == null ? visible : visible.and(Criteria.where("webhookId").is(webhookId)));
    return PageableExecutionUtils.getPage(
        template.findAll(query.with(page), WebhookDelivery.class),
        page,
        () -> template.count(query, WebhookDelivery.class));
  }

  /**
   * Takes one that was rejected in again, as its webhook is configured now.
   *
   * @throws Refused when nothing is left to take in
   */
  public WebhookDelivery again(UUID deliveryId) {
    WebhookDelivery before =
        permissions.require(
            callers.get(),
            Privilege.WRITE,
            "delivery",
            deliveryId,
            Optional.ofNullable(template.findById(deliveryId, WebhookDelivery.class)));
    if (before.body() == null) {
      throw Refused.conflict(
          "nothing-left", "The delivery was not rejected, or was taken in since.");
    }
    Webhook webhook = webhooks.get(before.webhookId());
    WebhookDelivery now =
        take(webhook, before.body(), before.body().getBytes(StandardCharsets.UTF_8));
    jdbc.sql("UPDATE webhook_delivery SET body = NULL WHERE delivery_id = ?")
        .param(deliveryId)
        .update();
    return now;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT20M")
  void forget() {
    jdbc.sql("DELETE FROM webhook_delivery WHERE received_on < ?")
        .param(now().minus(kept).atOffset(ZoneOffset.UTC))
        .update();
  }
}
