package org.leadflow.lead;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells the leads that nobody could work as they are. The rule is as small as it can be: a lead is
 * incomplete when it names <em>nothing at all</em> by which a person could be found, no mail
 * address, no number, no web site, no company, no place, no customer and no partner. One of them is
 * enough, since whoever gets the lead can begin there; a name and a topic, which every lead has,
 * are not.
 */
@Component
public class MissingData {

  private static final String ALL = "*";

  private final Set<String> askedOf;

  /**
   * @param askedOf the systems ({@code sourceSystem}) of whose leads data is asked for; {@code *}
   *     is all leads, also those that name no system
   */
  MissingData(@Value("${leadflow.intake.ask-for-data-of:*}") Set<String> askedOf) {
    this.askedOf = Set.copyOf(askedOf);
  }

  /** Whether somebody has to find out how to reach the person before the lead goes on. */
  public boolean isToBeAskedFor(Lead lead) {
    String source = lead.fields().sourceSystem();
    return (askedOf.contains(ALL) || source != null && askedOf.contains(source))
        && isIncomplete(lead.fields());
  }

  /** Whether there is nothing by which the person could be found. */
  public boolean isIncomplete(LeadFields fields) {
    return of(fields).size() == facts(fields).size();
  }

  /** What the lead does not say, in plain words; empty when it says something of everything. */
  public List<String> of(LeadFields fields) {
    return facts(fields).entrySet().stream()
        .filter(fact -> fact.getValue().noneMatch(MissingData::isSaid))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isSaid(@Nullable Object value) {
    return value != null && !value.toString().isBlank();
  }

  private static Map<String, Stream<@Nullable Object>> facts(LeadFields lead) {
    Map<String, Stream<@Nullable Object>> facts = new LinkedHashMap<>();
    facts.put(
        "e-mail address", values(lead.emailAddress1(), lead.emailAddress2(), lead.emailAddress3()));
    facts.put(
        "phone number",
        values(
            lead.telephone1(),
            lead.telephone2(),
            lead.telephone3(),
            lead.mobilePhone(),
            lead.pager(),
            lead.fax(),
            lead.address1Telephone1(),
            lead.address1Telephone2(),
            lead.address1Telephone3(),
            lead.address1Fax(),
            lead.address2Telephone1(),
            lead.address2Telephone2(),
            lead.address2Telephone3(),
            lead.address2Fax()));
    facts.put("web site", values(lead.websiteUrl()));
    facts.put("company", values(lead.companyName()));
    facts.put(
        "place",
        values(
            lead.address1Line1(),
            lead.address1City(),
            lead.address1StateOrProvince(),
            lead.address1PostalCode(),
            lead.address1PostOfficeBox(),
            lead.address1Country(),
            lead.address2Line1(),
            lead.address2City(),
            lead.address2PostalCode(),
            lead.address2PostOfficeBox(),
            lead.address2Country()));
    facts.put(
        "customer or partner",
        values(
            lead.parentAccountId(),
            lead.parentContactId(),
            lead.customerId(),
            lead.relatedObjectId(),
            lead.channelPartnerId()));
    return facts;
  }

  private static Stream<@Nullable Object> values(@Nullable Object... values) {
    return Stream.of(values).filter(Objects::nonNull);
  }
}
