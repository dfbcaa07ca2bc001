package org.leadflow.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadflow.intake.csv.CsvSettings.Dates;
import org.leadflow.intake.csv.CsvSettings.Decimal;

/** The text of a cell becomes the value it stands for, or is refused; nothing is guessed. */
class CellTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "revenue             | AUTO | POINT | 1234.5           | 1234.5",
        "revenue             | AUTO | POINT | 1,234,567.89     | 1234567.89",
        "revenue             | AUTO | POINT | $ 1,234          | 1234",
        "revenue             | AUTO | COMMA | 1.234,50 €       | 1234.50",
        "revenue             | AUTO | COMMA | EUR 12           | 12",
        "revenue             | AUTO | COMMA | 1'234,5          | 1234.5",
        "numberOfEmployees   | AUTO | POINT | 1,200            | 1200",
        "numberOfEmployees   | AUTO | COMMA | 1.200            | 1200",
        "numberOfEmployees   | AUTO | POINT | 12.0             | 12",
        "leadSourceCode      | AUTO | POINT | trade show       | 7",
        "leadSourceCode      | AUTO | POINT | 7                | 7",
        "leadQualityCode     | AUTO | POINT | Hot              | 1",
        "doNotEmail          | AUTO | POINT | Do Not Allow     | true",
        "doNotEmail          | AUTO | POINT | Allow            | false",
        "followEmail         | AUTO | POINT | Do Not Allow     | false",
        "followEmail         | AUTO | POINT | Allow            | true",
        "followEmail         | AUTO | POINT | no               | false",
        "doNotSendMM         | AUTO | POINT | Do Not Send      | true",
        "doNotPhone          | AUTO | POINT | ja               | true",
        "doNotPhone          | AUTO | POINT | 0                | false",
        "estimatedCloseDate  | AUTO | POINT | 2026-12-24       | 2026-12-24",
        "estimatedCloseDate  | AUTO | POINT | 24.12.2026       | 2026-12-24",
        "revenue             | AUTO | POINT | 5000.0000        | 5000.00",
        "revenue             | AUTO | POINT | 5000.1234        | 5000.1234",
        "estimatedCloseDate  | AUTO | POINT | 3.4.2026         | 2026-04-03",
        "estimatedCloseDate  | AUTO | POINT | 24/12/2026       | 2026-12-24",
        "estimatedCloseDate  | AUTO | POINT | 12/24/2026       | 2026-12-24",
        "estimatedCloseDate  | AUTO | POINT | 3/3/2026         | 2026-03-03",
        "estimatedCloseDate  | MDY  | POINT | 3/4/2026         | 2026-03-04",
        "estimatedCloseDate  | DMY  | POINT | 3/4/2026         | 2026-04-03",
        "estimatedCloseDate  | AUTO | POINT | 2026-12-24 10:00 | 2026-12-24",
        "consentOn           | AUTO | POINT | 2026-12-24T10:00:00+01:00 | 2026-12-24T09:00:00Z",
        "consentOn           | AUTO | POINT | 2026-12-24       | 2026-12-24T00:00:00Z",
        "consentOn           | AUTO | POINT | 2026-12-24T10:00:00 | 2026-12-24T10:00:00Z",
        "consentOn           | MDY  | POINT | 12/24/2026 1:05 PM | 2026-12-24T13:05:00Z",
        "consentOn           | AUTO | POINT | 24.12.2026 08:30 | 2026-12-24T08:30:00Z",
        "consentOn           | AUTO | POINT | 2026-12-24T10:00:00.000+0100 | 2026-12-24T09:00:00Z",
        "consentOn           | AUTO | POINT | 2026-12-24T10:00:00+0000 | 2026-12-24T10:00:00Z",
        "consentOn           | AUTO | POINT | 2026-12-24 10:00 -05 | 2026-12-24T15:00:00Z",
        "description         | AUTO | POINT | 3/4/2026         | 3/4/2026"
      })
  void isReadAsWhatItStandsFor(
      String field, Dates dates, Decimal decimal, String cell, String value) throws Exception {
    assertThat(Cell.value(Fields.named(field), cell, settings(dates, decimal))).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "revenue            | AUTO | POINT | 1.234,5     | number",
        "revenue            | AUTO | COMMA | 1,234.5     | number",
        "revenue            | AUTO | POINT | 12,34       | number",
        "revenue            | AUTO | POINT | many        | number",
        "revenue            | AUTO | POINT | 1e999999999 | number",
        "numberOfEmployees  | AUTO | POINT | 1.5         | whole",
        "numberOfEmployees  | AUTO | POINT | 99999999999 | large",
        "numberOfEmployees  | AUTO | POINT | 5.000       | write it as 5 or as 5000",
        "numberOfEmployees  | AUTO | COMMA | 5,000       | write it as 5 or as 5000",
        "revenue            | AUTO | COMMA | 12,500      | write it as 12,5 or as 12500",
        "leadSourceCode     | AUTO | POINT | Postcard    | one of",
        "leadSourceCode     | AUTO | POINT | 99          | one of",
        "doNotEmail         | AUTO | POINT | perhaps     | yes or no",
        "estimatedCloseDate | AUTO | POINT | 3/4/2026    | two dates",
        "estimatedCloseDate | AUTO | POINT | 30.2.2026   | no such day",
        "estimatedCloseDate | AUTO | POINT | 2026-13-01  | no such day",
        "estimatedCloseDate | AUTO | POINT | soon        | date",
        "estimatedCloseDate | AUTO | POINT | 2026-12-2499 | date",
        "estimatedCloseDate | AUTO | POINT | 3.4.26      | date",
        "consentOn          | AUTO | POINT | 24.12.2026 25:00 | time",
        "consentOn          | AUTO | POINT | 2026-12-24 10:00 CET | must be a time",
        "consentOn          | AUTO | POINT | 24.12.2026 um zehn | must be a time",
        "consentOn          | AUTO | POINT | 2026-12-24T10:00+9900 | no such time"
      })
  void isRefusedWhereItCouldMeanSomethingElse(
      String field, Dates dates, Decimal decimal, String cell, String why) {
    assertThatThrownBy(() -> Cell.value(Fields.named(field), cell, settings(dates, decimal)))
        .isInstanceOf(Cell.Unreadable.class)
        .hasMessageContaining(why);
  }

  private static CsvSettings settings(Dates dates, Decimal decimal) {
    return new CsvSettings("UTF-8", ",", "\"", true, dates, decimal, 0);
  }
}
