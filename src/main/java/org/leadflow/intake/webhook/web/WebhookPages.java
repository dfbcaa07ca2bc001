package org.leadflow.intake.webhook.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Moment;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.leadflow.core.WallClock;
import org.leadflow.intake.webhook.Deliveries;
import org.leadflow.intake.webhook.WebhookDelivery;
import org.leadflow.intake.webhook.Webhooks;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What other systems sent last, and what became of it. */
@PageController
@RequestMapping("/webhooks")
class WebhookPages {

  private static final int LAST = 100;

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final WallClock times;

  WebhookPages(Webhooks webhooks, Deliveries deliveries, WallClock times) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.times = times;
  }

  @GetMapping
  ModelAndView list(@RequestParam(required = false) @Nullable String webhookId) {
    String only = webhookId == null || webhookId.isBlank() ? null : webhookId;
    List<Line> lines =
        deliveries
            .page(
                only,
                PageRequest.of(0, LAST, Sort.by(Sort.Direction.DESC, "receivedOn", "deliveryId")))
            .map(each -> Line.of(each, times))
            .getContent();
    return new ModelAndView("webhooks")
        .addObject("only", only)
        .addObject(
            "webhooks", webhooks.page(PageRequest.of(0, 200, Sort.by("webhookId"))).getContent())
        .addObject("deliveries", lines);
  }

  @PostMapping("/deliveries/{deliveryId}/again")
  ModelAndView again(@PathVariable UUID deliveryId, RedirectAttributes told) {
    try {
      WebhookDelivery now = deliveries.again(deliveryId);
      told.addFlashAttribute("said", "It is " + Line.word(now) + " now.");
    } catch (Refused refused) {
      told.addFlashAttribute("said", refused.getMessage());
    }
    return new ModelAndView("redirect:/webhooks");
  }

  /** A delivery as a line of the page. */
  record Line(
      UUID id,
      String webhook,
      Moment received,
      String outcome,
      @Nullable UUID leadId,
      @Nullable String detail,
      boolean kept) {

    static Line of(WebhookDelivery delivery, WallClock times) {
      return new Line(
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
}
