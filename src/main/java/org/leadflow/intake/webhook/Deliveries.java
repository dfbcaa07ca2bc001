package org.leadflow.intake.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Acting;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.Actor.Door;
import org.leadflow.core.Allowances;
import org.leadflow.core.AtOnce;
import org.leadflow.core.FieldFault;
import org.leadflow.core.IdempotentRequests;
import org.leadflow.core.Refused;
import org.leadflow.intake.Admission;
import org.leadflow.intake.Intake;
import org.leadflow.intake.Intake.Sent;
import org.leadflow.intake.Intake.Submission;
import org.leadflow.intake.webhook.Webhook.Kind;
import org.leadflow.intake.webhook.WebhookDelivery.Outcome;
import org.leadflow.lead.Lead;
import org.leadflow.lead.again.Aside;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes messages in and remembers what became of each. */
@Service
public class Deliveries {

  private static final String CHANNEL = "Webhook";

  private final Webhooks webhooks;
  private final Intake intake;
  private final Aside aside;
  private final Admission admission;
  private final Acting acting;
  private final IdempotentRequests requests;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final DeliveryLog log;
  private final TransactionTemplate transaction;
  private final Validator validator;
  private final ObjectMapper json;
  private final Clock clock;

  /** Of messages that are not signed no more are remembered, so that nobody fills the database. */
  private final Allowances unsigned = new Allowances(10, 10, Duration.ofMinutes(1));

