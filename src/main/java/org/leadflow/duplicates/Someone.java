package org.leadflow.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Countries;
import org.leadflow.core.MailAddresses;
import org.leadflow.core.PhoneNumbers;
import org.leadflow.lead.LeadFields;

/** The person of a lead, folded for comparing; what is not known is empty. */
record Someone(
    Set<String> firstName,
    Set<String> lastName,
    Set<String> company,
    Set<String> domains,
    Set<String> mails,
    Set<String> phones,
    Place place) {

  /** The columns of a lead that {@link #read} needs. */
  static final String COLUMNS =
      Stream.of(
              "first_name, last_name, company_name, email_address1, email_address2, email_address3, telephone1",
              "mobile_phone, telephone2, telephone3, address1_line1, address1_line2, address1_city",
              "address1_postal_code, address1_state_or_province, address1_country")
          .flatMap(line -> Stream.of(line.split(", ")))
          .map(column -> "l." + column)
          .collect(Collectors.joining(", "));

  static Someone of(LeadFields lead) {
    return of(
        lead.firstName(),
        lead.lastName(),
        lead.companyName(),
        new String[] {lead.emailAddress1(), lead.emailAddress2(), lead.emailAddress3()},
        new String[] {lead.telephone1(), lead.mobilePhone(), lead.telephone2(), lead.telephone3()},
        lead.address1Country(),
        Place.of(lead));
  }

  static Someone read(ResultSet row) throws SQLException {
    return of(
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("company_name"),
        new String[] {
          row.getString("email_address1"),
          row.getString("email_address2"),
          row.getString("email_address3")
        },
        new String[] {
          row.getString("telephone1"),
          row.getString("mobile_phone"),
          row.getString("telephone2"),
          row.getString("telephone3")
        },
        row.getString("address1_country"),
        Place.of(
            row.getString("address1_line1"),
            row.getString("address1_line2"),
            row.getString("address1_city"),
            row.getString("address1_postal_code"),
            row.getString("address1_state_or_province")));
  }

  private static Someone of(
      @Nullable String first,
      @Nullable String last,
      @Nullable String company,
      @Nullable String[] mails,
      @Nullable String[] phones,
      @Nullable String country,
      Place place) {
    String region = Countries.code(country).orElse(null);
    return new Someone(
        Spelling.of(Objects.toString(first, "")),
        Spelling.of(Objects.toString(last, "")),
        CompanyName.spellings(company),
        Stream.of(mails)
            .flatMap(mail -> WebDomain.ofMail(mail).stream())
            .collect(Collectors.toSet()),
        Stream.of(mails)
            .flatMap(mail -> MailAddresses.key(mail).stream())
            .collect(Collectors.toSet()),
        Stream.of(phones)
            .flatMap(phone -> PhoneNumbers.e164(phone, region).stream())
            .collect(Collectors.toSet()),
        place);
  }

  /** Whether both have mail addresses, or both have phone numbers, of which none is the same. */
  boolean isReachedElsewhere(Someone other) {
    return differ(mails, other.mails) || differ(phones, other.phones);
  }

  /** Whether both are known and have nothing in common. */
  static boolean differ(Set<String> one, Set<String> other) {
    return !one.isEmpty() && !other.isEmpty() && !share(one, other);
  }

  static boolean share(Set<String> one, Set<String> other) {
    return one.stream().anyMatch(other::contains);
  }

  /** Names nothing: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "somebody";
  }
}
