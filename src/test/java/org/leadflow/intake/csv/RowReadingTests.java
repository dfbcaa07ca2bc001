package org.leadflow.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadflow.intake.csv.Mapping.Column;

/** What rows of other systems say, as their headings are known. */
class RowReadingTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Send Marketing Materials      | Do Not Send    | doNotSendMM
          E-Mails nicht zulassen        | Nicht zulassen | doNotEmail
          Telefonanrufe nicht zulassen  | Nicht zulassen | doNotPhone
          Massen-E-Mails nicht zulassen | Nicht zulassen | doNotBulkEmail
          hs_email_optout               | true           | doNotBulkEmail
          Désinscrit                    | VRAI           | doNotBulkEmail
          Do Not Call                   | Oui            | doNotPhone
          Marketingmaterial senden      | Nein           | doNotSendMM
          Send Marketing Materials      | false          | doNotSendMM
          Send Marketing Materials      | Do Not Allow   | doNotSendMM
          """)
  void aNoIsANoUnderTheNamesOfOtherSystems(String heading, String word, String field)
      throws IOException {
    Row row = only("Last Name;" + heading + "\nVogel;" + word + "\n");
    assertThat(row.faults()).isEmpty();
    assertThat(row.given()).containsEntry(field, true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $100,000.00 | 100000.00 | USD
          USD 5       | 5         | USD
          £5          | 5         | GBP
          5 €         | 5         | EUR
          CHF 1'250   | 1250      | CHF
          1250 sek    | 1250      | SEK
          $100 USD    | 100       | USD
          $100 CAD    | 100       | CAD
          """)
  void anAmountIsInTheCurrencyThatStandsBesideIt(String cell, String amount, String currency)
      throws IOException {
    Row row = only("Last Name\tAnnual Revenue\nVogel\t" + cell + "\n");
    assertThat(row.given().get("revenue")).hasToString(amount);
    assertThat(row.given()).containsEntry("transactionCurrencyId", currency);
  }

  @Test
  void aSignThatNobodyKnowsIsNoMoneyNorAreTwoCurrencies() throws IOException {
    for (String cell : List.of("₿ 5", "$5 EUR", "USD 5 EUR")) {
      assertThat(only("Last Name\tAnnual Revenue\nVogel\t" + cell + "\n").faults())
          .as(cell)
          .containsExactly("Annual Revenue: must be a number, with a point before its fraction");
    }
  }

  @Test
  void aSignOfSeveralCurrenciesIsThatOfTheOrganisation() throws IOException {
    FileOf file = FileOf.text("Last Name,Annual Revenue\nVogel,$5\n");
    SentFile found = file.found();
    Mapping mapping =
        new Mapping(
            List.of(new Column(0, "lastName", null), new Column(1, "revenue", null)), Map.of());
    var reading = new RowReading(found.settings(), found.headings(), mapping, "CAD");
    assertThat(reading.read(file.rows().get(0)).given())
        .containsEntry("transactionCurrencyId", "CAD");
  }

  @Test
  void anAmountInAnotherCurrencyThanItsRowIsRefused() throws IOException {
    String headings = "Last Name\tCurrency\tAnnual Revenue\tBudget Amount\n";
    assertThat(only(headings + "Vogel\tEuro\t$5\t€5\n").faults())
        .containsExactly("Annual Revenue: is in USD, and other amounts of the lead are in EUR");
    assertThat(only(headings + "Vogel\t\t$5\t€5\n").faults())
        .containsExactly("Budget Amount: is in EUR, and other amounts of the lead are in USD");
    assertThat(only(headings + "Vogel\tCAD\t$5\t5\n").given())
        .containsEntry("transactionCurrencyId", "CAD");
    assertThat(only(headings + "Vogel\tUS Dollar\t5\t\n").given())
        .containsEntry("transactionCurrencyId", "USD");
  }

  @ParameterizedTest
  @CsvSource({
    "Total;;;5",
    "Grand Total;;1 record;5",
    ";Summe;1.212;'1.500.003,00 €'",
    "Gesamt;;;3"
  })
  void aLineOfTotalsIsNoLead(String line) throws IOException {
    assertThat(
            rows("Last Name;Company;Employees;Annual Revenue\nVogel;AG;1;2\n" + line + "\n")
                .get(1)
                .faults())
        .containsExactly("The row adds up others and is no lead.");
  }

  @Test
  @Timeout(5)
  void aLineOfTotalsIsToldInTimeHoweverLongItIs() throws IOException {
    assertThat(only("Last Name;Fax\nTotal;" + "1".repeat(60_000) + "@\n").faults()).isEmpty();
  }

  @Test
  void whoeverIsCalledTotalIsALead() throws IOException {
    Row row = only("Company;Last Name;Phone;Employees\nTotal;Pouyanné;12 34;100\n");
    assertThat(row.faults()).isEmpty();
    assertThat(row.given()).containsEntry("companyName", "Total");
  }

  @ParameterizedTest
  @CsvSource({"#N/A", "n/a", "-", "[not provided]", "\\N"})
  void whatStandsWhereThereIsNothingSaysNothing(String word) throws IOException {
    Row row = only("Last Name;Company;Email;Lead Source\nVogel;%1$s;%1$s;%1$s\n".formatted(word));
    assertThat(row.faults()).isEmpty();
    assertThat(row.given()).containsOnlyKeys("lastName");
  }

  @Test
  void whoeverHasNoNameIsStillALead() throws IOException {
    assertThat(only("Last Name;Company\n[not provided];AG\n").given())
        .containsEntry("lastName", "[not provided]");
  }

  @Test
  void allOtherWordsAreAlsoThoseKnownOfOtherSystems() {
    ImportField source = Fields.named("leadSourceCode");
    var column = new Column(0, "leadSourceCode", Map.of("*", "Other"));
    assertThat(column.meaning("Webinar", source)).isEqualTo("Other");
    assertThat(column.meaning("Web", source)).isEqualTo("Web");
    assertThat(column.meaning("n/a", source)).isEmpty();
  }

  @Test
  void anErrorOfASpreadsheetIsNoName() throws IOException {
    assertThat(only("Last Name;Company\n#REF!;#NAME?\n").faults())
        .containsExactly(
            "Last Name: is an error of the spreadsheet", "Company: is an error of the spreadsheet");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sammy Davis Jr.        | Sammy       | Davis Jr.
          María de la Cruz       | María       | de la Cruz
          Ludwig van Beethoven   | Ludwig      | van Beethoven
          Anna Maria Kern        | Anna Maria  | Kern
          Davis, Sammy           | Sammy       | Davis
          Amartya Sen            | Amartya     | Sen
          Sammy Davis, Jr.       | Sammy       | Davis, Jr.
          Kern                   |             | Kern
          von Kern               |             | von Kern
          """)
  void aNameInOneCellIsTakenApartWhereItsLastNameBegins(String name, String first, String last)
      throws IOException {
    Row row = only("Full Name;Company\n" + name + ";AG\n");
    assertThat(row.given().get("firstName")).isEqualTo(first);
    assertThat(row.given()).containsEntry("lastName", last);
  }

  @ParameterizedTest
  @CsvSource({
    "Lead Source,Cold Call,10",
    "Herkunft,Messe,7",
    "Original Source,ORGANIC_SEARCH,8",
    "Rating,Heiß,1",
    "Lead Source,Partner Referral,4"
  })
  void wordsOfOtherSystemsAreKnown(String heading, String word, String number) throws IOException {
    Row row = only("Last Name;" + heading + "\nVogel;" + word + "\n");
    assertThat(row.faults()).isEmpty();
    assertThat(row.given().values()).map(Object::toString).contains(number);
  }

  @Test
  void whatIsKnownOfTheWordsIsShownBeforeItIsDone() {
    List<String> row = List.of("Vogel", "Cold Call");
    Mapping mapping =
        new Mapping(List.of(new Column(1, "leadSourceCode", Map.of("Fair", "Web"))), Map.of());
    assertThat(KnownWords.explained(mapping, List.of(row)).columns().get(0).values())
        .containsExactlyInAnyOrderEntriesOf(Map.of("Cold Call", "Other", "Fair", "Web"));
  }

  @Test
  void wordsForYesAndNoThatNobodyKnowsAreToldBefore() {
    Mapping mapping = new Mapping(List.of(new Column(0, "doNotEmail", null)), Map.of());
    assertThat(UnknownWords.of(mapping, List.of(List.of("VRAI"), List.of("njet"))))
        .isEqualTo(Map.of(0, List.of("njet")));
  }

  @ParameterizedTest
  @CsvSource({
    "Newsletter opt-out,true",
    "Darf nicht angerufen werden,true",
    "Do Not Call,false",
    "Unsubscribed Time,false",
    "Company,false"
  })
  void aColumnInWhichPeopleSayNoIsNotedWhenNobodyKnowsIt(String heading, boolean unknown) {
    assertThat(Headings.isUnknownNo(heading)).isEqualTo(unknown);
  }

  private static Row only(String text) throws IOException {
    List<Row> rows = rows(text);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static List<Row> rows(String text) throws IOException {
    FileOf file = FileOf.text(text);
    SentFile found = file.found();
    List<Column> columns = new ArrayList<>();
    for (int place = 0; place < found.headings().size(); place++) {
      String field = Headings.field(found.headings().get(place)).orElse("");
      if (Fields.named(field) != null) {
        columns.add(new Column(place, Objects.requireNonNull(field), null));
      }
    }
    var reading =
        new RowReading(found.settings(), found.headings(), new Mapping(columns, Map.of()), "EUR");
    return file.rows(found.settings()).stream().map(reading::read).toList();
  }
}
