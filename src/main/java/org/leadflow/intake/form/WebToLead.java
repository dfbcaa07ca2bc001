package org.leadflow.intake.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Acting;
import org.leadflow.core.Actor.Door;
import org.leadflow.core.AtOnce;
import org.leadflow.core.Refused;
import org.leadflow.intake.Intake;
import org.leadflow.intake.Intake.Submission;
import org.leadflow.intake.form.WebSubmission.State;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.again.Aside;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what strangers send by forms. A submission becomes a lead at once, is held for a person,
 * or is answered with what is wrong with it; whatever the sender is told was received is kept.
 */
@Service
public class WebToLead {

  private static final String CHANNEL = "Web form";

  private final WebSubmissions submissions;
  private final Reading reading;
  private final Intake intake;
  private final Doubts doubts;
  private final Acting acting;
  private final Aside aside;
  private final ObjectMapper json;
  private final TransactionTemplate transaction;
  private final FormSettings settings;

  WebToLead(
      WebSubmissions submissions,
      Reading reading,
      Intake intake,
      Doubts doubts,
      Acting acting,
      Aside aside,
      ObjectMapper json,
      TransactionTemplate transaction,
      FormSettings settings) {
    this.submissions = submissions;
    this.reading = reading;
    this.intake = intake;
    this.doubts = doubts;
    this.acting = acting;
    this.aside = aside;
    this.json = json;
    this.transaction = transaction;
    this.settings = settings;
  }

  /** What the sender is told. */
  public sealed interface Answer {

    /** Received; he need not know more. */
    record Thanks() implements Answer {}

    /** Received and held, until he says that he is a person by sending this once more. */
    record Confirm(UUID submissionId) implements Answer {}

    /** Nothing waits for what he sent. */
    record Unknown() implements Answer {}

    /**
     * Nothing was stored.
     *
     * @param faults what is wrong, by the name of the field
     */
    record Wrong(Map<String, String> faults) implements Answer {}

    /** Nothing was stored; he may send it again after this time. */
    record Later(Duration after) implements Answer {}
  }

  /** A token for a form that is shown now. */
  public String token(WebForm form) {
    return FormToken.issue(form, submissions.now());
  }

  /** A token with which a held submission can be confirmed. */
  public String token(WebForm form, UUID submissionId) {
    return FormToken.issue(form, submissionId, submissions.now());
  }

  public Answer submit(WebForm form, Posted posted) {
    Optional<Duration> later = doubts.lookAgain(posted.address());
    if (later.isPresent()) {
      return new Answer.Later(later.get());
    }
    Map<String, Reading.Fault> faults = reading.faults(form, posted);
    if (!faults.isEmpty()) {
      Map<String, String> told = new TreeMap<>();
      faults.forEach((field, fault) -> told.put(field, fault.name()));
      return new Answer.Wrong(told);
    }
    Optional<FormToken> token = FormToken.read(form, posted.token());
    String hash = DigestUtils.sha256Hex(form.formId() + "\n" + text(posted.values()));
    Optional<WebSubmission> before =
        token.flatMap(read -> submissions.byNonce(form.formId(), read.nonce()));
    if (before.isPresent() && before.get().contentHash().equals(hash)) {
      return new Answer.Thanks();
    }
    Set<Suspicion> suspicions = doubts.about(form, posted, token, before.isPresent());
    return suspicions.isEmpty()
        ? take(form, posted, token.orElseThrow(), hash)
        : hold(form, posted, hash, suspicions);
  }

  private Answer take(WebForm form, Posted posted, FormToken token, String hash) {
    return AtOnce.first(
        () ->
            transaction.execute(
                status -> {
                  WebSubmission taken = submissions.taken(form, token.nonce(), hash);
                  UUID lead =
                      lead(
                          form,
                          posted,
                          form.consentText(),
                          taken.submissionId(),
                          taken.receivedOn());
                  submissions.decide(taken.submissionId(), State.TAKEN, lead, null, form.actor());
                  return new Answer.Thanks();
                }),
        () -> {
          boolean same =
              submissions
                  .byNonce(form.formId(), token.nonce())
                  .filter(before -> before.contentHash().equals(hash))
                  .isPresent();
          return same
              ? new Answer.Thanks()
              : hold(form, posted, hash, EnumSet.of(Suspicion.SENT_BEFORE));
        });
  }

