package org.leadflow.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadflow.intake.csv.CsvSettings.Dates;
import org.leadflow.intake.csv.CsvSettings.Decimal;

/** Rejected rows go out so that no spreadsheet runs them, and come back as they were. */
class RejectedFileTests {

  private static final Path NAUGHTY = FileOf.shared("blns/blns.json");
  private static final CsvSettings AS =
      new CsvSettings("UTF-8", ";", "\"", true, Dates.AUTO, Decimal.COMMA, 0);

  @Test
  void formulasAreDefused() throws IOException {
    String out =
        written(
            List.of("Last Name", "=Phone"), List.of("=cmd|' /C calc'!A0", "+49 711 1"), "Because");

    assertThat(out.lines())
        .containsExactly(
            "\uFEFFLast Name;'=Phone;Rejected because", "'=cmd|' /C calc'!A0;'+49 711 1;Because");
  }

  @Test
  void formulasAreDefusedAlsoWhereAnotherSpreadsheetBeginsACell() throws IOException {
    String out = written(List.of("Last Name", "City"), List.of("x,=1", "Ulm\n@x;\"+1"), "Because");

    assertThat(out).contains("x,'=1;\"Ulm\n'@x;'\"\"+1\";Because");
    assertThat(RejectedFile.escaped("Vogel, 2-fach; Ulm")).isEqualTo("Vogel, 2-fach; Ulm");
  }

  @Test
  void onlyAFileOfOursLosesApostrophesInTheMiddle() {
    List<String> cells = List.of("'yes,' - no");

    assertThat(given(List.of("Last Name"), cells)).containsValue("'yes,' - no");
    assertThat(given(List.of("Last Name", "Rejected because"), List.of("'yes,'' - no", "x")))
        .containsValue("'yes,' - no");
  }

  @Test
  void everyTextComesBackAsItWas() throws IOException {
    List<String> texts =
        new ArrayList<>(
            List.of(
                "plain",
                "'quoted",
                "=1+1",
                "'=1+1",
                "''=1",
                "+49",
                "-5",
                "@x",
                "\tx",
                "a;b",
                "a\"b",
                "a\nb",
                "\rx",
                "x;=1",
                "x;'=1",
                ";=1",
                "\t=1",
                "x, -1\n- a\r\n'- b",
                "x,\"=1\"",
                "'",
                "''",
                "=",
                "",
                "Ä",
                "😀"));
    if (NAUGHTY.toFile().exists()) {
      texts.addAll(
          new ObjectMapper().readValue(NAUGHTY.toFile(), new TypeReference<List<String>>() {}));
    }
    for (String text : texts) {
      String out = written(List.of("Last Name", "City"), List.of(text, "x"), "Because");
      FileOf file = FileOf.text(out);
      assertThat(file.found().headings()).containsExactly("Last Name", "City", "Rejected because");
      assertThat(RejectedFile.isOurs(file.found().headings())).isTrue();
      assertThat(RejectedFile.unescaped(file.rows().get(0).cells().get(0))).isEqualTo(text);
    }
  }

  @Test
  void aCorrectedRowIsReadAsItWasAtFirstWhateverBecameOfTheLastColumn() throws IOException {
    List<String> headings = List.of("Last Name", "Phone", "Zip", "Website");
    List<String> cells = List.of("=1+1", "+49 711 1", "=\"01067\"", "http://");
    Map<String, Object> wanted =
        Map.of("lastName", "=1+1", "telephone1", "+49 711 1", "address1PostalCode", "01067");

    String out = written(headings, cells, "Because");

    assertThat(given(headings, cells)).isEqualTo(wanted);
    assertThat(given(FileOf.text(out))).isEqualTo(wanted);
    String shorn = out.replace(";Rejected because", "").replace(";Because", "");
    assertThat(given(FileOf.text(shorn))).isEqualTo(wanted);
  }

  private static Map<String, Object> given(FileOf file) throws IOException {
    return given(file.found().headings(), file.rows().get(0).cells());
  }

  private static Map<String, Object> given(List<String> headings, List<String> cells) {
    List<String> fields = List.of("lastName", "telephone1", "address1PostalCode", "websiteUrl");
    List<Mapping.Column> columns =
        IntStream.range(0, Math.min(fields.size(), headings.size()))
            .mapToObj(place -> new Mapping.Column(place, fields.get(place), null))
            .toList();
    var reading = new RowReading(AS, headings, new Mapping(columns, null), "EUR");
    return reading.read(new CsvRow(1, 2, cells)).given();
  }

  @Test
  void theNaughtyStringsAreThere() {
    assumeThat(NAUGHTY).exists();
    assertThat(NAUGHTY).isNotEmptyFile();
  }

  @Test
  void aRowWithTooManyCellsLosesNone() throws IOException {
    String out = written(List.of("Last Name"), List.of("Vogel", "=x"), "Too many");
    assertThat(out.lines().skip(1)).containsExactly("Vogel;Too many;'=x");
  }

  @Test
  void aFileThatWasRejectedBeforeGetsTheReasonInTheSameColumn() throws IOException {
    String out = written(List.of("Last Name", "Rejected because"), List.of("'=x", "old"), "new");
    assertThat(out.lines()).containsExactly("\uFEFFLast Name;Rejected because", "'=x;new");
  }

  private static String written(List<String> headings, List<String> cells, String reason)
      throws IOException {
    var text = new StringWriter();
    var file = new RejectedFile(text, AS, headings);
    file.add(
        RowOutcome.rejected(new CsvRow(1, 2, cells), List.of(reason)),
        RejectedFile.isOurs(headings));
    return text.toString();
  }
}
