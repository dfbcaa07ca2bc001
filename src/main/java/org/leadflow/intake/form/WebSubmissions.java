package org.leadflow.intake.form;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.VisibleRows;
import org.leadflow.core.Ids;
import org.leadflow.intake.form.WebSubmission.State;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The submissions as they are stored. */
@Component
class WebSubmissions {

  private final JdbcAggregateTemplate template;
  private final JdbcClient jdbc;
  private final Clock clock;

  WebSubmissions(JdbcAggregateTemplate template, JdbcClient jdbc, Clock clock) {
    this.template = template;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** One that becomes a lead in this transaction; its token counts once. */
  WebSubmission taken(WebForm form, String nonce, String contentHash) {
    return template.insert(stored(form, nonce, contentHash, State.TAKEN, null, null));
  }

  WebSubmission held(
      WebForm form, String contentHash, Collection<Suspicion> suspicions, String typed) {
    String names = suspicions.stream().map(Enum::name).collect(Collectors.joining(","));
    return template.insert(stored(form, null, contentHash, State.HELD, names, typed));
  }

  private WebSubmission stored(
      WebForm form,
      @Nullable String nonce,
      String contentHash,
      State state,
      @Nullable String suspicions,
      @Nullable String typed) {
    return new WebSubmission(
        Ids.next(),
        form.formId(),
        nonce,
        contentHash,
        state == State.HELD ? contentHash : null,
        state,
        suspicions,
        typed,
        null,
        null,
        form.ownerUser(),
        null,
        form.owningBusinessUnit(),
        form.owningPartner(),
        now(),
        null,
        null);
  }

  Optional<WebSubmission> find(UUID id) {
    return Optional.ofNullable(template.findById(id, WebSubmission.class));
  }

  /** Nobody else decides about it before this transaction ends. */
  Optional<WebSubmission> locked(UUID id) {
    jdbc.sql("SELECT state FROM web_submission WHERE submission_id = ? FOR UPDATE")
        .param(id)
        .query(String.class)
        .optional();
    return find(id);
  }

  Optional<WebSubmission> byNonce(String formId, String nonce) {
    return one("form_id = ? AND nonce = ?", formId, nonce);
  }

  /** One with the same in it that waits already. */
  Optional<WebSubmission> heldLike(String formId, String contentHash) {
    return one("form_id = ? AND content_hash = ? AND state = 'HELD'", formId, contentHash);
  }

  private Optional<WebSubmission> one(String which, Object... values) {
    return jdbc.sql("SELECT submission_id FROM web_submission WHERE " + which + " LIMIT 1")
        .params(values)
        .query(UUID.class)
        .optional()
        .flatMap(this::find);
  }

  Page<WebSubmission> page(Criteria criteria, Pageable page) {
    Query query = Query.query(criteria);
    return PageableExecutionUtils.getPage(
        template.findAll(query.with(page), WebSubmission.class),
        page,
        () -> template.count(query, WebSubmission.class));
  }

  /** What became of it; what was typed goes when it is a lead. */
  void decide(
      UUID id, State state, @Nullable UUID leadId, @Nullable String reason, String decidedBy) {
    boolean lead = leadId != null;
    jdbc.sql(
            "UPDATE web_submission SET state = :state, held_hash = NULL, lead_id = :lead, reason = :reason,"
                + " decided_by = :by, decided_on = :now"
                + (lead ? ", typed = NULL" : "")
                + " WHERE submission_id = :id")
        .param("state", state.name())
        .param("lead", leadId)
        .param("reason", reason)
        .param("by", decidedBy)
        .param("now", now().atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  /** All that are held of the same form for the same suspicions, among these rows. */
  int discardLike(WebSubmission one, VisibleRows among, String reason, String decidedBy) {
    return jdbc.sql(
            "UPDATE web_submission SET state = 'DISCARDED', held_hash = NULL, reason = :reason,"
                + " decided_by = :by, decided_on = :now"
                + " WHERE state = 'HELD' AND form_id = :form AND suspicions = :suspicions AND "
                + among.of("web_submission"))
        .param("reason", reason)
        .param("by", decidedBy)
        .param("now", now().atOffset(ZoneOffset.UTC))
        .param("form", one.formId())
        .param("suspicions", one.suspicions())
        .params(among.parameters())
        .update();
  }

  int removeDecided(Instant before) {
    return remove("<>", before);
  }

  /** Nobody has decided about them, and nobody will. */
  int removeHeld(Instant before) {
    return remove("=", before);
  }

  private int remove(String held, Instant before) {
    return jdbc.sql(
            "DELETE FROM web_submission WHERE state " + held + " 'HELD' AND received_on < ?")
        .param(before.atOffset(ZoneOffset.UTC))
        .update();
  }
}
