package org.leadflow.intake.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.AtOnce;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.core.StorableText;
import org.leadflow.core.Versions;
import org.leadflow.intake.webhook.Webhook.Kind;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The webhooks, for those who run the product. */
@Service
public class Webhooks {

  private static final int LONGEST_MAPPING = 100_000;

  private final JdbcAggregateTemplate template;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final Validator validator;
  private final ObjectMapper json;
  private final Clock clock;

  Webhooks(
      JdbcAggregateTemplate template,
      Permissions permissions,
      CurrentCaller callers,
      Validator validator,
      ObjectMapper json,
      Clock clock) {
    this.template = template;
    this.permissions = permissions;
    this.callers = callers;
    this.validator = validator;
    this.json = json;
    this.clock = clock;
  }

  Optional<Webhook> stored(String webhookId) {
    return webhookId.indexOf('\0') >= 0
        ? Optional.empty()
        : Optional.ofNullable(template.findById(webhookId, Webhook.class));
  }

  /** Those the caller may see. */
  public Page<Webhook> page(Pageable page) {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.READ);
    Query query = Query.query(permissions.visible(caller, Privilege.READ));
    return PageableExecutionUtils.getPage(
        template.findAll(query.with(page), Webhook.class),
        page,
        () -> template.count(query, Webhook.class));
  }

  /**
   * @throws NotVisible when there is none that the caller may see
   */
  public Webhook get(String webhookId) {
    return stored(webhookId)
        .filter(found -> permissions.allows(callers.get(), Privilege.READ, found))
        .orElseThrow(() -> new NotVisible("webhook", webhookId));
  }

  /** How its messages are laid on leads. */
  public Mapping mapping(Webhook webhook) {
    try {
      return json.readValue(webhook.mapping(), Mapping.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** With a secret of its own, which is told now and never again. */
  @Transactional
  public Webhook create(String webhookId, WebhookFields fields) {
    permissions.require(callers.get(), Privilege.CREATE);
    Caller caller = callers.get();
    Instant now = clock.instant();
    var webhook =
        new Webhook(
            webhookId,
            null,
            fields.title(),
            fields.kind(),
            fields.active(),
            newSecret(),
            checked(fields),
            caller.userId(),
            null,
            caller.businessUnitId(),
            caller.partnerId(),
            now,
            now);
    return AtOnce.first(
        () -> template.insert(webhook),
        () -> {
          throw Refused.conflict("taken", "There is a webhook of this name.");
        });
  }

  @Transactional
  public Webhook change(String webhookId, @Nullable String ifMatch, WebhookFields fields) {
    Webhook before = writable(webhookId);
    Versions.required(ifMatch);
    Versions.check(ifMatch, before.version());
    return template.update(
        new Webhook(
            webhookId,
            before.version(),
            fields.title(),
            fields.kind(),
            fields.active(),
            before.secret(),
            checked(fields),
            before.ownerUser(),
            before.ownerTeam(),
            before.owningBusinessUnit(),
            before.owningPartner(),
            before.createdOn(),
            clock.instant()));
  }

  /** Another secret from now on; the one before counts no more. */
  @Transactional
  public Webhook renewSecret(String webhookId) {
    return template.update(writable(webhookId).with(newSecret(), clock.instant()));
  }

  private Webhook writable(String webhookId) {
    Webhook found = get(webhookId);
    if (!permissions.allows(callers.get(), Privilege.WRITE, found)) {
      throw new NotVisible("webhook", webhookId);
    }
    return found;
  }

  private String checked(WebhookFields fields) {
    Mapping mapping = fields.mapping();
    if (mapping == null) {
      mapping =
          fields.kind() == Kind.MARKETPLACE
              ? Marketplace.mapping()
              : new Mapping(null, List.of(), Map.of());
    }
    List<FieldFault> faults = mapping.faults(validator);
    String text = text(mapping);
    if (faults.isEmpty()
        && (text.length() > LONGEST_MAPPING
            || text.contains("\\u0000")
            || !StorableText.Check.isStorable(text))) {
      faults =
          List.of(
              new FieldFault("mapping", "is too long, or holds a character that cannot be stored"));
    }
    Refused.ifAny(faults);
    return text;
  }

  private String text(Mapping mapping) {
    try {
      return json.writeValueAsString(mapping);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String newSecret() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }
}
