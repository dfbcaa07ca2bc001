package org.leadflow.intake.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Ids;
import org.leadflow.intake.webhook.WebhookDelivery.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Remembers what became of each message, for as long as it is set. */
@Component
class DeliveryLog {

  private static final Logger log = LoggerFactory.getLogger(DeliveryLog.class);
  private static final int LONGEST_DETAIL = 4000;

  private final JdbcAggregateTemplate template;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Duration kept;
  private final Duration rejected;

  DeliveryLog(
      JdbcAggregateTemplate template,
      JdbcClient jdbc,
      Clock clock,
      @Value("${leadflow.intake.webhooks.kept:30d}") Duration kept,
      @Value("${leadflow.intake.webhooks.rejected:180d}") Duration rejected) {
    this.template = template;
    this.jdbc = jdbc;
    this.clock = clock;
    this.kept = kept;
    this.rejected = rejected;
  }

  /** One that was taken in. */
  WebhookDelivery taken(Webhook webhook, Outcome outcome, UUID leadId) {
    return remember(webhook, outcome, null, null, leadId, null);
  }

  /**
   * One that was not.
   *
   * @param body null when it is not to be tried again
   */
  WebhookDelivery refused(
      Webhook webhook,
      Outcome outcome,
      String code,
      @Nullable String detail,
      @Nullable String body) {
    return remember(webhook, outcome, code, detail, null, body);
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
            clock.instant()));
  }

  Optional<WebhookDelivery> find(UUID deliveryId) {
    return Optional.ofNullable(template.findById(deliveryId, WebhookDelivery.class));
  }

  Page<WebhookDelivery> page(Criteria criteria, Pageable page) {
    Query query = Query.query(criteria);
    return PageableExecutionUtils.getPage(
        template.findAll(query.with(page), WebhookDelivery.class),
        page,
        () -> template.count(query, WebhookDelivery.class));
  }

  /** It was taken in again, as a delivery of its own. */
  void dropBody(UUID deliveryId) {
    jdbc.sql("UPDATE webhook_delivery SET body = NULL WHERE delivery_id = ?")
        .param(deliveryId)
        .update();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT20M")
  void forget() {
    remove("(outcome <> 'REJECTED' OR body IS NULL)", kept);
    int lost = remove("outcome = 'REJECTED'", rejected);
    if (lost > 0) {
      log.warn(
          "{} messages of webhooks were rejected, and nobody took them in for {} days",
          lost,
          rejected.toDays());
    }
  }

  private int remove(String which, Duration after) {
    return jdbc.sql("DELETE FROM webhook_delivery WHERE " + which + " AND received_on < ?")
        .param(clock.instant().minus(after).atOffset(ZoneOffset.UTC))
        .update();
  }
}
