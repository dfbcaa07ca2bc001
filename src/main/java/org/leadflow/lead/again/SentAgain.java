package org.leadflow.lead.again;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Records;
import org.leadflow.lead.ChangedSince;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.RequiredFields;
import org.leadflow.lead.request.CustomerRequests;
import org.leadflow.lead.request.RequestFields;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings what a source sends again to the lead that it sent before, whatever the door.
 *
 * <ul>
 *   <li>Only what was sent counts: a field that is left out, or empty, stays as it is.
 *   <li>A value that somebody changed by hand since the source last wrote it stays; when the source
 *       has a new one, that is set aside.
 *   <li>A {@link LeadFields#NO} is only ever set, also against a hand and on a closed lead, never
 *       taken back. One that the lead has from elsewhere, as by a merge, is its source's from then
 *       on.
 *   <li>What tells where the lead came from stays.
 *   <li>A closed lead else stays as it is; all that is new is set aside. Where it was merged into
 *       another one, that happens there, and a no holds on all: each merge may be undone.
 * </ul>
 *
 * <p>What is set aside becomes a note, once, and a new description a request of the customer.
 */
@Component
public class SentAgain {

  private static final String DESCRIPTION = "description";

  private final LeadRecords leads;
  private final RequiredFields required;
  private final Validator validator;
  private final Aside notes;
  private final CustomerRequests requests;

  SentAgain(
      LeadRecords leads,
      RequiredFields required,
      Validator validator,
      Aside notes,
      CustomerRequests requests) {
    this.leads = leads;
    this.required = required;
    this.validator = validator;
    this.notes = notes;
    this.requests = requests;
  }

  /** What came of it. */
  public sealed interface Brought {

    /**
     * The lead as it is now.
     *
     * @param changed the fields that have another value now; none when nothing was new
     * @param setAside the fields whose new values are in a note, since somebody changed them by
     *     hand
     */
    record ToOpen(Lead lead, List<String> changed, List<String> setAside) implements Brought {}

    /**
     * The lead is closed and stays as it is, but for opt-outs.
     *
     * @param setAside the fields whose new values are in a note
     */
    record ToClosed(Lead lead, List<String> setAside) implements Brought {}

    /** The lead would not be as it must be; nothing was stored. */
    record Faulty(List<FieldFault> faults) implements Brought {}
  }

  /** Whether there is anything in it that the lead does not say already. */
  public boolean isNews(Lead lead, LeadFields sent, Set<String> given) {
    return !News.of(lead, sent, given).isEmpty();
  }

  /**
   * Brings it to the lead, which is locked for that.
   *
   * @param given the names of the fields that were sent
   * @param channel the door it came through now
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Brought bring(UUID leadId, LeadFields sent, Set<String> given, String channel) {
    List<Lead> held = held(leadId);
    Lead lead = held.get(0);
    Map<String, Object> news = News.of(lead, sent, given);
    Set<String> confirmed = News.knownNoes(lead, sent, given);
    if (news.isEmpty() && confirmed.isEmpty()) {
      return unchanged(lead);
    }
    Map<String, ChangedSince> since = leads.sinceSource(leadId);
    // What only a merge brought would be taken back with it.
    confirmed.retainAll(since.keySet());
    if (news.isEmpty()) {
      return unchanged(leads.sentAgain(lead, lead.fields(), confirmed));
    }
    if (held.size() > 1) {
      return toTheMaster(held, news, confirmed, sent, channel);
    }
    since.values().removeIf(ChangedSince::isTakenBack);
    since.keySet().removeAll(LeadFields.NO.keySet());
    news.entrySet().removeIf(entry -> News.isOld(entry, since));
    Map<String, Object> aside = new LinkedHashMap<>(news);
    if (lead.isOpen()) {
      aside.keySet().retainAll(aside(since, lead, sent));
      news.keySet().removeAll(aside.keySet());
    } else {
      news.keySet().retainAll(LeadFields.NO.keySet());
    }
    LeadFields after = with(lead.fields(), news);
    List<FieldFault> faults = news.isEmpty() || !lead.isOpen() ? List.of() : faults(after);
    if (!faults.isEmpty()) {
      return new Brought.Faulty(faults);
    }
    Lead now = leads.sentAgain(lead, after, confirmed);
    boolean kept = setAside(now, aside);
    if (news.containsKey(DESCRIPTION) || kept && aside.containsKey(DESCRIPTION)) {
      requests.add(leadId, new RequestFields(sent.description(), null, channel, null));
    }
    List<String> names = List.copyOf(aside.keySet());
    return now.isOpen()
        ? new Brought.ToOpen(now, List.copyOf(news.keySet()), names)
        : new Brought.ToClosed(now, names);
  }

  private static Brought unchanged(Lead lead) {
    return lead.isOpen()
        ? new Brought.ToOpen(lead, List.of(), List.of())
        : new Brought.ToClosed(lead, List.of());
  }

  /** An amount of ours and an amount of the source in another currency do not stand together. */
  private static Set<String> aside(Map<String, ChangedSince> since, Lead lead, LeadFields sent) {
    Set<String> aside = new HashSet<>(since.keySet());
    aside.removeIf(field -> !since.get(field).byHand());
    String theirs = sent.transactionCurrencyId();
    if (theirs != null
        && !theirs.equals(lead.fields().transactionCurrencyId())
        && since.keySet().stream().anyMatch(LeadFields.AMOUNTS::contains)) {
      aside.addAll(LeadFields.AMOUNTS);
    }
    return aside;
  }

  /** With those it was merged into, in one order whoever comes, as {@code Merging} holds them. */
  private List<Lead> held(UUID leadId) {
    leads.withMasters(leadId).stream().map(Lead::leadId).sorted().forEach(leads::locked);
    leads.locked(leadId);
    return leads.withMasters(leadId).stream().map(lead -> leads.locked(lead.leadId())).toList();
  }

  /** Its values are those of whoever brought them first; of a later source they are read there. */
  private Brought toTheMaster(
      List<Lead> held,
      Map<String, Object> news,
      Set<String> confirmed,
      LeadFields sent,
      String channel) {
    Map<String, Object> noes = new LinkedHashMap<>(news);
    noes.keySet().retainAll(LeadFields.NO.keySet());
    Lead lead = held.get(0);
    Lead merged = leads.sentAgain(lead, with(lead.fields(), noes), confirmed);
    List<Lead> masters = held.subList(1, held.size());
    masters.forEach(each -> leads.sentAgain(each, with(each.fields(), noes), Set.of()));
    UUID master = masters.get(masters.size() - 1).leadId();
    String begin = "A lead that was merged into this one was sent again. The source says:";
    if (!notes.keep(master, "Sent again by " + source(merged), told(begin, news))) {
      return new Brought.ToClosed(merged, List.of());
    }
    if (news.containsKey(DESCRIPTION)) {
      requests.add(master, new RequestFields(sent.description(), null, channel, null));
    }
    return new Brought.ToClosed(merged, List.copyOf(news.keySet()));
  }

  private static LeadFields with(LeadFields fields, Map<String, Object> news) {
    if (news.isEmpty()) {
      return fields;
    }
    Map<String, @Nullable Object> values = Records.values(fields);
    values.putAll(news);
    return Records.of(LeadFields.class, values);
  }

  private List<FieldFault> faults(LeadFields fields) {
    return Stream.concat(
            validator.validate(fields).stream()
                .map(
                    fault ->
                        new FieldFault(fault.getPropertyPath().toString(), fault.getMessage())),
            required.faults(fields).stream())
        .toList();
  }

  /** False when a note says so already, for the same may be sent any number of times. */
  private boolean setAside(Lead lead, Map<String, Object> aside) {
    if (aside.isEmpty()) {
      return false;
    }
    String begin =
        lead.isOpen()
            ? "What was changed here since stays. The source says:"
            : "The lead is "
                + lead.state().label()
                + " and stays as it is, but for opt-outs. The source says:";
    return notes.keep(lead.leadId(), "Sent again by " + source(lead), told(begin, aside));
  }

  private static String told(String begin, Map<String, Object> values) {
    List<String> lines = new ArrayList<>();
    lines.add(begin);
    values.forEach((field, value) -> lines.add(field + ": " + value));
    return String.join("\n", lines);
  }

  private static String source(Lead lead) {
    return Objects.requireNonNullElse(lead.fields().sourceSystem(), "its source");
  }
}
