package org.leadflow.duplicates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Owned;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.customer.Account;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Customers;
import org.leadflow.customer.Opportunity;
import org.leadflow.duplicates.Candidate.Named;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Shows matches to the caller: the records he may see, and how many more there are. */
@Component
public class Candidates {

  private static final PageRequest ALL = PageRequest.of(0, 200);

  private final Customers customers;
  private final Permissions permissions;
  private final CurrentCaller callers;

  Candidates(Customers customers, Permissions permissions, CurrentCaller callers) {
    this.customers = customers;
    this.permissions = permissions;
    this.callers = callers;
  }

  /**
   * The matches as the caller may see them, in their order.
   *
   * @param hidden how many of them he may not see
   */
  public record Seen(List<Candidate> visible, int hidden) {}

  /** Costs at most four statements, however many matches there are. */
  public Seen of(List<Match> matches) {
    Map<UUID, Contact> contacts =
        byId(Contact.class, "contactId", ids(matches, EntityType.CONTACT), Contact::contactId);
    List<UUID> companies =
        contacts.values().stream().map(Contact::parentAccountId).filter(Objects::nonNull).toList();
    Map<UUID, Account> accounts =
        byId(
            Account.class,
            "accountId",
            Stream.concat(ids(matches, EntityType.ACCOUNT).stream(), companies.stream()).toList(),
            Account::accountId);
    Map<UUID, List<Named>> opportunities = openOpportunities(accounts, contacts);
    List<Candidate> visible = new ArrayList<>();
    for (Match match : matches) {
      List<Named> open = opportunities.getOrDefault(match.id(), List.of());
      Account account = accounts.get(match.id());
      Contact contact = contacts.get(match.id());
      if (match.type() == EntityType.ACCOUNT && account != null) {
        visible.add(candidate(match, account, open));
      } else if (match.type() == EntityType.CONTACT && contact != null) {
        UUID company = contact.parentAccountId();
        visible.add(
            candidate(match, contact, company == null ? null : accounts.get(company), open));
      }
    }
    return new Seen(visible, matches.size() - visible.size());
  }

  private static List<UUID> ids(List<Match> matches, EntityType type) {
    return matches.stream().filter(match -> match.type() == type).map(Match::id).toList();
  }

  private <T> Map<UUID, T> byId(Class<T> type, String id, List<UUID> ids, Function<T, UUID> idOf) {
    return ids.isEmpty()
        ? Map.of()
        : customers.page(type, visible().and(id).in(ids), ALL).stream()
            .collect(Collectors.toMap(idOf, record -> record));
  }

  private Map<UUID, List<Named>> openOpportunities(
      Map<UUID, Account> accounts, Map<UUID, Contact> contacts) {
    if (accounts.isEmpty() && contacts.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<Named>> open = new HashMap<>();
    Criteria ofThem =
        Criteria.where("parentAccountId")
            .in(listOf(accounts))
            .or("parentContactId")
            .in(listOf(contacts));
    customers
        .page(Opportunity.class, visible().and("stateCode").is(0).and(ofThem), ALL)
        .forEach(
            opportunity ->
                Stream.of(opportunity.parentAccountId(), opportunity.parentContactId())
                    .filter(Objects::nonNull)
                    .forEach(
                        customer ->
                            open.computeIfAbsent(customer, id -> new ArrayList<>())
                                .add(new Named(opportunity.opportunityId(), opportunity.name()))));
    return open;
  }

  /** A condition on no values at all would not be SQL. */
  private static List<UUID> listOf(Map<UUID, ?> records) {
    return records.isEmpty() ? List.of(new UUID(0, 0)) : List.copyOf(records.keySet());
  }

  private Criteria visible() {
    return permissions.visible(callers.get(), Privilege.READ);
  }

  private static Candidate candidate(Match match, Account account, List<Named> open) {
    return new Candidate(
        match.type(),
        match.id(),
        account.name(),
        account.address1City(),
        account.address1Country(),
        account.websiteUrl(),
        null,
        account.telephone1(),
        null,
        null,
        null,
        ownerOf(account),
        ownerTypeOf(account),
        account.createdOn(),
        open,
        match.certainty(),
        match.rule(),
        match.sentence());
  }

  private static Candidate candidate(
      Match match, Contact contact, @Nullable Account company, List<Named> open) {
    return new Candidate(
        match.type(),
        match.id(),
        Stream.of(contact.firstName(), contact.lastName())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" ")),
        contact.address1City(),
        contact.address1Country(),
        null,
        contact.emailAddress1(),
        contact.telephone1(),
        contact.mobilePhone(),
        contact.jobTitle(),
        company == null ? null : new Named(company.accountId(), company.name()),
        ownerOf(contact),
        ownerTypeOf(contact),
        contact.createdOn(),
        open,
        match.certainty(),
        match.rule(),
        match.sentence());
  }

  private static String ownerOf(Owned record) {
    return record.ownerUser() != null ? record.ownerUser() : record.ownerTeam();
  }

  private static String ownerTypeOf(Owned record) {
    return record.ownerUser() != null ? "user" : "team";
  }
}
