package org.leadflow.intake.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.Refused;
import org.leadflow.core.StorableText;
import org.leadflow.intake.form.WebSubmission.State;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was held of the submissions of forms, for those who look after the forms. */
@Service
public class Quarantine {

  private static final int LONGEST_REASON = 500;

  private final WebSubmissions submissions;
  private final WebForms forms;
  private final WebToLead webToLead;
  private final Permissions permissions;
  private final CurrentCaller callers;

  Quarantine(
      WebSubmissions submissions,
      WebForms forms,
      WebToLead webToLead,
      Permissions permissions,
      CurrentCaller callers) {
    this.submissions = submissions;
    this.forms = forms;
    this.webToLead = webToLead;
    this.permissions = permissions;
    this.callers = callers;
  }

  /**
   * Those of the caller's forms, in the order of the page request.
   *
   * @param state null for all
   */
  public Page<WebSubmission> page(@Nullable State state, Pageable page) {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.READ);
    Criteria visible = permissions.visible(caller, Privilege.READ);
    return submissions.page(
        state == null ? visible : visible.and(Criteria.where("state").is(state.name())), page);
  }

  /**
   * Those that wait for a decision and that the caller may read.
   *
   * @param suspicion one of those they are held for, null for any
   */
  public Page<WebSubmission> held(@Nullable Suspicion suspicion, Pageable page) {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.READ);
    Criteria held =
        permissions
            .visible(caller, Privilege.READ)
            .and(Criteria.where("state").is(State.HELD.name()));
    return submissions.page(
        suspicion == null
            ? held
            : held.and(Criteria.where("suspicions").like("%" + suspicion.name() + "%")),
        page);
  }

  public WebSubmission get(UUID submissionId) {
    return permissions.require(
        callers.get(), Privilege.READ, "submission", submissionId, submissions.find(submissionId));
  }

  /** What was typed, by the names of the fields; empty when it is no longer kept. */
  public Map<String, String> typed(WebSubmission submission) {
    return webToLead.typed(submission);
  }

  /**
   * Makes a lead of it, which is routed like any other; also of one that was discarded before.
   *
   * @throws Refused when it is a lead already
   */
  @Transactional
  public WebSubmission release(UUID submissionId) {
    WebSubmission held =
        undecided(submissionId, submissions.locked(submissionId), State.HELD, State.DISCARDED);
    WebForm form =
        forms.stored(held.formId()).orElseThrow(() -> new NotVisible("form", held.formId()));
    webToLead.release(form, held, callers.get().userId());
    return get(submissionId);
  }

  /**
   * @param reason why it is no lead
   * @throws Refused when it is a lead, or without a reason
   */
  @Transactional
  public WebSubmission discard(UUID submissionId, @Nullable String reason) {
    undecided(submissionId, submissions.locked(submissionId), State.HELD);
    submissions.decide(submissionId, State.DISCARDED, null, stated(reason), callers.get().userId());
    return get(submissionId);
  }

  /**
   * Discards this one and all others of the same form that are held for the same suspicions, as far
   * as the caller may; answers how many.
   *
   * @param reason why they are no leads
   * @throws Refused when this one is not held, or without a reason
   */
  @Transactional
  public int discardLike(UUID submissionId, @Nullable String reason) {
    WebSubmission one = undecided(submissionId, submissions.find(submissionId), State.HELD);
    Caller caller = callers.get();
    return submissions.discardLike(
        one, permissions.visibleRows(caller, Privilege.WRITE), stated(reason), caller.userId());
  }

  private static String stated(@Nullable String reason) {
    if (reason == null
        || reason.isBlank()
        || reason.length() > LONGEST_REASON
        || !StorableText.Check.isStorable(reason)) {
      throw Refused.invalid(
          "reason", "must have 1 to " + LONGEST_REASON + " characters that can be stored");
    }
    return reason;
  }

  private WebSubmission undecided(
      UUID submissionId, Optional<WebSubmission> found, State... states) {
    WebSubmission held =
        permissions.require(callers.get(), Privilege.WRITE, "submission", submissionId, found);
    if (!List.of(states).contains(held.state())) {
      throw Refused.conflict("decided", "The submission is " + held.state() + " already.");
    }
    return held;
  }
}
