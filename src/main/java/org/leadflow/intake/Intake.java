package org.leadflow.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.Actor;
import org.leadflow.core.AtOnce;
import org.leadflow.core.CurrentActor;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Ids;
import org.leadflow.core.Records;
import org.leadflow.core.TransactionMemory;
import org.leadflow.intake.ExistingCustomers.Filled;
import org.leadflow.lead.AuditTrail;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadCreation;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.again.SentAgain;
import org.leadflow.lead.again.SentAgain.Brought;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes submissions in: each counts once, whatever the door and however often it is sent. */
@Service
public class Intake {

  private final LeadCreation leads;
  private final ExistingCustomers existing;
  private final AuditTrail trail;
  private final LeadCheck check;
  private final SentAgain sentAgain;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final CurrentActor actor;
  private final TransactionTemplate transaction;
  private final TransactionMemory<String, Optional<String>> partners = new TransactionMemory<>();

  Intake(
      LeadCreation leads,
      AuditTrail trail,
      ExistingCustomers existing,
      LeadCheck check,
      SentAgain sentAgain,
      Permissions permissions,
      CurrentCaller callers,
      CurrentActor actor,
      TransactionTemplate transaction) {
    this.leads = leads;
    this.trail = trail;
    this.existing = existing;
    this.check = check;
    this.sentAgain = sentAgain;
    this.permissions = permissions;
    this.callers = callers;
    this.actor = actor;
    this.transaction = transaction;
  }

  /**
   * Fills the lead from the existing account and contact it names, checks it, stores it and answers
   * it as accepted; routing follows in a transaction of its own.
   *
   * @param channel the door, such as {@code API}
   */
  public Submission submit(LeadFields given, String channel) {
    return submit(new Sent(null, given, Sent.all(given)), channel);
  }

  /**
   * The same for what was sent. The same lead sent again under its id is known, and so is one that
   * its source sent before under its key: what is new comes to it as {@link SentAgain} says.
   */
  public Submission submit(Sent sent, String channel) {
    Prepared prepared = prepare(sent.fields());
    LeadFields fields = prepared.fields();
    if (!prepared.faults().isEmpty()) {
      return aboutAKnownOne(sent, prepared, channel);
    }
    Optional<Lead> known = knownSubmission(fields);
    if (known.isPresent()) {
      return again(known.get(), sent, channel);
    }
    UUID leadId = sent.leadId();
    if (leadId != null && trail.knows(leadId)) {
      return taken(leadId, fields);
    }
    try {
      return new Submission.Accepted(
          leads.create(leadId == null ? Ids.next() : leadId, fields, channel),
          prepared.autoPopulated());
    } catch (RuntimeException failure) {
      // Within a transaction nothing can be asked any more; whoever began it begins anew.
      if (!AtOnce.isSecond(failure)
          || TransactionSynchronizationManager.isActualTransactionActive()) {
        throw failure;
      }
      Optional<Lead> first = knownSubmission(fields);
      if (first.isEmpty() && leadId != null && trail.knows(leadId)) {
        return taken(leadId, fields);
      }
      return again(first.orElseThrow(() -> failure), sent, channel);
    }
  }

  /** What a new lead must have, one who sends again may leave out. */
  private Submission aboutAKnownOne(Sent sent, Prepared prepared, String channel) {
    List<FieldFault> faults = prepared.faults();
    boolean onlyMissing =
        faults.stream()
            .allMatch(
                fault ->
                    !sent.given().contains(fault.field()) && !LeadCheck.isOfKey(fault.field()));
    return (onlyMissing ? knownSubmission(sent.fields()) : Optional.<Lead>empty())
        .map(known -> again(known, sent, channel))
        .orElseGet(() -> new Submission.Faulty(faults));
  }

  /** Who sent it before, or may change it, brings his news to it. */
  private Submission again(Lead known, Sent sent, String channel) {
    boolean his =
        known.createdBy().equals(actor.get().id())
            || permissions.allows(callers.get(), Privilege.WRITE, known);
    if (!his) {
      return permissions.allows(callers.get(), Privilege.READ, known)
              && !sentAgain.isNews(known, sent.fields(), sent.given())
          ? new Submission.Known(known, List.of(), List.of())
          : new Submission.Withheld();
    }
    Brought brought =
        transaction.execute(
            status -> sentAgain.bring(known.leadId(), sent.fields(), sent.given(), channel));
    if (brought instanceof Brought.Faulty faulty) {
      return new Submission.Faulty(faulty.faults());
    }
    return brought instanceof Brought.ToOpen open
        ? new Submission.Known(open.lead(), open.changed(), open.setAside())
        : new Submission.Closed(
            ((Brought.ToClosed) brought).lead(), ((Brought.ToClosed) brought).setAside());
  }

