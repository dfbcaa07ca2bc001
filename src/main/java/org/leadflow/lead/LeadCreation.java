package org.leadflow.lead;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Ids;
import org.leadflow.core.Remembered;
import org.leadflow.lead.LeadEvent.LeadReceived;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Team;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores leads that come in, and knows which a source sent before. */
@Service
public class LeadCreation {

  private final NewLeads newLeads;
  private final LeadsInHand inHand;
  private final LeadLedger ledger;
  private final AuditTrail trail;
  private final LeadChanges changes;
  private final LeadMoney money;
  private final Remembered<Team> intakeTeam;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  LeadCreation(
      NewLeads newLeads,
      LeadsInHand inHand,
      LeadLedger ledger,
      AuditTrail trail,
      LeadChanges changes,
      LeadMoney money,
      Organization organization,
      JdbcClient jdbc,
      ApplicationEventPublisher events) {
    this.newLeads = newLeads;
    this.inHand = inHand;
    this.ledger = ledger;
    this.trail = trail;
    this.changes = changes;
    this.money = money;
    this.intakeTeam = new Remembered<>(organization::intakeTeam);
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * Stores a new lead: Open, New, owned by the intake team until somebody takes it. Publishes
   * {@link LeadReceived}.
   *
   * @param id a new one, or one that the sender chose
   * @param channel the door it came through, such as {@code API}
   * @throws org.springframework.dao.DuplicateKeyException when this source already sent a lead
   *     under this key, or there is, or was, a lead of this id; {@link AuditTrail#knows} tells
   */
  @Transactional
  public Lead create(UUID id, LeadFields given, String channel) {
    Team intake = intakeTeam.get();
    AuditEntry opening = ledger.opening(id, ledger.now(), StatusCode.NEW, intake.id(), channel);
    Lead lead = newLeads.store(List.of(opened(given, channel, intake, opening))).get(0);
    inHand.stored(lead);
    trail.append(opening);
    events.publishEvent(new LeadReceived(id));
    return lead;
  }

  /**
   * The same for many leads at once, in their order and with few statements.
   *
   * @throws org.springframework.dao.DataAccessException also when only one of them cannot be stored
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Lead> createAll(List<LeadFields> given, String channel) {
    Team intake = intakeTeam.get();
    List<AuditEntry> openings =
        given.stream()
            .map(
                fields ->
                    ledger.opening(Ids.next(), ledger.now(), StatusCode.NEW, intake.id(), channel))
            .toList();
    List<Lead> opened = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      opened.add(opened(given.get(i), channel, intake, openings.get(i)));
    }
    List<Lead> stored = newLeads.store(opened);
    stored.forEach(inHand::stored);
    openings.forEach(trail::append);
    stored.forEach(lead -> events.publishEvent(new LeadReceived(lead.leadId())));
    return stored;
  }

  /** What {@link #create} would store, for whoever only wants to know what would become of it. */
  public Lead unstored(LeadFields given, String channel) {
    Team intake = intakeTeam.get();
    UUID id = Ids.next();
    return opened(
        given,
        channel,
        intake,
        ledger.opening(id, ledger.now(), StatusCode.NEW, intake.id(), channel));
  }

  private Lead opened(LeadFields given, String channel, Team intake, AuditEntry opening) {
    LeadFields fields = money.inCurrency(given, intake.businessUnitId());
    return new Lead(
        opening.leadId(),
        null,
        fields,
        ProductFields.ofNew(money.rate(fields)),
        StateCode.OPEN.code(),
        StatusCode.NEW.code(),
        null,
        null,
        intake.id(),
        intake.businessUnitId(),
        intake.partnerId(),
        channel,
        null,
        null,
        0,
        0,
        null,
        null,
        null,
        null,
        null,
        opening.at(),
        opening.actor(),
        opening.at(),
        opening.actor(),
        opening.seq(),
        opening.hash());
  }

  /** The lead of this id, if it was sent in with these fields, whatever became of them since. */
  public Optional<Lead> sentAs(UUID leadId, LeadFields fields) {
    return inHand.find(leadId).filter(lead -> wasSentAs(lead, fields));
  }

  private boolean wasSentAs(Lead lead, LeadFields fields) {
    LeadFields sent = money.inCurrency(fields, intakeTeam.get().businessUnitId());
    List<FieldChange> others = FieldChanges.between(lead.fields(), sent);
    if (others.isEmpty()) {
      return true;
    }
    Map<String, @Nullable String> atFirst = changes.atFirst(lead.leadId());
    return others.stream()
        .allMatch(
            other ->
                atFirst.containsKey(other.field())
                    && Objects.equals(atFirst.get(other.field()), other.to()));
  }

  /** The lead that this source sent under this key; empty when it sent none. */
  public Optional<Lead> submittedAs(String sourceSystem, String sourceKey) {
    return jdbc.sql("SELECT lead_id FROM lead WHERE source_system = ? AND source_key = ?")
        .params(sourceSystem, sourceKey)
        .query(UUID.class)
        .optional()
        .flatMap(inHand::find);
  }

  /** Under which of these keys this source sent leads. */
  public Set<String> submittedAs(String sourceSystem, Set<String> sourceKeys) {
    return sourceKeys.isEmpty()
        ? Set.of()
        : jdbc.sql(
                "SELECT source_key FROM lead WHERE source_system = :system AND source_key IN (:keys)")
            .param("system", sourceSystem)
            .param("keys", sourceKeys)
            .query(String.class)
            .set();
  }
}