  Deliveries(
      Webhooks webhooks,
      Intake intake,
      Aside aside,
      Admission admission,
      Acting acting,
      IdempotentRequests requests,
      Permissions permissions,
      CurrentCaller callers,
      DeliveryLog log,
      TransactionTemplate transaction,
      Validator validator,
      ObjectMapper json,
      Clock clock) {
    this.webhooks = webhooks;
    this.intake = intake;
    this.aside = aside;
    this.admission = admission;
    this.acting = acting;
    this.requests = requests;
    this.permissions = permissions;
    this.callers = callers;
    this.log = log;
    this.transaction = transaction;
    this.validator = validator;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Takes a message in.
   *
   * @param signature the header of a signed message
   * @param secret as it stands in the address, where the sender can only do that
   * @return one that was rejected, and can be taken in again, such as any while the webhook is
   *     closed
   * @throws Refused with 401 when it is not known to be the sender's, with 429 when it must come
   *     later
   */
  public WebhookDelivery take(
      String webhookId, @Nullable String signature, @Nullable String secret, byte[] body) {
    Webhook webhook = webhooks.stored(webhookId).orElseThrow(this::not);
    Optional<String> proof = proof(webhook, signature, secret, body);
    if (proof.isEmpty()) {
      if (unsigned.take(webhookId, 1).isEmpty()) {
        log.refused(webhook, Outcome.UNSIGNED, "unsigned", null, null);
      }
      throw not();
    }
    admission.admit(webhook.sourceSystem());
    Supplier<WebhookDelivery> work =
        webhook.active()
            ? work(webhook, text(body), body)
            : () -> rejected(webhook, "closed", "The webhook is closed.", text(body));
    return webhook.kind() == Kind.MARKETPLACE
        ? AtOnce.first(work, work)
        : signedOnce(webhook, proof.get(), work);
  }

  /**
   * A message that comes again as it was signed is answered as the first time: whoever has read it
   * on its way cannot bring back what later messages changed.
   */
  private WebhookDelivery signedOnce(
      Webhook webhook, String digest, Supplier<WebhookDelivery> work) {
    UUID delivery =
        acting.as(
            webhook.sourceSystem(),
            Door.WEBHOOK,
            () ->
                requests.once(
                    "signature " + digest,
                    "webhook",
                    webhook.webhookId(),
                    UUID.class,
                    () -> work.get().deliveryId()));
    return log.find(delivery).orElseThrow(this::not);
  }

  /** That it is his; empty when it is not. */
  private Optional<String> proof(
      Webhook webhook, @Nullable String signature, @Nullable String secret, byte[] body) {
    return webhook.kind() == Kind.MARKETPLACE
        ? Optional.of(webhook.secret()).filter(known -> Signature.same(known, secret))
        : Signature.digest(webhook.secret(), signature, body, clock.instant());
  }

  /** In the same words whether there is such a webhook or not. */
  private Refused not() {
    return new Refused(
        HttpStatus.UNAUTHORIZED,
        "unsigned",
        "The message is not signed as it must be, or its time is over.",
        List.of());
  }

  private Supplier<WebhookDelivery> work(Webhook webhook, String text, byte[] body) {
    JsonNode message;
    try {
      message = json.readTree(body);
    } catch (JsonProcessingException unreadable) {
      return () -> rejected(webhook, "unreadable", "The body is no JSON.", text);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    if (!message.isObject()) {
      return () -> rejected(webhook, "unreadable", "The body is no JSON object.", text);
    }
    Message laid = Message.of(message, webhooks.mapping(webhook), validator);
    return () -> once(webhook, laid, text);
  }

  private WebhookDelivery once(Webhook webhook, Message laid, String text) {
    var sent = new Sent(null, laid.fields(webhook.sourceSystem()), laid.said());
    return transaction.execute(
        status ->
            acting.as(
                webhook.sourceSystem(),
                Door.WEBHOOK,
                () -> delivered(webhook, laid, intake.submit(sent, CHANNEL), text)));
  }

  private WebhookDelivery delivered(
      Webhook webhook, Message laid, Submission submission, String text) {
    if (submission instanceof Submission.Accepted accepted) {
      aside(webhook, accepted.lead(), laid);
      return log.taken(webhook, Outcome.CREATED, accepted.lead().leadId());
    }
    if (submission instanceof Submission.Known known) {
      boolean noted = aside(webhook, known.lead(), laid);
      boolean same = !noted && known.changed().isEmpty() && known.setAside().isEmpty();
      Outcome outcome = same ? Outcome.UNCHANGED : Outcome.UPDATED;
      return log.taken(webhook, outcome, known.lead().leadId());
    }
    if (submission instanceof Submission.Closed closed) {
      aside(webhook, closed.lead(), laid);
      return log.taken(webhook, Outcome.CLOSED, closed.lead().leadId());
    }
    if (submission instanceof Submission.Faulty faulty) {
      String detail =
          faulty.faults().stream()
              .map(fault -> fault.field() + ": " + fault.message() + laidOn(webhook, laid, fault))
              .collect(Collectors.joining("; "));
      return rejected(webhook, "invalid", detail, text);
    }
    return rejected(webhook, "known-submission", "Another source sent this lead.", text);
  }

  /** Where the message would have to say it; nothing when it says something there that fits. */
  private String laidOn(Webhook webhook, Message laid, FieldFault fault) {
    if (laid.values().containsKey(fault.field())) {
      return "";
    }
    List<String> pointers = webhooks.mapping(webhook).pointers(fault.field());
    return pointers.isEmpty()
        ? " (nothing is laid on it)"
        : " (nothing that fits stands at " + String.join(" or ", pointers) + ")";
  }

  private boolean aside(Webhook webhook, Lead lead, Message laid) {
    return aside.keep(lead.leadId(), "Also sent by " + webhook.title(), laid.restInWords());
  }

  private WebhookDelivery rejected(Webhook webhook, String code, String detail, String text) {
    return log.refused(webhook, Outcome.REJECTED, code, detail, text);
  }

  /** As far as databases keep it. */
  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8).replace("\0", "␀");
  }

  /**
   * Those the caller may see, newest first.
   *
   * @param webhookId null for those of all
   */
  public Page<WebhookDelivery> page(@Nullable String webhookId, Pageable page) {
    permissions.require(callers.get(), Privilege.READ);
    Criteria visible = permissions.visible(callers.get(), Privilege.READ);
    return log.page(
        webhookId == null ? visible : visible.and(Criteria.where("webhookId").is(webhookId)), page);
  }

  /**
   * Takes one that was rejected in again, as its webhook is configured now.
   *
   * @throws Refused when nothing is left to take in
   */
  public WebhookDelivery again(UUID deliveryId) {
    WebhookDelivery before =
        permissions.require(
            callers.get(), Privilege.WRITE, "delivery", deliveryId, log.find(deliveryId));
    String body = before.body();
    if (body == null) {
      throw Refused.conflict(
          "nothing-left", "The delivery was not rejected, or was taken in again before.");
    }
    Supplier<WebhookDelivery> work =
        work(webhooks.get(before.webhookId()), body, body.getBytes(StandardCharsets.UTF_8));
    WebhookDelivery now = AtOnce.first(work, work);
    log.dropBody(deliveryId);
    return now;
  }
}
