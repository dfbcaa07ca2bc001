package org.leadflow.duplicates;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Countries;
import org.leadflow.core.MailAddresses;
import org.leadflow.core.PhoneNumbers;
import org.leadflow.customer.Account;
import org.leadflow.customer.Contact;
import org.leadflow.duplicates.Key.Kind;
import org.leadflow.lead.LeadFields;

/** The keys of a record. Whoever changes what they hold raises {@link #EDITION}. */
final class Keys {

  /** The keys in the database are made anew when they are of an older edition. */
  static final int EDITION = 3;

  private static final int LONGEST_WORD = 40;
  private static final int MOST_WORDS = 14;

  private Keys() {}

  static Set<Key> of(Account account) {
    return together(
        company(account.name(), account.address1City(), account.address1Country()),
        all(Kind.DOMAIN, WebDomain.ofWebsite(account.websiteUrl()).stream()));
  }

  static Set<Key> of(Contact contact) {
    return together(
        person(
            new String[] {contact.emailAddress1()},
            new String[] {contact.telephone1(), contact.mobilePhone()},
            contact.address1Country()),
        atAccount(contact.parentAccountId(), Person.of(contact)));
  }

  /** The keys of a lead itself, under which a later lead of the same person or company finds it. */
  static Set<Key> of(LeadFields lead) {
    return together(
        personOf(lead),
        all(Kind.NAME, CompanyName.spellings(lead.companyName()).stream()),
        all(Kind.DOMAIN, WebDomain.ofWebsite(lead.websiteUrl()).stream()),
        alike(lead),
        words(lead));
  }

  /** What a lead is searched by; of a long topic the first words. */
  private static Set<Key> words(LeadFields lead) {
    String region = Countries.code(lead.address1Country()).orElse(null);
    Stream<String> numbers =
        Stream.of(lead.telephone1(), lead.mobilePhone())
            .flatMap(phone -> PhoneNumbers.national(phone, region).stream());
    Stream<String> words =
        Stream.of(lead.lastName(), lead.firstName(), lead.companyName(), lead.subject())
            .flatMap(text -> Spelling.wordsOf(text))
            .filter(word -> word.length() <= LONGEST_WORD)
            .distinct()
            .limit(MOST_WORDS);
    return all(Kind.WORD, Stream.concat(numbers, words));
  }

  /**
   * The keys by which an open lead of the same person is looked for: his addresses and numbers, and
   * what records that are alike share.
   */
  static Set<Key> twinOf(LeadFields lead) {
    return together(
        personOf(lead).stream()
            .filter(key -> key.kind() != Kind.DOMAIN)
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        alike(lead));
  }

  private static Set<Key> alike(LeadFields lead) {
    var place = Place.of(lead);
    Set<String> first = Likeness.sound(lead.firstName());
    Set<String> last = Likeness.sound(lead.lastName());
    Set<String> city = Likeness.sound(lead.address1City());
    Set<String> street = Likeness.sound(place.streetName());
    return together(
        all(Kind.FULL_NAME, pairs(first, last).map(Keys::inOneOrder)),
        all(Kind.LAST_AT_COMPANY, pairs(last, CompanyName.spellings(lead.companyName()))),
        all(Kind.LAST_IN_CITY, pairs(last, city)),
        all(Kind.FIRST_AT_CODE, pairs(first, place.codes())),
        all(Kind.STREET_AT_CODE, pairs(street, place.codes())),
        all(Kind.NUMBER_IN_STREET, pairs(place.numbers(), street)));
  }

  private static Stream<String> pairs(Set<String> one, Set<String> other) {
    return one.stream().flatMap(a -> other.stream().map(b -> a + "|" + b));
  }

  private static String inOneOrder(String pair) {
    return Arrays.stream(pair.split("\\|")).sorted().collect(Collectors.joining("|"));
  }

  /** The keys of the account that a lead would become. */
  static Set<Key> accountOf(LeadFields lead) {
    return together(
        company(lead.companyName(), lead.address1City(), lead.address1Country()),
        all(
            Kind.DOMAIN,
            Stream.concat(
                WebDomain.ofWebsite(lead.websiteUrl()).stream(),
                addresses(lead).flatMap(address -> WebDomain.ofMail(address).stream()))));
  }

  /** The keys of the contact that a lead would become at this account, null for none or a new. */
  static Set<Key> contactOf(LeadFields lead, @Nullable UUID accountId) {
    return together(personOf(lead), atAccount(accountId, Person.of(lead)));
  }

  /** The country by which two are the same: its code, else what is written; null for none. */
  static @Nullable String country(@Nullable String written) {
    return Countries.code(written)
        .or(
            () ->
                Optional.ofNullable(written)
                    .flatMap(text -> Spelling.of(text).stream().findFirst()))
        .orElse(null);
  }

  private static Set<Key> company(
      @Nullable String name, @Nullable String city, @Nullable String country) {
    Set<String> names = CompanyName.spellings(name);
    String inCountry = country(country);
    Set<String> cities = city == null ? Set.of() : Spelling.of(city);
    return together(
        all(Kind.NAME, names.stream()),
        all(
            Kind.NAME_IN_COUNTRY,
            inCountry == null ? Stream.of() : names.stream().map(text -> text + "|" + inCountry)),
        all(
            Kind.SOUND_IN_CITY,
            Likeness.sounds(names).stream()
                .flatMap(sound -> cities.stream().map(text -> sound + "|" + text))));
  }

  private static Set<Key> personOf(LeadFields lead) {
    return person(
        addresses(lead).toArray(String[]::new),
        new String[] {lead.telephone1(), lead.mobilePhone(), lead.telephone2(), lead.telephone3()},
        lead.address1Country());
  }

  private static Set<Key> person(
      @Nullable String[] addresses, @Nullable String[] phones, @Nullable String country) {
    String region = Countries.code(country).orElse(null);
    return together(
        all(Kind.EMAIL, found(addresses, MailAddresses::key)),
        all(Kind.DOMAIN, found(addresses, WebDomain::ofMail)),
        all(Kind.PHONE, found(phones, phone -> PhoneNumbers.e164(phone, region))));
  }

  private static Set<Key> atAccount(@Nullable UUID accountId, Set<String> names) {
    return accountId == null
        ? Set.of()
        : all(
            Kind.SOUND_AT_ACCOUNT,
            Likeness.sounds(names).stream().map(sound -> sound + "|" + accountId));
  }

  private static Stream<@Nullable String> addresses(LeadFields lead) {
    return Stream.of(lead.emailAddress1(), lead.emailAddress2(), lead.emailAddress3());
  }

  private static Stream<String> found(
      @Nullable String[] written, Function<@Nullable String, Optional<String>> key) {
    return Arrays.stream(written).flatMap(text -> key.apply(text).stream());
  }

  private static Set<Key> all(Kind kind, Stream<String> contents) {
    return contents
        .map(content -> new Key(kind, content))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @SafeVarargs
  private static Set<Key> together(Set<Key>... parts) {
    return Arrays.stream(parts)
        .flatMap(Set::stream)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
