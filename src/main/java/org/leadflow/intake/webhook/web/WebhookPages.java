package org.leadflow.intake.webhook.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FormAnswers;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.leadflow.core.WallClock;
import org.leadflow.intake.webhook.Deliveries;
import org.leadflow.intake.webhook.Mapping;
import org.leadflow.intake.webhook.TryOut;
import org.leadflow.intake.webhook.Webhook;
import org.leadflow.intake.webhook.Webhook.Kind;
import org.leadflow.intake.webhook.WebhookDelivery;
import org.leadflow.intake.webhook.WebhookFields;
import org.leadflow.intake.webhook.Webhooks;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Webhooks as pages: which there are, how each is laid on leads, and what they sent last. */
@PageController
@RequestMapping("/webhooks")
class WebhookPages {

  private static final int MOST = 200;
  private static final int LAST = 100;
  private static final String PATH = "/webhooks/";

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final TryOut tryOut;
  private final MappingText texts;
  private final FormAnswers answers;
  private final WallClock times;

  WebhookPages(
      Webhooks webhooks,
      Deliveries deliveries,
      TryOut tryOut,
      MappingText texts,
      FormAnswers answers,
      WallClock times) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.tryOut = tryOut;
    this.texts = texts;
    this.answers = answers;
    this.times = times;
  }

  @GetMapping
  ModelAndView list() {
    return list(WebhookInput.NEW);
  }

  @PostMapping
  ModelAndView create(@ModelAttribute WebhookInput input, RedirectAttributes told) {
    return answers.done(
        () -> {
          var fields = new WebhookFields(input.title(), input.kind(), true, null);
          NewWebhook valid = answers.valid(new NewWebhook(input.webhookId(), fields));
          Webhook created = webhooks.create(valid.webhookId(), fields);
          tellSecret(created, told);
          return PATH + created.webhookId();
        },
        () -> list(input));
  }

  @GetMapping("/{webhookId}")
  ModelAndView show(@PathVariable String webhookId) {
    return page(webhooks.get(webhookId));
  }

  @PostMapping("/{webhookId}")
  ModelAndView save(
      @PathVariable String webhookId, @ModelAttribute WebhookInput input, RedirectAttributes told) {
    return answers.done(
        () -> {
          Mapping mapping = tryOut.mapping(Objects.requireNonNullElse(input.mapping(), ""));
          boolean active = Boolean.TRUE.equals(input.active());
          var fields = new WebhookFields(input.title(), input.kind(), active, mapping);
          webhooks.change(webhookId, input.ifMatch(), answers.valid(fields));
          told.addFlashAttribute("said", "The webhook is saved.");
          return PATH + webhookId;
        },
        () -> page(webhooks.get(webhookId), input));
  }

  /** Shows what the mapping as it is typed makes of a message; saves nothing. */
  @PostMapping("/{webhookId}/try")
  ModelAndView tryOut(@PathVariable String webhookId, @ModelAttribute WebhookInput input) {
    Webhook webhook = webhooks.get(webhookId);
    try {
      Mapping mapping = tryOut.mapping(Objects.requireNonNullElse(input.mapping(), ""));
      String message = Objects.requireNonNullElse(input.message(), "");
      return page(webhook, input).addObject("tried", tryOut.of(webhook, mapping, message));
    } catch (Refused refused) {
      return FormAnswers.refused(() -> page(webhook, input), refused);
    }
  }

  @PostMapping("/{webhookId}/secret")
  ModelAndView renewSecret(@PathVariable String webhookId, RedirectAttributes told) {
    tellSecret(webhooks.renewSecret(webhookId), told);
    return new ModelAndView("redirect:/webhooks/" + webhookId);
  }

  @PostMapping("/deliveries/{deliveryId}/again")
  ModelAndView again(@PathVariable UUID deliveryId, RedirectAttributes told) {
    try {
      WebhookDelivery now = deliveries.again(deliveryId);
      told.addFlashAttribute("said", "It is " + DeliveryLine.word(now) + " now.");
      return new ModelAndView("redirect:/webhooks/" + now.webhookId());
    } catch (Refused refused) {
      told.addFlashAttribute("said", refused.getMessage());
      return new ModelAndView("redirect:/webhooks");
    }
  }

  private static void tellSecret(Webhook webhook, RedirectAttributes told) {
    told.addFlashAttribute("secret", webhook.secret());
    told.addFlashAttribute("secretAddress", WebhookController.addressWithSecret(webhook));
  }

  private ModelAndView list(WebhookInput input) {
    return new ModelAndView("webhooks")
        .addObject("input", input)
        .addObject("kinds", Kind.values())
        .addObject(
            "webhooks", webhooks.page(PageRequest.of(0, MOST, Sort.by("webhookId"))).getContent())
        .addObject("deliveries", lines(last(null)));
  }

  private ModelAndView page(Webhook webhook) {
    List<WebhookDelivery> last = last(webhook.webhookId());
    String sample =
        last.stream()
            .map(WebhookDelivery::body)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(Samples.of(webhook.kind()));
    return page(
        webhook, WebhookInput.of(webhook, texts.of(webhooks.mapping(webhook)), sample), last);
  }

  private ModelAndView page(Webhook webhook, WebhookInput input) {
    return page(webhook, input, last(webhook.webhookId()));
  }

  private ModelAndView page(Webhook webhook, WebhookInput input, List<WebhookDelivery> last) {
    return new ModelAndView("webhook")
        .addObject("webhook", webhook)
        .addObject("input", input)
        .addObject("kinds", Kind.values())
        .addObject("address", WebhookController.address(webhook))
        .addObject("names", Mapping.fieldsToBeLaid())
        .addObject("deliveries", lines(last));
  }

  private List<WebhookDelivery> last(@Nullable String webhookId) {
    Sort newestFirst = Sort.by(Sort.Direction.DESC, "receivedOn", "deliveryId");
    return deliveries.page(webhookId, PageRequest.of(0, LAST, newestFirst)).getContent();
  }

  private List<DeliveryLine> lines(List<WebhookDelivery> last) {
    return last.stream().map(each -> DeliveryLine.of(each, times)).toList();
  }
}
