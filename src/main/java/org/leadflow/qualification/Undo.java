package org.leadflow.qualification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.CurrentActor;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Records;
import org.leadflow.customer.Account;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Customers;
import org.leadflow.customer.Opportunity;
import org.leadflow.customer.Pursuit;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.LeadLife;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.StateCode;
import org.leadflow.qualification.Conversion.Step;
import org.leadflow.qualification.Planned.Filled;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Undoes a conversion while it is fresh and nobody built upon it: what it created goes, what it
 * filled is emptied again, and the lead is Open as it was. What existed before is never removed.
 */
@Service
public class Undo {

  private final LeadRecords leads;
  private final LeadLife life;
  private final Conversions conversions;
  private final ConversionBook book;
  private final Customers customers;
  private final Pursuit pursuit;
  private final BuiltUpon builtUpon;
  private final Following following;
  private final QualificationSettings settings;
  private final CurrentActor actor;
  private final Clock clock;

  Undo(
      LeadRecords leads,
      LeadLife life,
      Conversions conversions,
      ConversionBook book,
      Customers customers,
      Pursuit pursuit,
      BuiltUpon builtUpon,
      Following following,
      QualificationSettings settings,
      CurrentActor actor,
      Clock clock) {
    this.leads = leads;
    this.life = life;
    this.conversions = conversions;
    this.book = book;
    this.customers = customers;
    this.pursuit = pursuit;
    this.builtUpon = builtUpon;
    this.following = following;
    this.settings = settings;
    this.actor = actor;
    this.clock = clock;
  }

  private Instant until(Conversion conversion) {
    return Objects.requireNonNull(conversion.completedOn()).plus(settings.undoWithin());
  }

  /** Undoes the last conversion of the lead, or says why not and changes nothing. */
  @Transactional
  public Verdict undo(UUID leadId) {
    Lead lead = leads.locked(leadId);
    Optional<Conversion> last = conversions.findFirstByLeadIdOrderByPlannedAfterDesc(leadId);
    if (lead.state() != StateCode.QUALIFIED || last.isEmpty()) {
      return Verdict.No.conflict(
          "not-qualified", "The lead is not Qualified: there is nothing to undo.");
    }
    Conversion conversion = last.get();
    if (clock.instant().isAfter(until(conversion))) {
      return Verdict.No.conflict(
          "undo-expired",
          "This could be undone until "
              + until(conversion).truncatedTo(ChronoUnit.SECONDS)
              + ". Reactivate the lead instead.");
    }
    Created created =
        new Created(
            made(RecordType.ACCOUNT, conversion, customers::lockedAccount),
            made(RecordType.CONTACT, conversion, customers::lockedContact),
            made(RecordType.OPPORTUNITY, conversion, pursuit::locked));
    List<FieldFault> changed = changed(conversion, created);
    if (!changed.isEmpty()) {
      return new Verdict.No(
          HttpStatus.CONFLICT,
          "undo-refused",
          "What was created has been worked with since; it stays.",
          changed,
          Map.of());
    }
    takeBack(lead, conversion, created);
    return new Verdict.Fine();
  }

  private static <T> @Nullable T made(RecordType type, Conversion conversion, Find<T> find) {
    return conversion.step(type) == Step.CREATE ? find.by(conversion.id(type)).orElse(null) : null;
  }

  private List<FieldFault> changed(Conversion conversion, Created created) {
    List<FieldFault> changed = new ArrayList<>();
    for (RecordType type : RecordType.values()) {
      if (conversion.step(type) == Step.CREATE) {
        Long version = created.version(type);
        if (version == null) {
          changed.add(new FieldFault(type.word(), "is gone"));
        } else if (version > book.untouched(conversion, type)) {
          changed.add(new FieldFault(type.word(), "was changed"));
        }
        builtUpon
            .find(type, conversion.id(type), conversion)
            .forEach(sentence -> changed.add(new FieldFault(type.word(), sentence)));
      }
    }
    return changed;
  }

  private void takeBack(Lead lead, Conversion conversion, Created created) {
    following.back(conversion);
    life.unqualified(
        lead,
        conversion.accountBefore(),
        conversion.contactBefore(),
        conversion.opportunityBefore());
    try {
      if (created.opportunity() != null) {
        pursuit.remove(created.opportunity());
      }
      if (created.contact() != null) {
        customers.remove(created.contact());
      }
      if (created.account() != null) {
        customers.remove(created.account());
      }
    } catch (DataIntegrityViolationException used) {
      throw Verdict.No.conflict(
              "undo-refused", "What was created has been worked with since; it stays.")
          .refused();
    }
    empty(book.fills(conversion.conversionId()));
    conversions.save(conversion.undone(clock.instant(), actor.get().id()));
  }

  /** Gives what was filled its former value, unless somebody changed it since. */
  private void empty(List<Filled> fills) {
    Map<RecordType, List<Filled>> byRecord =
        fills.stream().collect(Collectors.groupingBy(Filled::type));
    byRecord.forEach(
        (type, ofOne) -> {
          UUID id = ofOne.get(0).recordId();
          switch (type) {
            case ACCOUNT ->
                customers.account(id).map(now -> before(now, ofOne)).ifPresent(customers::change);
            case CONTACT ->
                customers.contact(id).map(now -> before(now, ofOne)).ifPresent(customers::change);
            case OPPORTUNITY ->
                pursuit
                    .find(id)
                    .filter(now -> now.stateCode() == 0)
                    .map(now -> before(now, ofOne))
                    .ifPresent(
                        now -> pursuit.change(now, ofOne.stream().map(Filled::field).toList()));
          }
        });
  }

  @SuppressWarnings("unchecked")
  private static <R extends Record> R before(R now, List<Filled> fills) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(Records.values(now));
    for (Filled filled : fills) {
      boolean optOut = LeadFields.OPT_OUTS.contains(filled.field());
      // Somebody who changed the record since has left the no standing; it is his by now.
      boolean his = optOut && !Objects.equals(values.get("version"), filled.version());
      if (!his && Objects.equals(values.get(filled.field()), filled.after())) {
        values.put(filled.field(), filled.before());
      }
    }
    return Records.of((Class<R>) now.getClass(), values);
  }

  private interface Find<T> {
    Optional<T> by(UUID id);
  }

  /** What the conversion created, as it stands now; null when it created none or it is gone. */
  private record Created(
      @Nullable Account account, @Nullable Contact contact, @Nullable Opportunity opportunity) {

    @Nullable Long version(RecordType type) {
      return switch (type) {
        case ACCOUNT -> account == null ? null : account.version();
        case CONTACT -> contact == null ? null : contact.version();
        case OPPORTUNITY -> opportunity == null ? null : opportunity.version();
      };
    }
  }
}
