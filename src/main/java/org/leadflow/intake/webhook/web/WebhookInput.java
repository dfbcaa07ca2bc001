package org.leadflow.intake.webhook.web;

import org.jspecify.annotations.Nullable;
import org.leadflow.intake.webhook.Webhook;
import org.leadflow.intake.webhook.Webhook.Kind;

/**
 * A webhook as somebody types it into our page.
 *
 * @param mapping as JSON
 * @param message to try the mapping on
 */
record WebhookInput(
    @Nullable String webhookId,
    @Nullable String ifMatch,
    @Nullable String title,
    @Nullable Kind kind,
    @Nullable Boolean active,
    @Nullable String mapping,
    @Nullable String message) {

  static final WebhookInput NEW =
      new WebhookInput(null, null, null, Kind.GENERIC, true, null, null);

  static WebhookInput of(Webhook webhook, String mapping, String message) {
    return new WebhookInput(
        webhook.webhookId(),
        "\"" + webhook.version() + "\"",
        webhook.title(),
        webhook.kind(),
        webhook.active(),
        mapping,
        message);
  }
}
