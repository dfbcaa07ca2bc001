package org.leadflow.duplicates;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Customers;
import org.leadflow.duplicates.DuplicateAnswer.Kind;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadLife;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.merge.MergedFields;
import org.leadflow.lead.merge.MergedFields.Side;
import org.leadflow.lead.merge.Merging;
import org.leadflow.lead.note.NoteFields;
import org.leadflow.lead.note.Notes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks whether a new lead is about somebody who is known, and does what follows. No lead is ever
 * refused: what is surely an open lead is merged into that one, what is surely of a customer is
 * linked to him, and what is not certain a person decides.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class IntakeDuplicates {

  /** They tell of one submission; the description is kept as a request, which follows, too. */
  private static final Set<String> OF_ITS_OWN =
      Set.of(
          "description", "channelPartnerId", "campaignId", "utmSource", "utmMedium", "utmCampaign");

  private final Recognition recognition;
  private final Questions questions;
  private final ToldApart apart;
  private final LeadRecords leads;
  private final LeadLife life;
  private final Merging merging;
  private final Notes notes;
  private final Customers customers;
  private final DuplicateSettings settings;

  IntakeDuplicates(
      Recognition recognition,
      Questions questions,
      ToldApart apart,
      LeadRecords leads,
      LeadLife life,
      Merging merging,
      Notes notes,
      Customers customers,
      DuplicateSettings settings) {
    this.recognition = recognition;
    this.questions = questions;
    this.apart = apart;
    this.leads = leads;
    this.life = life;
    this.merging = merging;
    this.notes = notes;
    this.customers = customers;
    this.settings = settings;
  }

  /** What came of looking. */
  public enum Outcome {
    /** It goes on, perhaps linked to a customer. */
    NO,
    /** It is closed as a duplicate of an open lead, which has its data now. */
    MERGED,
    /** A person has to decide. */
    UNSURE
  }

  /**
   * Reads what {@link #look} needs to know of a lead, for whoever has to hurry then, and answers
   * whether looking may have to wait for a lead that is none of these.
   */
  public boolean mayWait(Lead lead, Collection<UUID> together) {
    return settings.comparesAtIntake(lead) && recognition.mayWait(lead, together);
  }

  /** Looks for duplicates of a new lead and does what is certain. */
  public Outcome look(Lead sent) {
    if (!settings.comparesAtIntake(sent)) {
      return Outcome.NO;
    }
    Recognised known = recognition.of(sent);
    // While it waited another one may have been merged into it.
    Lead lead = leads.get(sent.leadId());
    for (Suspect master : known.masters()) {
      if (isMerged(master.id(), lead)) {
        return Outcome.MERGED;
      }
    }
    if (known.accountId() != null || known.contactId() != null) {
      life.known(lead, known.accountId(), known.contactId());
    }
    if (known.suspects().isEmpty()) {
      return Outcome.NO;
    }
    questions.ask(lead.leadId(), known.suspects());
    return Outcome.UNSURE;
  }

  /** False when the master was closed meanwhile. */
  private boolean isMerged(UUID masterId, Lead lead) {
    List<Lead> both = merging.hold(masterId, lead.leadId());
    if (merging.against(both.get(0), both.get(1)).isPresent()) {
      return false;
    }
    Lead master = both.get(0);
    Lead other = both.get(1);
    keepWhatDiffers(master, other);
    merging.merge(master, other, Set.of());
    return true;
  }

  /**
   * Whoever works on the master may not read the other lead: as a note it follows to the master.
   */
  private void keepWhatDiffers(Lead master, Lead other) {
    if (partner(master) != null && !Objects.equals(partner(master), partner(other))) {
      // What one partner brought is none of the other's business.
      return;
    }
    String lines =
        MergedFields.of(master.fields(), other.fields(), Set.of()).choices().stream()
            .filter(choice -> choice.taken() == Side.MASTER && !OF_ITS_OWN.contains(choice.field()))
            .filter(choice -> choice.other() != null && !choice.other().toString().isBlank())
            .filter(
                choice -> !(choice.other() instanceof Boolean || choice.other() instanceof UUID))
            .map(choice -> "\n" + choice.field() + ": " + choice.other())
            .collect(Collectors.joining());
    String text = "The lead was sent in once more, and says otherwise:" + lines;
    if (!lines.isEmpty() && !notes.says(master.leadId(), text)) {
      notes.keep(
          other.leadId(), new NoteFields("Of a duplicate via " + other.intakeChannel(), text));
    }
  }

  private static @Nullable String partner(Lead lead) {
    return lead.owningPartner() == null ? lead.fields().channelPartnerId() : lead.owningPartner();
  }

  /**
   * Checks an answer before it is carried out; the caller holds the lead.
   *
   * @return who it is according to the answer; empty for somebody else than all of them
   * @throws Refused naming what is wrong with it
   */
  public Optional<Suspect> check(Lead lead, DuplicateAnswer answer) {
    if (answer.kind() == Kind.DIFFERENT) {
      return Optional.empty();
    }
    Suspect meant = meant(questions.of(lead.leadId()), answer);
    boolean wanted = answer.kind() == Kind.SAME ? isLead(meant) : !isLead(meant);
    if (!wanted) {
      throw refused(
          answer.kind() == Kind.SAME
              ? "is a contact: answer that it is a customer"
              : "is a lead: answer that it is the same");
    }
    if (isLead(meant)) {
      Optional<Lead> master = leads.find(meant.id());
      if (master.filter(Lead::isOpen).isEmpty()) {
        throw refused("was closed meanwhile; it cannot be the same any more");
      }
    } else if (customers.contact(meant.id()).isEmpty()) {
      throw refused("is gone meanwhile");
    }
    return Optional.of(meant);
  }

  /** Carries an answer out that was checked in this transaction. */
  public Outcome settle(Lead lead, DuplicateAnswer answer) {
    List<Suspect> asked = questions.of(lead.leadId());
    @Nullable Suspect meant = answer.kind() == Kind.DIFFERENT ? null : meant(asked, answer);
    questions.settled(lead.leadId());
    if (meant != null && isLead(meant)) {
      return isMerged(meant.id(), lead) ? Outcome.MERGED : Outcome.NO;
    }
    asked.stream()
        .filter(suspect -> !suspect.equals(meant))
        .forEach(suspect -> apart.remember(lead.leadId(), suspect.id()));
    if (meant != null) {
      UUID account = customers.contact(meant.id()).map(Contact::parentAccountId).orElse(null);
      life.known(lead, account, meant.id());
    }
    return Outcome.NO;
  }

  /** Whom a person is asked about; empty when nobody is asked. */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public List<Suspect> asked(UUID leadId) {
    return questions.of(leadId);
  }

  private static Suspect meant(List<Suspect> asked, DuplicateAnswer answer) {
    if (answer.number() == null) {
      List<Suspect> fitting =
          asked.stream()
              .filter(suspect -> isLead(suspect) == (answer.kind() == Kind.SAME))
              .toList();
      if (fitting.size() == 1) {
        return fitting.get(0);
      }
      throw refused(
          fitting.isEmpty()
              ? "cannot be given: none of those shown is a "
                  + (answer.kind() == Kind.SAME ? "lead" : "customer")
              : "must be the number of the one it is");
    }
    if (answer.number() < 1 || answer.number() > asked.size()) {
      throw refused("must be 1 to " + asked.size());
    }
    return asked.get(answer.number() - 1);
  }

  private static boolean isLead(Suspect suspect) {
    return suspect.kind() == Suspect.Kind.LEAD;
  }

  private static Refused refused(String message) {
    return Refused.invalid(
        "invalid",
        "duplicateNumber " + message + ".",
        List.of(new FieldFault("duplicateNumber", message)));
  }
}
