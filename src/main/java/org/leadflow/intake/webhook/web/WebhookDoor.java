package org.leadflow.intake.webhook.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Refused;
import org.leadflow.intake.webhook.Deliveries;
import org.leadflow.intake.webhook.WebhookDelivery;
import org.leadflow.intake.webhook.WebhookDelivery.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where other systems send their messages: no login, but every message shows whose it is. */
@RestController
@Tag(name = "Webhooks")
class WebhookDoor {

  private final Deliveries deliveries;

  WebhookDoor(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @PostMapping("/api/webhooks/{webhookId}")
  @Operation(
      summary = "Send a message of another system",
      description =
          """
          Any JSON object; the webhook says how it is laid on the fields of a lead. What no field takes becomes a note of
          the lead. The same external id is the same lead, and brings its news to it.

          The header X-Leadflow-Signature holds t=, the time in seconds since 1970, and v1=, the HMAC-SHA256 in
          hexadecimal, with the secret of the webhook, of that time, a point and the body; it counts for five minutes, and
          once: the same signature again gets the first answer.
          Microsoft's commercial marketplace cannot sign: its address ends with ?sig= and the secret.
          """)
  @ApiResponse(responseCode = "200", description = "The lead was sent before")
  @ApiResponse(responseCode = "201", description = "A new lead")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples =
                  @ExampleObject(name = "The commercial marketplace", value = Samples.MARKETPLACE)))
  ResponseEntity<Taken> take(
      @PathVariable String webhookId,
      @RequestHeader(name = "X-Leadflow-Signature", required = false) @Nullable String signature,
      @Parameter(description = "The secret, for who cannot sign")
          @RequestParam(name = "sig", required = false)
          @Nullable String secret,
      @RequestBody(required = false) byte @Nullable [] body) {
    WebhookDelivery delivery =
        deliveries.take(webhookId, signature, secret, body == null ? new byte[0] : body);
    if (delivery.outcome() == Outcome.REJECTED) {
      throw Refused.invalid(
          String.valueOf(delivery.code()), String.valueOf(delivery.detail()), List.of());
    }
    HttpStatus status = delivery.outcome() == Outcome.CREATED ? HttpStatus.CREATED : HttpStatus.OK;
    // Whatever the client accepts: the lead is stored, and it must be told so.
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(new Taken(delivery.deliveryId(), delivery.outcome(), delivery.leadId()));
  }

  /** What became of a message. */
  record Taken(UUID deliveryId, Outcome outcome, @Nullable UUID leadId) {}
}
