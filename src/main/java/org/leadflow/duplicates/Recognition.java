package org.leadflow.duplicates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadflow.core.TransactionMemory;
import org.leadflow.duplicates.ContactTwins.Known;
import org.leadflow.duplicates.Key.Kind;
import org.leadflow.duplicates.KeyHits.Hit;
import org.leadflow.duplicates.KeyHits.Wanted;
import org.leadflow.duplicates.KeyTable.Owner;
import org.leadflow.duplicates.LeadTwins.Twin;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.LeadRecords;
import org.springframework.stereotype.Component;

/**
 * Tells who a new lead is about. Costs one statement where nobody shares a key with it, and at most
 * one more for each kind of record that does.
 */
@Component
class Recognition {

  private static final Set<Kind> OF_CONTACTS = Set.of(Kind.EMAIL, Kind.PHONE);

  private final KeyHits hits;
  private final LeadTwins leads;
  private final ContactTwins contacts;
  private final LeadsOnTheWay onTheWay;
  private final LeadRecords records;
  private final ToldApart apart;
  private final FoundInHand inHand;
  private final DuplicateSettings settings;
  private final TransactionMemory<UUID, List<Hit>> ahead = new TransactionMemory<>();
  private final TransactionMemory<UUID, List<Twin>> compared = new TransactionMemory<>();

  Recognition(
      KeyHits hits,
      LeadTwins leads,
      ContactTwins contacts,
      LeadsOnTheWay onTheWay,
      LeadRecords records,
      ToldApart apart,
      FoundInHand inHand,
      DuplicateSettings settings) {
    this.hits = hits;
    this.leads = leads;
    this.contacts = contacts;
    this.onTheWay = onTheWay;
    this.records = records;
    this.apart = apart;
    this.inHand = inHand;
    this.settings = settings;
  }

  /**
   * Asks already who shares a key with the lead, so that {@link #of} need not, and whether it has
   * to wait for one of them that is none of these.
   */
  boolean mayWait(Lead lead, Collection<UUID> together) {
    List<Hit> found = hits.of(wanted(lead.fields()));
    ahead.keep(lead.leadId(), found);
    Set<UUID> others = ids(found, Owner.LEAD);
    others.remove(lead.leadId());
    if (others.isEmpty()) {
      return false;
    }
    List<Twin> twins = leads.among(others, lead);
    if (twins.stream().noneMatch(twin -> together.contains(twin.suspect().id()))) {
      // Of the others something may become before it is this one's turn.
      compared.keep(lead.leadId(), twins);
    }
    return twins.stream()
        .anyMatch(twin -> isRacing(twin, lead) && !together.contains(twin.suspect().id()));
  }

  Recognised of(Lead lead) {
    List<Hit> before = ahead.find(lead.leadId());
    List<Hit> found = before == null ? hits.of(wanted(lead.fields())) : before;
    List<Hit> others = found.stream().filter(hit -> !hit.id().equals(lead.leadId())).toList();
    inHand.keep(
        lead.leadId(),
        others.stream()
            .anyMatch(hit -> hit.owner() == Owner.LEAD && OF_CONTACTS.contains(hit.kind())));
    if (others.isEmpty()) {
      return Recognised.NOBODY;
    }
    List<Suspect> twins = twins(lead, ids(others, Owner.LEAD));
    List<Known> known = known(lead, others);
    List<Known> sure = known.stream().filter(one -> settings.isSure(one.suspect().rule())).toList();
    Set<UUID> companies = ids(others, Owner.ACCOUNT);
    UUID account =
        companies.size() == 1 && settings.isSure(TwinRule.ACCOUNT_SAME_NAME_AND_COUNTRY)
            ? companies.iterator().next()
            : null;
    if (sure.size() == 1) {
      Known person = sure.get(0);
      return new Recognised(
          sure(twins),
          unsure(twins, List.of()),
          person.accountId() == null ? account : person.accountId(),
          person.suspect().id());
    }
    return new Recognised(
        sure(twins),
        unsure(twins, known.stream().map(one -> oneOfSeveral(one.suspect())).toList()),
        account,
        null);
  }

