package org.leadflow.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadflow.intake.csv.CsvSettings.Dates;
import org.leadflow.intake.csv.CsvSettings.Decimal;

/** What the cells of a file prove of the way they are written. */
class DetectionTests {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          25/12/2026,       DMY
          25/12/2026 10:00, DMY
          12/25/2026,       MDY
          12-25-2026,       MDY
          03/04/2026,       AUTO
          25.12.2026,       AUTO
          2026-12-25,       AUTO
          """)
  void theThirteenthOfAMonthProvesTheOrderOfAllDays(String day, Dates order) throws IOException {
    assertThat(dates("Last Name,Est. Close Date\nVogel,03/04/2026\nKern," + day + "\n"))
        .isEqualTo(order);
  }

  @Test
  void aPhoneNumberIsNoDay() throws IOException {
    assertThat(dates("Last Name,Phone,Est. Close Date\nVogel,01-42-68-53-00,25.12.2026\n"))
        .isEqualTo(Dates.AUTO);
    assertThat(dates("Vogel,12@x.example,25/12/2026\n")).isEqualTo(Dates.DMY);
  }

  @ParameterizedTest
  @CsvSource({"25/12/2026, 12/25/2026", "12/25/2026, 25/12/2026"})
  void daysThatContradictEachOtherProveNothing(String one, String other) throws IOException {
    assertThat(dates("Last Name,Est. Close Date\nVogel," + one + "\nKern," + other + "\n"))
        .isEqualTo(Dates.AUTO);
  }

  private static Dates dates(String text) throws IOException {
    return FileOf.text(text).found().settings().dates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.250,50   | COMMA
          '1.250,50 €' | COMMA
          99,9       | COMMA
          1,250.50   | POINT
          '$ 1,250.50' | POINT
          """)
  void theFractionOfAnAmountProvesItsMark(String amount, Decimal mark) throws IOException {
    for (String delimiter : new String[] {";", "\t"}) {
      assertThat(decimal("Last Name;Est. Value;Fax\nVogel;" + amount + ";1.5\n", delimiter))
          .isEqualTo(mark);
    }
  }

  @ParameterizedTest
  @CsvSource({"';', COMMA", "'\t', POINT"})
  void whereNoneProvesItTheDelimiterTells(String delimiter, Decimal mark) throws IOException {
    assertThat(decimal("Last Name;Est. Value\nVogel;1250\n", delimiter)).isEqualTo(mark);
    assertThat(decimal("Last Name;Est. Value\nVogel;1,25\nKern;1.25\n", delimiter)).isEqualTo(mark);
  }

  private static Decimal decimal(String text, String delimiter) throws IOException {
    return FileOf.text(text.replace(";", delimiter)).found().settings().decimal();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Leads report March 2024,,,\n,,,\n",
        "Leads report March 2024\n\n",
        "\"Leads report\"\nAs of 2026-03-01 10:00\nFiltered by: all\n"
      })
  void headingsAreFoundBelowTheTitleOfAReport(String title) throws IOException {
    FileOf file =
        FileOf.text(title + "Last Name,First Name,Email,Company\nVogel,Ann,a@b.example,AG\n");
    assertThat(file.found().headings())
        .containsExactly("Last Name", "First Name", "Email", "Company");
    assertThat(file.found().rows()).isEqualTo(1);
    assertThat(file.cells()).containsExactly(List.of("Vogel", "Ann", "a@b.example", "AG"));
    assertThat(file.rows().get(0).number()).isEqualTo(1);
  }

  @Test
  void aRowThatHoldsSomewhatIsNoTitle() throws IOException {
    FileOf file = FileOf.text("Vogel,Ann,a@b.example,AG\nLast Name,First Name,Email,Company\n");
    assertThat(file.found().settings().above()).isZero();
    assertThat(file.found().rows()).isEqualTo(2);
  }
}
