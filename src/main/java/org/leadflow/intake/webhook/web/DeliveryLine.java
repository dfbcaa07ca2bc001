package org.leadflow.intake.webhook.web;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Moment;
import org.leadflow.core.WallClock;
import org.leadflow.intake.webhook.WebhookDelivery;

/**
 * A delivery as a line of a page.
 *
 * @param kept whether it can be taken in again
 */
record DeliveryLine(
    UUID id,
    String webhook,
    Moment received,
    String outcome,
    @Nullable UUID leadId,
    @Nullable String detail,
    boolean kept) {

  static DeliveryLine of(WebhookDelivery delivery, WallClock times) {
    return new DeliveryLine(
        delivery.deliveryId(),
        delivery.webhookId(),
        times.second(delivery.receivedOn()),
        word(delivery),
        delivery.leadId(),
        delivery.detail(),
        delivery.body() != null);
  }

  static String word(WebhookDelivery delivery) {
    return delivery.outcome().name().toLowerCase(Locale.ROOT);
  }
}
