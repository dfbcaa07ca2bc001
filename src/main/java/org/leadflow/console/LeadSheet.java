package org.leadflow.console;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.WallClock;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.Option;
import org.springframework.stereotype.Component;

/**
 * What is written of a lead, under the labels of Dynamics 365. A field that is as in an empty lead
 * is not shown; the account and contact it is linked to stand elsewhere on the page.
 */
@Component
class LeadSheet {

  static final String LABELS =
      """
      # Person
      salutation                 Salutation
      firstName                  First Name
      middleName                 Middle Name
      lastName                   Last Name
      jobTitle                   Job Title
      emailAddress1              Email
      emailAddress2              Email Address 2
      emailAddress3              Email Address 3
      telephone1                 Business Phone
      mobilePhone                Mobile Phone
      telephone2                 Home Phone
      telephone3                 Other Phone
      fax                        Fax
      pager                      Pager
      preferredLanguage          Preferred Language
      timeZone                   Time Zone
      # Company
      companyName                Company Name
      websiteUrl                 Website
      industryCode               Industry
      numberOfEmployees          No. of Employees
      revenue                    Annual Revenue
      sic                        SIC Code
      # Address
      address1Name               Address Name
      address1Line1              Street 1
      address1Line2              Street 2
      address1Line3              Street 3
      address1PostalCode         Postal Code
      address1City               City
      address1StateOrProvince    State/Province
      address1County             County
      address1Country            Country/Region
      address1PostOfficeBox      PO Box
      address1Telephone1         Address Phone 1
      address1Telephone2         Address Phone 2
      address1Telephone3         Address Phone 3
      address1Fax                Address Fax
      address1Latitude           Latitude
      address1Longitude          Longitude
      address1UtcOffset          UTC Offset
      # Address 2
      address2Name               Address Name
      address2Line1              Street 1
      address2Line2              Street 2
      address2Line3              Street 3
      address2PostalCode         Postal Code
      address2City               City
      address2StateOrProvince    State/Province
      address2County             County
      address2Country            Country/Region
      address2PostOfficeBox      PO Box
      address2Telephone1         Address Phone 1
      address2Telephone2         Address Phone 2
      address2Telephone3         Address Phone 3
      address2Fax                Address Fax
      address2Latitude           Latitude
      address2Longitude          Longitude
      address2UtcOffset          UTC Offset
      # Interest
      subject                    Topic
      description                Description
      need                       Need
      budgetAmount               Budget Amount
      budgetStatus               Budget
      estimatedAmount            Est. Value
      transactionCurrencyId      Currency
      purchaseTimeFrame          Purchase Timeframe
      purchaseProcess            Purchase Process
      estimatedCloseDate         Est. Close Date
      decisionMaker              Decision Maker?
      confirmInterest            Confirm Interest
      evaluateFit                Evaluate Fit
      leadQualityCode            Rating
      priorityCode               Priority
      salesStage                 Sales Stage
      salesStageCode             Sales Stage Code
      initialCommunication       Initial Communication
      scheduleFollowUpProspect   Schedule Follow Up (Prospect)
      scheduleFollowUpQualify    Schedule Follow Up (Qualify)
      qualificationComments      Qualification Comments
      # Source
      leadSourceCode             Lead Source
      campaignId                 Source Campaign
      relatedObjectId            Campaign Response
      originatingCaseId          Originating Case
      channelPartnerId           Channel Partner
      utmSource                  UTM Source
      utmMedium                  UTM Medium
      utmCampaign                UTM Campaign
      sourceSystem               Source System
      sourceKey                  Source Key
      overriddenCreatedOn        Record Created On
      # Contact preferences
      preferredContactMethodCode Preferred Method of Contact
      doNotEmail                 Do not allow Emails
      doNotBulkEmail             Do not allow Bulk Emails
      doNotPhone                 Do not allow Phone Calls
      doNotFax                   Do not allow Faxes
      doNotPostalMail            Do not allow Mails
      doNotSendMM                Do not send Marketing Material
      followEmail                Follow Email
      gdprOptout                 GDPR Optout
      consentOn                  Consent given on
      consentText                Consent
      """;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private static final Map<String, RecordComponent> COMPONENTS = components();
  private static final LeadFields EMPTY = empty();

  private final WallClock times;

  LeadSheet(WallClock times) {
    this.times = times;
  }

  /** The filled fields, section by section; a section without any is left out. */
  List<Section> of(LeadFields fields) {
    List<Section> sections = new ArrayList<>();
    for (String line : LABELS.lines().toList()) {
      if (line.startsWith("# ")) {
        sections.add(new Section(line.substring(2), new ArrayList<>()));
      } else {
        String[] nameAndLabel = line.split(" +", 2);
        shown(nameAndLabel[0], fields)
            .ifPresent(
                text ->
                    sections.get(sections.size() - 1).facts().add(new Fact(nameAndLabel[1], text)));
      }
    }
    sections.removeIf(section -> section.facts().isEmpty());
    return sections;
  }

  private Optional<String> shown(String name, LeadFields fields) {
    RecordComponent component = COMPONENTS.get(name);
    Object value = read(component, fields);
    return value == null || Objects.equals(value, read(component, EMPTY))
        ? Optional.empty()
        : Optional.of(text(component, value));
  }

  private String text(RecordComponent component, Object value) {
    Option option = component.getAccessor().getAnnotation(Option.class);
    if (option != null) {
      return option.value().label((Integer) value).orElse(value.toString());
    }
    if (value instanceof Boolean ticked) {
      return ticked ? "yes" : "no";
    }
    if (value instanceof Instant instant) {
      return times.minute(instant).text();
    }
    if (value instanceof LocalDate day) {
      return DAY.format(day);
    }
    return value instanceof Number ? number(value) : value.toString();
  }

  private static String number(Object value) {
    NumberFormat format = NumberFormat.getInstance(Locale.ENGLISH);
    format.setMaximumFractionDigits(5);
    return format.format(value);
  }

  private static Map<String, RecordComponent> components() {
    Map<String, RecordComponent> components = new LinkedHashMap<>();
    for (RecordComponent component : LeadFields.class.getRecordComponents()) {
      components.put(component.getName(), component);
    }
    return components;
  }

  private static LeadFields empty() {
    RecordComponent[] components = LeadFields.class.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return LeadFields.class
          .getDeclaredConstructor(types)
          .newInstance(new Object[components.length]);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static @Nullable Object read(RecordComponent component, LeadFields fields) {
    try {
      return component.getAccessor().invoke(fields);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Facts that belong together. */
  record Section(String title, List<Fact> facts) {}

  /** A filled field. */
  record Fact(String label, String text) {}
}
