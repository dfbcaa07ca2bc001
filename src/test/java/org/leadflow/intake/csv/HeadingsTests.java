package org.leadflow.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The headings of the systems that leads come from are known. */
class HeadingsTests {

  static Stream<Arguments> exports() {
    return Stream.of(
        Arguments.of(
            "Dynamics 365",
            List.of(
                "(Do Not Modify) Lead",
                "(Do Not Modify) Row Checksum",
                "(Do Not Modify) Modified On",
                "Topic",
                "First Name",
                "Last Name",
                "Job Title",
                "Company Name",
                "Email",
                "Business Phone",
                "Street 1",
                "Street 2",
                "City",
                "State or Province",
                "Zip Code",
                "Country",
                "Description",
                "Lead Source",
                "Rating",
                "Source Campaign",
                "Employees",
                "Industry",
                "SIC Code",
                "Owner",
                "Status Reason"),
            "externalId,,,subject,firstName,lastName,jobTitle,companyName,emailAddress1,telephone1,"
                + "address1Line1,address1Line2,address1City,address1StateOrProvince,"
                + "address1PostalCode,address1Country,description,leadSourceCode,leadQualityCode,"
                + "campaignId,numberOfEmployees,industryCode,sic,,"),
        Arguments.of(
            "Dynamics 365 by its other names",
            List.of("Subject", "Business Name", "Email Address", "Phone Number", "State"),
            "subject,companyName,emailAddress1,telephone1,address1StateOrProvince"),
        Arguments.of(
            "Dynamics 365, money and consent",
            List.of("Budget", "Budget Amount", "Marketing Material", "Follow Email Activity"),
            "budgetStatus,budgetAmount,doNotSendMM,followEmail"),
        Arguments.of(
            "Salesforce of several countries and currencies",
            List.of(
                "CurrencyIsoCode",
                "Annual Revenue Currency",
                "Address Line 1",
                "Address Line 2",
                "Address Line 3",
                "CountryCode",
                "StateCode",
                "Campaign Name"),
            "transactionCurrencyId,transactionCurrencyId,address1Line1,address1Line2,address1Line3,"
                + "address1Country,address1StateOrProvince,campaignId"),
        Arguments.of(
            "HubSpot as it is now",
            List.of(
                "Opted out of email: Marketing Information",
                "Opted out of email: One to One",
                "Original Traffic Source",
                "Latest Traffic Source",
                "Country/Region Code",
                "State/Region Code"),
            "doNotSendMM,doNotEmail,leadSourceCode,,address1Country,address1StateOrProvince"),
        Arguments.of(
            "German",
            List.of(
                "Mobiltelefon",
                "Lead-Quelle",
                "Land/Region",
                "Bundesland/Provinz",
                "Anzahl der Mitarbeiter"),
            "mobilePhone,leadSourceCode,address1Country,address1StateOrProvince,numberOfEmployees"),
        Arguments.of(
            "Salesforce",
            List.of(
                "Lead ID",
                "First Name",
                "Last Name",
                "Title",
                "Company / Account",
                "Company",
                "Street",
                "City",
                "State/Province",
                "Zip/Postal Code",
                "Country",
                "Phone",
                "Mobile",
                "Email",
                "Lead Source",
                "Lead Status",
                "Industry",
                "Rating",
                "Lead Owner",
                "Annual Revenue",
                "No. of Employees",
                "Website",
                "Created Date"),
            "externalId,firstName,lastName,jobTitle,companyName,companyName,address1Line1,address1City,"
                + "address1StateOrProvince,address1PostalCode,address1Country,telephone1,"
                + "mobilePhone,emailAddress1,leadSourceCode,,industryCode,leadQualityCode,,revenue,"
                + "numberOfEmployees,websiteUrl,"),
        Arguments.of(
            "Salesforce on the web",
            List.of(
                "first_name",
                "last_name",
                "email",
                "company",
                "phone",
                "city",
                "state",
                "lead_source"),
            "firstName,lastName,emailAddress1,companyName,telephone1,address1City,"
                + "address1StateOrProvince,leadSourceCode"),
        Arguments.of(
            "HubSpot",
            List.of(
                "Record ID",
                "First Name",
                "Last Name",
                "Email",
                "Phone",
                "Phone Number",
                "Lifecycle Stage",
                "Score",
                "Tags",
                "Contact owner",
                "Job Title",
                "Website URL",
                "Company Name",
                "Street Address",
                "City",
                "State/Region",
                "Postal Code",
                "Country/Region",
                "Original Source",
                "Create Date"),
            "externalId,firstName,lastName,emailAddress1,telephone1,telephone1,,,,,jobTitle,"
                + "websiteUrl,companyName,address1Line1,address1City,address1StateOrProvince,"
                + "address1PostalCode,address1Country,leadSourceCode,"),
        Arguments.of(
            "SuiteCRM",
            List.of(
                "ID",
                "Salutation",
                "First Name",
                "Last Name",
                "Title",
                "Department",
                "Account Name",
                "Phone Home",
                "Phone Mobile",
                "Mobile",
                "Office Phone",
                "Phone Other",
                "Primary Address Street",
                "Primary Address City",
                "Primary Address State",
                "Primary Address Postal Code",
                "Primary Address Country",
                "Alt Address Street",
                "Lead Source",
                "Status",
                "Description",
                "Email Address",
                "Do Not Call",
                "Assigned User Id",
                "Date Created",
                "Opportunity Amount"),
            "externalId,salutation,firstName,lastName,jobTitle,,companyName,telephone2,mobilePhone,mobilePhone,"
                + "telephone1,telephone3,address1Line1,address1City,address1StateOrProvince,"
                + "address1PostalCode,address1Country,address2Line1,leadSourceCode,,description,"
                + "emailAddress1,doNotPhone,,,estimatedAmount"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("exports")
  void areLaidOnTheirFields(String system, List<String> headings, String fields) {
    String[] wanted = fields.split(",", -1);
    assertThat(wanted).hasSameSizeAs(headings);
    for (int i = 0; i < wanted.length; i++) {
      String found = Headings.field(headings.get(i)).orElse("?");
      assertThat(found.equals(Headings.LEFT_OUT) ? "" : found)
          .as(headings.get(i))
          .isEqualTo(wanted[i]);
    }
  }

  @Test
  void everyFieldIsAHeadingOfItself() {
    assertThat(Fields.all())
        .hasSizeGreaterThan(80)
        .allSatisfy(field -> assertThat(Headings.field(field.name())).contains(field.name()));
  }
}