  private Answer hold(WebForm form, Posted posted, String hash, Set<Suspicion> suspicions) {
    Map<String, String> kept = new TreeMap<>(posted.values());
    kept.remove(Posted.AGREED_TO);
    if (form.consentText() != null && kept.containsKey(Posted.CONSENT)) {
      // When it becomes a lead the form may ask for something else.
      kept.put(Posted.AGREED_TO, form.consentText());
    }
    Supplier<WebSubmission> held =
        () ->
            submissions
                .heldLike(form.formId(), hash)
                .orElseGet(() -> submissions.held(form, hash, suspicions, text(kept)));
    UUID id = AtOnce.first(held, held).submissionId();
    return suspicions.stream().allMatch(Suspicion::canBeConfirmed)
        ? new Answer.Confirm(id)
        : new Answer.Thanks();
  }

  /** The sender says that he is a person. */
  public Answer confirm(
      WebForm form, @Nullable UUID submissionId, @Nullable String token, String address) {
    Optional<Duration> later = doubts.lookAgain(address);
    if (later.isPresent()) {
      return new Answer.Later(later.get());
    }
    Optional<FormToken> read = FormToken.read(form, token);
    Instant now = submissions.now();
    boolean his =
        submissionId != null
            && read.isPresent()
            && read.get().nonce().equals(submissionId.toString());
    if (!his) {
      return new Answer.Unknown();
    }
    if (read.get().isTooOld(now, settings.longest())) {
      // It is here, and a person decides.
      return new Answer.Thanks();
    }
    if (read.get().isTooYoung(now, settings.shortest())) {
      return new Answer.Confirm(submissionId);
    }
    transaction.executeWithoutResult(
        status ->
            submissions
                .locked(submissionId)
                .filter(held -> held.state() == State.HELD)
                .filter(held -> held.suspected().stream().allMatch(Suspicion::canBeConfirmed))
                .filter(held -> !doubts.isTooMany(form, address))
                .ifPresent(held -> release(form, held, form.actor())));
    return new Answer.Thanks();
  }

  /** Makes a lead of what was held, in the transaction of the caller; answers the lead. */
  UUID release(WebForm form, WebSubmission held, String decidedBy) {
    Map<String, String> typed = new TreeMap<>(typed(held));
    String agreedTo = typed.remove(Posted.AGREED_TO);
    Posted posted = new Posted(typed, null, null, "");
    UUID lead = lead(form, posted, agreedTo, held.submissionId(), held.receivedOn());
    submissions.decide(held.submissionId(), State.RELEASED, lead, null, decidedBy);
    return lead;
  }

  private UUID lead(WebForm form, Posted posted, @Nullable String agreedTo, UUID key, Instant on) {
    LeadFields fields = reading.fields(form, posted, agreedTo, key, on);
    Submission submission =
        acting.as(form.actor(), Door.FORM, () -> intake.submit(fields, CHANNEL));
    if (submission instanceof Submission.Accepted accepted) {
      keepRest(form, posted, accepted.lead().leadId(), fields);
      return accepted.lead().leadId();
    }
    if (submission instanceof Submission.Known known) {
      return known.lead().leadId();
    }
    if (submission instanceof Submission.Faulty faulty) {
      throw Refused.invalid(faulty.faults());
    }
    throw new IllegalStateException("a submission of a form is " + submission.getClass());
  }

  private void keepRest(WebForm form, Posted posted, UUID leadId, LeadFields fields) {
    String rest = Reading.rest(form, posted, fields);
    if (!rest.isEmpty()) {
      acting.as(
          form.actor(), Door.FORM, () -> aside.keep(leadId, "Also sent by " + form.title(), rest));
    }
  }

  /** What was typed; empty when it is no longer kept. */
  Map<String, String> typed(WebSubmission submission) {
    try {
      return submission.typed() == null
          ? Map.of()
          : json.readValue(submission.typed(), new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String text(Map<String, String> values) {
    try {
      return json.writeValueAsString(new TreeMap<>(values));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
