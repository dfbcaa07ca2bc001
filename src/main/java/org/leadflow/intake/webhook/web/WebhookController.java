package org.leadflow.intake.webhook.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.PageView;
import org.leadflow.core.Versions;
import org.leadflow.intake.webhook.Deliveries;
import org.leadflow.intake.webhook.Webhook;
import org.leadflow.intake.webhook.Webhook.Kind;
import org.leadflow.intake.webhook.WebhookDelivery;
import org.leadflow.intake.webhook.WebhookDelivery.Outcome;
import org.leadflow.intake.webhook.WebhookFields;
import org.leadflow.intake.webhook.Webhooks;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The webhooks and their deliveries, for those who run the product. */
@RestController
@Tag(name = "Webhooks")
class WebhookController {

  private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "receivedOn", "deliveryId");

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final Validator validator;

  WebhookController(Webhooks webhooks, Deliveries deliveries, Validator validator) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.validator = validator;
  }

  @GetMapping("/api/webhook-sources")
  @Operation(summary = "List the webhooks, by name")
  PageView<WebhookRecord> list(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    return PageView.of(
        webhooks
            .page(PageView.request(page, size, Sort.by("webhookId")))
            .map(each -> record(each, false)));
  }

  @GetMapping("/api/webhook-sources/{webhookId}")
  @Operation(summary = "One webhook")
  ResponseEntity<WebhookRecord> read(@PathVariable String webhookId) {
    return answer(HttpStatus.OK, webhooks.get(webhookId), false);
  }

  @PostMapping("/api/webhook-sources")
  @Operation(
      summary = "Create a webhook",
      description =
          """
          Its secret is in this answer and in no other. Pointers are JSON pointers (RFC 6901) into the message; values say
          what the sender's words mean. An option is laid by its label or number. What cannot be laid on its field, or on
          none, becomes a note of the lead.
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      value =
                          """
                          {"webhookId": "shop", "title": "Web shop", "kind": "GENERIC", "active": true, "mapping": {
                            "externalId": "/order/id",
                            "fields": [{"pointer": "/customer/surname", "field": "lastName"},
                                       {"pointer": "/customer/country", "field": "address1Country",
                                        "values": {"DE": "Germany"}}],
                            "constants": {"subject": "Order in the web shop", "leadSourceCode": "Web"}}}
                          """)))
  ResponseEntity<WebhookRecord> create(@RequestBody NewWebhook webhook) {
    // Checked here, so that the refusal names fields as they are sent.
    Set<ConstraintViolation<NewWebhook>> violations = validator.validate(webhook);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    return answer(HttpStatus.CREATED, webhooks.create(webhook.webhookId(), webhook.fields()), true);
  }

  @PutMapping("/api/webhook-sources/{webhookId}")
  @Operation(
      summary = "Replace what is written of a webhook",
      description = "Send its ETag as If-Match. Without mapping it gets that of its kind.")
  ResponseEntity<WebhookRecord> change(
      @PathVariable String webhookId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody WebhookFields fields) {
    return answer(HttpStatus.OK, webhooks.change(webhookId, ifMatch, fields), false);
  }

  @PostMapping("/api/webhook-sources/{webhookId}/secret")
  @Operation(
      summary = "Give a webhook another secret",
      description = "It is in this answer and in no other; the one before counts no more.")
  ResponseEntity<WebhookRecord> renewSecret(@PathVariable String webhookId) {
    return answer(HttpStatus.OK, webhooks.renewSecret(webhookId), true);
  }

  @GetMapping("/api/webhook-deliveries")
  @Operation(
      summary = "List what webhooks brought, newest first",
      description = "With what became of each; kept for a month, unless set otherwise.")
  PageView<DeliveryView> deliveries(
      @RequestParam(required = false) @Nullable String webhookId,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return PageView.of(
        deliveries
            .page(webhookId, PageView.request(page, size, NEWEST_FIRST))
            .map(DeliveryView::of));
  }

  @PostMapping("/api/webhook-deliveries/{deliveryId}/again")
  @Operation(
      summary = "Take a message in again that was rejected",
      description = "As its webhook is configured now; it becomes a delivery of its own.")
  DeliveryView again(@PathVariable UUID deliveryId) {
    return DeliveryView.of(deliveries.again(deliveryId));
  }

  private ResponseEntity<WebhookRecord> answer(HttpStatus status, Webhook webhook, boolean secret) {
    return ResponseEntity.status(status)
        .eTag(Versions.tag(webhook.version()))
        .body(record(webhook, secret));
  }

  private WebhookRecord record(Webhook webhook, boolean secret) {
    return new WebhookRecord(
        webhook.webhookId(),
        webhook.version(),
        new WebhookFields(
            webhook.title(), webhook.kind(), webhook.active(), webhooks.mapping(webhook)),
        secret ? addressWithSecret(webhook) : address(webhook),
        secret ? webhook.secret() : null,
        webhook.createdOn(),
        webhook.modifiedOn());
  }

  /** Where its messages go. */
  static String address(Webhook webhook) {
    return ServletUriComponentsBuilder.fromCurrentContextPath()
        .path("/api/webhooks/" + webhook.webhookId())
        .toUriString();
  }

  /** The same with the secret in it, where the sender can only do that. */
  static String addressWithSecret(Webhook webhook) {
    return webhook.kind() == Kind.MARKETPLACE
        ? address(webhook) + "?sig=" + webhook.secret()
        : address(webhook);
  }

  /**
   * A webhook with everything that can be changed.
   *
   * @param address where its messages go
   * @param secret told when it is new
   */
  record WebhookRecord(
      String webhookId,
      @Nullable Long version,
      @JsonUnwrapped WebhookFields fields,
      String address,
      @Nullable String secret,
      Instant createdOn,
      Instant modifiedOn) {}

  /**
   * What a webhook brought.
   *
   * @param body of one that was rejected
   */
  record DeliveryView(
      UUID deliveryId,
      String webhookId,
      Outcome outcome,
      @Nullable String code,
      @Nullable String detail,
      @Nullable UUID leadId,
      @Nullable String body,
      Instant receivedOn) {

    static DeliveryView of(WebhookDelivery delivery) {
      return new DeliveryView(
          delivery.deliveryId(),
          delivery.webhookId(),
          delivery.outcome(),
          delivery.code(),
          delivery.detail(),
          delivery.leadId(),
          delivery.body(),
          delivery.receivedOn());
    }
  }
}
