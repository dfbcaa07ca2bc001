package org.leadflow.intake.form;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.AtOnce;
import org.leadflow.core.Refused;
import org.leadflow.core.Versions;
import org.leadflow.lead.RequiredFields;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The forms, for those who look after them. A form of another unit does not exist for them. */
@Service
public class WebForms {

  private final JdbcAggregateTemplate template;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final RequiredFields required;
  private final Clock clock;

  WebForms(
      JdbcAggregateTemplate template,
      Permissions permissions,
      CurrentCaller callers,
      RequiredFields required,
      Clock clock) {
    this.template = template;
    this.permissions = permissions;
    this.callers = callers;
    this.required = required;
    this.clock = clock;
  }

  /** The form that anybody may fill; empty when there is none, or it rests. */
  public Optional<WebForm> open(String formId) {
    return stored(formId).filter(WebForm::active);
  }

  Optional<WebForm> stored(String formId) {
    return Optional.ofNullable(template.findById(formId, WebForm.class))
        .map(form -> form.insistingOn(required.names()));
  }

  /** Those the caller may see, by their names. */
  public Page<WebForm> page(Pageable page) {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.READ);
    Query query = Query.query(permissions.visible(caller, Privilege.READ));
    return PageableExecutionUtils.getPage(
        template.findAll(query.with(page), WebForm.class),
        page,
        () -> template.count(query, WebForm.class));
  }

  /**
   * A form the caller may see.
   *
   * @throws NotVisible when there is none
   */
  public WebForm get(String formId) {
    return stored(formId)
        .filter(form -> permissions.allows(callers.get(), Privilege.READ, form))
        .orElseThrow(() -> new NotVisible("form", formId));
  }

  /** What can be written of it. */
  public WebFormFields written(WebForm form) {
    return form.written();
  }

  /**
   * @throws Refused when there is such a form, or something is not as it must be
   */
  @Transactional
  public WebForm create(String formId, WebFormFields fields) {
    Refused.ifAny(fields.faults());
    Caller caller = callers.get();
    permissions.require(caller, Privilege.CREATE);
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    Instant now = clock.instant();
    WebForm form =
        with(
            fields,
            formId,
            null,
            HexFormat.of().formatHex(secret),
            caller.userId(),
            caller.businessUnitId(),
            caller.partnerId(),
            now,
            now);
    return AtOnce.first(
        () -> template.insert(form).insistingOn(required.names()),
        () -> {
          throw Refused.conflict("taken", "There is a form of this name.");
        });
  }

  /**
   * @param ifMatch the version the caller has seen
   * @throws Refused when it is not the current one, or something is not as it must be
   */
  @Transactional
  public WebForm change(String formId, @Nullable String ifMatch, WebFormFields fields) {
    WebForm form = get(formId);
    if (!permissions.allows(callers.get(), Privilege.WRITE, form)) {
      permissions.require(callers.get(), Privilege.WRITE);
      throw new NotVisible("form", formId);
    }
    Versions.required(ifMatch);
    Versions.check(ifMatch, form.version());
    Refused.ifAny(fields.faults());
    return template
        .update(
            with(
                fields,
                formId,
                form.version(),
                form.secret(),
                form.ownerUser(),
                form.owningBusinessUnit(),
                form.owningPartner(),
                form.createdOn(),
                clock.instant()))
        .insistingOn(required.names());
  }

  private static WebForm with(
      WebFormFields fields,
      String formId,
      @Nullable Long version,
      String secret,
      String ownerUser,
      String unit,
      @Nullable String partner,
      Instant createdOn,
      Instant modifiedOn) {
    return new WebForm(
        formId,
        version,
        fields.title(),
        fields.introduction(),
        fields.active(),
        fields.language(),
        String.join(",", fields.fields()),
        String.join(",", fields.required()),
        fields.subject(),
        fields.leadSourceCode(),
        fields.campaignId(),
        fields.consentText(),
        String.join("\n", fields.returnUrls()),
        secret,
        ownerUser,
        null,
        unit,
        partner,
        createdOn,
        modifiedOn);
  }
}