  /** Fills and checks a lead as {@link #submit} does, and stores nothing. */
  public Prepared prepare(LeadFields given) {
    String partner = partnerOfSender();
    Filled filled = existing.fill(of(partner, given));
    LeadFields fields = filled.fields();
    List<FieldFault> faults = new ArrayList<>(check.faults(fields));
    if (partner != null && !partner.equals(fields.channelPartnerId())) {
      faults.add(new FieldFault("channelPartnerId", "must be " + partner + " or empty"));
    }
    return new Prepared(fields, filled.autoPopulated(), List.copyOf(faults));
  }

  /** Null also for strangers and for the product itself; asked once for many leads of a file. */
  private @Nullable String partnerOfSender() {
    Actor sender = actor.get();
    if (sender.isProduct()) {
      return null;
    }
    Optional<String> known = partners.find(sender.id());
    if (known == null) {
      known = Optional.ofNullable(callers.get().partnerId());
      partners.keep(sender.id(), known);
    }
    return known.orElse(null);
  }

  /** What a channel partner brings is his, whether he says so or not. */
  private static LeadFields of(@Nullable String partner, LeadFields given) {
    if (partner == null || given.channelPartnerId() != null) {
      return given;
    }
    Map<String, @Nullable Object> values = Records.values(given);
    values.put("channelPartnerId", partner);
    return Records.of(LeadFields.class, values);
  }

  /** A sender who got no answer sends the same again; who sends something else has a wrong id. */
  private Submission taken(UUID leadId, LeadFields fields) {
    return leads
        .sentAs(leadId, fields)
        .<Submission>map(lead -> new Submission.Known(lead, List.of(), List.of()))
        .orElseGet(Submission.Taken::new);
  }

  private Optional<Lead> knownSubmission(LeadFields fields) {
    return fields.sourceSystem() == null || fields.sourceKey() == null
        ? Optional.empty()
        : leads.submittedAs(fields.sourceSystem(), fields.sourceKey());
  }

  /**
   * A lead as it would be stored.
   *
   * @param autoPopulated the fields that were filled from the existing account and contact
   * @param faults every field that is not as it must be; with any, nothing would be stored
   */
  public record Prepared(LeadFields fields, List<String> autoPopulated, List<FieldFault> faults) {}

  /**
   * A lead as somebody sent it.
   *
   * @param leadId the id it is to have, null for one of ours
   * @param given the names of the fields that were sent
   */
  public record Sent(@Nullable UUID leadId, LeadFields fields, Set<String> given) {

    public Sent {
      given = Set.copyOf(given);
    }

    /** The names of all fields that are not empty. */
    public static Set<String> all(LeadFields fields) {
      return Records.values(fields).entrySet().stream()
          .filter(field -> field.getValue() != null)
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    }
  }

  /** What came of a submission. */
  public sealed interface Submission {

    /**
     * A new lead is stored.
     *
     * @param autoPopulated the fields that were filled from the existing account and contact
     */
    record Accepted(Lead lead, List<String> autoPopulated) implements Submission {}

    /**
     * It was sent before, and the lead is Open.
     *
     * @param changed the fields in which it brought something new
     * @param setAside the fields whose new values are in a note, since somebody changed them
     */
    record Known(Lead lead, List<String> changed, List<String> setAside) implements Submission {}

    /**
     * It was sent before, and the lead is closed and stays as it is.
     *
     * @param setAside the fields whose new values are in a note
     */
    record Closed(Lead lead, List<String> setAside) implements Submission {}

    /** Nothing was stored: somebody else sent the lead, and the caller may not change it. */
    record Withheld() implements Submission {}

    /** Nothing was stored: another lead has, or had, the id that the sender chose. */
    record Taken() implements Submission {}

    /** Nothing was stored; every field that is not as it must be is named. */
    record Faulty(List<FieldFault> faults) implements Submission {}
  }
}