  private static List<Wanted> wanted(LeadFields fields) {
    Set<Key> twin = Keys.twinOf(fields);
    List<Wanted> wanted = new ArrayList<>();
    wanted.add(new Wanted(Owner.LEAD, twin));
    if (fields.parentContactId() == null) {
      wanted.add(new Wanted(Owner.CONTACT, only(twin, OF_CONTACTS)));
    }
    if (fields.parentAccountId() == null) {
      wanted.add(
          new Wanted(Owner.ACCOUNT, only(Keys.accountOf(fields), Set.of(Kind.NAME_IN_COUNTRY))));
    }
    return wanted;
  }

  private static List<Key> only(Collection<Key> keys, Set<Kind> kinds) {
    return keys.stream().filter(key -> kinds.contains(key.kind())).toList();
  }

  private static Set<UUID> ids(List<Hit> hits, Owner owner) {
    return hits.stream()
        .filter(hit -> hit.owner() == owner)
        .map(Hit::id)
        .collect(Collectors.toSet());
  }

  private List<Suspect> twins(Lead lead, Set<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Twin> before = compared.find(lead.leadId());
    List<Twin> twins = before == null ? leads.among(ids, lead) : before;
    List<UUID> racing =
        twins.stream()
            .filter(twin -> isRacing(twin, lead))
            .sorted(
                Comparator.comparing(Twin::createdOn).thenComparing(twin -> twin.suspect().id()))
            .map(twin -> twin.suspect().id())
            .toList();
    if (!racing.isEmpty()) {
      // Only now is it certain whether they went on without having seen this lead.
      onTheWay.waitFor(racing);
      // And whoever comes now waits until this one has its owner, before it is merged into it.
      records.locked(lead.leadId());
      twins = leads.among(ids, lead);
    }
    return withoutToldApart(
        lead,
        twins.stream()
            .filter(twin -> twin.begun() || twin.isBefore(lead))
            .map(Twin::suspect)
            .toList());
  }

  /** Sent in after this lead and perhaps looked at this very moment, or not yet. */
  private static boolean isRacing(Twin twin, Lead lead) {
    return !twin.begun() && !twin.isBefore(lead);
  }

  private List<Known> known(Lead lead, List<Hit> others) {
    List<Hit> ofContacts = others.stream().filter(hit -> hit.owner() == Owner.CONTACT).toList();
    if (ofContacts.isEmpty()) {
      return List.of();
    }
    List<Known> known = contacts.among(ofContacts, lead);
    Set<Suspect> open =
        Set.copyOf(withoutToldApart(lead, known.stream().map(Known::suspect).toList()));
    return known.stream().filter(one -> open.contains(one.suspect())).toList();
  }

  private List<Suspect> withoutToldApart(Lead lead, List<Suspect> suspects) {
    if (suspects.isEmpty()) {
      return suspects;
    }
    Set<UUID> told = apart.from(lead.leadId(), suspects.stream().map(Suspect::id).toList());
    return suspects.stream().filter(suspect -> !told.contains(suspect.id())).toList();
  }

  private Suspect oneOfSeveral(Suspect suspect) {
    return settings.isSure(suspect.rule())
        ? new Suspect(suspect.kind(), suspect.id(), TwinRule.CONTACT_SEVERAL, null)
        : suspect;
  }

  private List<Suspect> sure(List<Suspect> twins) {
    return twins.stream().filter(suspect -> settings.isSure(suspect.rule())).toList();
  }

  private List<Suspect> unsure(List<Suspect> twins, List<Suspect> contacts) {
    return Stream.of(twins, contacts)
        .flatMap(List::stream)
        .filter(suspect -> settings.asks(suspect.rule()))
        .collect(
            Collectors.toMap(Suspect::id, Function.identity(), (a, b) -> a, LinkedHashMap::new))
        .values()
        .stream()
        .limit(Questions.MOST)
        .toList();
  }
}
