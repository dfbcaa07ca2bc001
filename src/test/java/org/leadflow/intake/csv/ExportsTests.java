package org.leadflow.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Files as other systems export them become leads as they were meant, without being explained. */
class ExportsTests {

  @Test
  void ofDynamics365SavedByAGermanExcel() throws IOException {
    assertThat(rows("dynamics365.csv"))
        .containsExactly(
            "7d6b1b2c-8f0e-ee11-9cbe-000d3a4a1b2c "
                + "{address1City=Stuttgart, address1Country=Germany, address1Line1=Königstraße 1,"
                + " address1PostalCode=70173, companyName=Weiß & Söhne GmbH, doNotEmail=false,"
                + " emailAddress1=j.weiss@soehne.example, estimatedCloseDate=2026-12-24,"
                + " firstName=Jürgen, lastName=Weiß, leadQualityCode=1, revenue=1250000.00,"
                + " subject=Anlage \"Süd\"; zweite Stufe, telephone1=+49 711 5551234,"
                + " transactionCurrencyId=EUR}",
            "8e7c2c3d-9010-ee11-9cbe-000d3a4a1b2c "
                + "{address1City=Zürich, address1Country=Switzerland,"
                + " address1Line1=Bahnhofstrasse 3, address1PostalCode=8001,"
                + " companyName=Müller AG, doNotEmail=true, emailAddress1=zoe@mueller.example,"
                + " firstName=Zoë, lastName=Müller, leadQualityCode=2, subject=Wartung}");
  }

  @Test
  void ofAReportOfSalesforceWithTheLinesBelowIt() throws IOException {
    List<String> rows = rows("salesforce-report.csv");

    assertThat(rows.get(0))
        .startsWith("00Q5g00000ABcde {address1City=San Francisco")
        .contains(
            "address1Line1=1 Main St\nSuite 5",
            "companyName=Acme \"West\", Inc.",
            "lastName=O'Neil",
            "numberOfEmployees=250",
            "revenue=1200000.00");
    assertThat(rows.get(1))
        .contains("doNotEmail=true", "leadSourceCode=4", "lastName=Nguyen")
        .doesNotContain("firstName");
    assertThat(rows.subList(2, rows.size()))
        .hasSize(5)
        .allSatisfy(row -> assertThat(row).contains("below its table is no lead"));
  }

  @Test
  void ofHubSpotWithSeveralAddressesInACell() throws IOException {
    List<String> rows = rows("hubspot.csv");

    assertThat(rows.get(0))
        .contains(
            "companyName=Dubois SARL",
            "description=Bonjour,\n\nmerci.",
            "doNotBulkEmail=false",
            "emailAddress2=lea.privat@dubois.example");
    assertThat(rows.get(1))
        .contains(
            "doNotBulkEmail=true", "emailAddress2=a@seoul.example", "emailAddress3=b@seoul.example")
        .doesNotContain("telephone1");
  }

  @Test
  void ofSuiteCrm() throws IOException {
    List<String> rows = rows("suitecrm.csv");

    assertThat(rows.get(0))
        .startsWith("a1b2c3d4-0000-1111-2222-333344445555 {")
        .contains(
            "address1Country=ESPAÑA",
            "description=línea 1\r\nlínea 2",
            "doNotPhone=false",
            "jobTitle=Director \"Técnico\"",
            "leadSourceCode=7",
            "telephone1=(555) 010-2030")
        .doesNotContain("websiteUrl");
    assertThat(rows.get(1)).contains("doNotPhone=true", "websiteUrl=www.rio.example");
  }

  @Test
  void ofPipedrive() throws IOException {
    // Its sources are its own words, which a person lays on ours.
    assertThat(rows("pipedrive.csv"))
        .singleElement()
        .asString()
        .contains(
            "Lead - Source: must be one of",
            "address1Line1=Königstraße 1, 70173 Stuttgart, Germany",
            "companyName=Acme GmbH",
            "emailAddress1=ann@acme.example",
            "estimatedAmount=12500",
            "estimatedCloseDate=2026-12-24",
            "firstName=Ann",
            "lastName=Vogel",
            "subject=Acme lead",
            "transactionCurrencyId=EUR");
  }

  @Test
  void ofZoho() throws IOException {
    assertThat(rows("zoho.csv"))
        .singleElement()
        .asString()
        .startsWith("zcrm_4150868000000376001 {address1City=Chennai")
        .contains(
            "firstName=Asha",
            "jobTitle=Owner",
            "lastName=Rao",
            "leadSourceCode=7",
            "revenue=250000");
  }

  @Test
  void ofExcelWhereDigitsAreTextAndWhereTheyAreLost() throws IOException {
    List<String> rows = rows("excel-unicode.csv");

    assertThat(rows.get(0))
        .contains(
            "address1PostalCode=01067",
            "companyName=Acme, \"GmbH\"",
            "firstName=Ann",
            "telephone1=00497115551236");
    assertThat(rows.get(1)).contains("Phone: was rounded by a spreadsheet");
  }

  /** Each row as its external id, its fields and what is wrong with it. */
  private static List<String> rows(String name) throws IOException {
    FileOf file = new FileOf(bytes(name));
    SentFile found = file.found();
    Mapping mapping = new ImportMappings(null, null).proposal(found.headings(), name, null, null);
    var reading =
        new RowReading(
            found.settings(), found.headings(), new Mapping(mapping.columns(), Map.of()), "EUR");
    return file.rows(found.settings()).stream().map(reading::read).map(ExportsTests::told).toList();
  }

  private static String told(Row row) {
    String faults = row.faults().stream().map(fault -> " " + fault).collect(Collectors.joining());
    return row.externalId() + " " + new TreeMap<>(row.filled()) + faults;
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream file = ExportsTests.class.getResourceAsStream("/exports/" + name)) {
      return file.readAllBytes();
    }
  }
}
