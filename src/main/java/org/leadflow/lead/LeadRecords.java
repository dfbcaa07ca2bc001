package org.leadflow.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.leadflow.access.NotVisible;
import org.leadflow.lead.AuditEntry.Action;
import org.leadflow.lead.LeadEvent.LeadChanged;
import org.leadflow.lead.LeadEvent.LeadDeleted;
import org.leadflow.lead.LeadEvent.LeadOptedOut;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the lead records: read, change, delete. Each change adds its line to the trail. */
@Service
public class LeadRecords {

  private final Leads leads;
  private final LeadsInHand inHand;
  private final JdbcAggregateTemplate template;
  private final LeadLedger ledger;
  private final AuditTrail trail;
  private final LeadChanges changes;
  private final LeadMoney money;
  private final ApplicationEventPublisher events;

  LeadRecords(
      Leads leads,
      LeadsInHand inHand,
      JdbcAggregateTemplate template,
      LeadLedger ledger,
      AuditTrail trail,
      LeadChanges changes,
      LeadMoney money,
      ApplicationEventPublisher events) {
    this.leads = leads;
    this.inHand = inHand;
    this.template = template;
    this.ledger = ledger;
    this.trail = trail;
    this.changes = changes;
    this.money = money;
    this.events = events;
  }

  public Optional<Lead> find(UUID leadId) {
    return inHand.find(leadId);
  }

  /** Reads these leads together, so that the steps of this transaction need not one by one. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lookAhead(List<UUID> leadIds) {
    inHand.read(leadIds);
  }

  /**
   * The lead and those it was merged into, one after the other; the last one was merged into none
   * that is there. Empty when there is no such lead.
   */
  public List<Lead> withMasters(UUID leadId) {
    List<Lead> all = new ArrayList<>();
    for (UUID next = leadId; next != null; ) {
      Optional<Lead> lead = find(next);
      lead.ifPresent(all::add);
      next = lead.map(found -> found.product().masterId()).orElse(null);
    }
    return all;
  }

  /**
   * The lead that must be there.
   *
   * @throws NotVisible when somebody deleted it meanwhile
   */
  public Lead get(UUID leadId) {
    return find(leadId).orElseThrow(() -> new NotVisible("lead", leadId));
  }

  /**
   * The lead as it stands once every other transaction at work on it has ended; nobody else changes
   * it before this transaction ends.
   *
   * @throws NotVisible when one of them deleted it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Lead locked(UUID leadId) {
    if (!inHand.lock(leadId)) {
      throw new NotVisible("lead", leadId);
    }
    return get(leadId);
  }

  /** One page of the leads that fit, in the order of the page request. */
  public Page<Lead> page(Criteria criteria, Pageable page) {
    Query query = Query.query(criteria);
    return PageableExecutionUtils.getPage(
        template.findAll(query.with(page), Lead.class),
        page,
        () -> template.count(query, Lead.class));
  }

  /**
   * Replaces the writable fields of an Open lead.
   *
   * @param version the version the caller has seen
   * @param beyondMatches the fields that link to a record somebody found by searching all of them;
   *     the trail says so
   */
  @Transactional
  public Change change(UUID leadId, long version, LeadFields given, Set<String> beyondMatches) {
    Lead before = get(leadId);
    if (before.version() != version) {
      return new Change.Stale(before);
    }
    return before.isOpen()
        ? new Change.Done(changed(before, given, Action.CHANGED, beyondMatches, Set.of()))
        : new Change.Closed(before);
  }

  /**
   * Replaces the writable fields of a lead with what its source sent again; of a closed one the
   * caller gives other values only where they are a {@link LeadFields#NO}.
   *
   * @param confirmed fields that the lead has from elsewhere and of which its source says the same;
   *     the trail tells it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Lead sentAgain(Lead before, LeadFields given, Set<String> confirmed) {
    return changed(before, given, Action.SENT_AGAIN, Set.of(), confirmed);
  }

  /** The fields that changed since the source of the lead last wrote them. */
  public Map<String, ChangedSince> sinceSource(UUID leadId) {
    return changes.sinceSource(leadId);
  }

  private Lead changed(
      Lead before,
      LeadFields given,
      Action action,
      Set<String> beyondMatches,
      Set<String> confirmed) {
    LeadFields fields = money.inCurrency(given, before.owningBusinessUnit());
    List<FieldChange> changed = FieldChanges.between(before.fields(), fields, confirmed);
    if (changed.isEmpty()) {
      return before;
    }
    Instant now = ledger.now();
    AuditEntry entry =
        ledger.next(
            before, now, action, Map.of(), FieldChanges.withoutTexts(changed, beyondMatches));
    ProductFields product = before.product().at(money.rate(before, fields));
    Lead after = leads.save(before.changed(fields, product, now, entry));
    inHand.stored(after);
    trail.append(entry);
    changes.append(entry, changed);
    events.publishEvent(
        before.isOpen()
            ? new LeadChanged(before.leadId(), before)
            : new LeadOptedOut(before.leadId()));
    return after;
  }

  /**
   * Adds a line to the trail of a lead, open or closed, for something that changed beside its
   * fields.
   *
   * @param details ids and names of the product, without personal data
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(Lead lead, Action action, String details) {
    ledger.enter(lead, action, Map.of(), details);
  }

  /**
   * Removes the lead and all that belongs to it; its trail stays and gets a last line without
   * personal data.
   */
  @Transactional
  public void delete(Lead lead) {
    AuditEntry entry = ledger.next(lead, ledger.now(), Action.DELETED, Map.of(), null);
    leads.delete(lead);
    trail.append(entry);
    events.publishEvent(new LeadDeleted(lead.leadId()));
  }

  /** What came of a wish to change a lead. */
  public sealed interface Change {

    Lead lead();

    /** It was changed, or was so already. */
    record Done(Lead lead) implements Change {}

    /** A closed lead is read-only until it is reactivated. */
    record Closed(Lead lead) implements Change {}

    /** Someone else changed it since the caller read it. */
    record Stale(Lead lead) implements Change {}
  }
}
