package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as office programs save them. */
class RuleSpreadsheetTests {

  private static final String FILE = "routing/company/lands.table.xlsx";
  private static final String CASES =
      """
      - because: Munich
        lead: { country: DE, employees: 1000 }
        fires: [CO-101]
      - because: nowhere
        lead: { country: FR }
        fires: []
      """;

  private AuthorsFolder folder;

  @BeforeEach
  void goodRules(@TempDir Path directory) {
    folder = new AuthorsFolder(directory);
    folder.write("routing/company/lands.cases.yaml", CASES);
  }

  @Test
  void numbersTextsDatesAndFormulasAreReadAsTheyAreShown() {
    folder.write(
        FILE,
        workbook(
            sheet -> {
              row(
                  sheet,
                  0,
                  "id",
                  "owner",
                  "country",
                  "employees from",
                  "today from",
                  "kind",
                  "target",
                  "priority");
              row(
                  sheet,
                  1,
                  "CO-101",
                  "sales-ops",
                  "DE, AT",
                  1000.0,
                  LocalDate.of(2026, 1, 1),
                  "unit",
                  "emea",
                  "10");
              row(sheet, 2, "CO-102", "sales-ops", "US", "50", null, "unit", "emea", null);
              XSSFCell formula = sheet.getRow(2).createCell(7);
              formula.setCellFormula("10+10");
              sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
            }));

    assertThat(folder.findings()).isEmpty();
    Rule rule = rule("CO-101");
    assertThat(rule.place()).hasToString(FILE + ":A2");
    LeadFacts lead = LeadFacts.on(LocalDate.of(2026, 1, 15)).country("DE").employees(1000).build();
    assertThat(folder.rulebook().ask("routing/company", lead).fired())
        .as("what a decision keeps")
        .extracting(fired -> fired.place().toString())
        .contains(FILE + ":A2", "routing/company/size.drl:5");
    assertThat(rule.conditions().get(0))
        .extracting(Condition::values)
        .containsExactly(List.of("DE", "AT"), List.of("1000"), List.of("2026-01-01"));
    assertThat(rule("CO-102").outcomes()).containsExactly(Receiver.unit("emea", 20));
  }

  @Test
  void aFormulaWithoutValueIsFoundAtItsCell() {
    folder.write(
        FILE,
        workbook(
            sheet -> {
              row(sheet, 0, "id", "owner", "kind", "target", "priority");
              row(sheet, 1, "CO-101", "sales-ops", "unit", "emea", null);
              sheet.getRow(1).createCell(4).setCellFormula("1/0");
              sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
            }));

    assertThat(folder.findings()).contains(FILE + ":E2: this formula has no value: #DIV/0!");
  }

  @Test
  void aSecondSheetIsRefusedUnlessItHoldsNotes() {
    folder.write(
        FILE, table(book -> book.createSheet("More").createRow(0).createCell(0).setCellValue("x")));

    assertThat(folder.findings())
        .contains(
            FILE
                + ": only the first sheet is read; move sheet \"More\" to a file of its own, or put"
                + " # before its name when it holds notes");

    folder.write(
        FILE,
        table(book -> book.createSheet("# Notes").createRow(0).createCell(0).setCellValue("x")));

    assertThat(folder.findings()).isEmpty();
  }

  @Test
  void whatIsNoSpreadsheetIsRefused() {
    folder.write(FILE, "id,owner".getBytes(StandardCharsets.UTF_8));

    assertThat(folder.findings())
        .anyMatch(each -> each.startsWith(FILE + ": this is no spreadsheet that can be read"));
  }

  @Test
  void lockFilesAndCopiesOfEditorsAreNoRules() {
    folder
        .write(FILE, table(book -> {}))
        .write("routing/company/~$lands.table.xlsx", new byte[] {1, 2, 3})
        .write("routing/company/.~lock.lands.table.xlsx#", "x")
        .write("routing/company/lands.table.csv.bak", "x");

    assertThat(folder.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE-BOM", "UTF-8-BOM"})
  void textsOfOfficeProgramsAreReadInTheirEncoding(String encoding) {
    String table =
        "id;owner;sentence;country;kind;target;priority\r\nCO-101;sales-ops;Größe;DE;unit;emea;10\r\n";
    String marked = encoding.endsWith("-BOM") ? "\uFEFF" + table : table;
    folder.write(
        "routing/company/lands.table.csv",
        marked.getBytes(Charset.forName(encoding.replace("-BOM", ""))));

    assertThat(folder.findings()).isEmpty();
    assertThat(rule("CO-101").sentence()).isEqualTo("Größe");
  }

  @Test
  void anotherEncodingIsRefusedInASentence() {
    folder.write(
        "routing/company/lands.table.csv",
        "id;owner\nCO-101;Müller".getBytes(Charset.forName("windows-1252")));

    assertThat(folder.findings())
        .contains("routing/company/lands.table.csv: this is not UTF-8 text; save it as UTF-8");
  }

  private static byte[] table(Consumer<XSSFWorkbook> more) {
    return workbook(
        sheet -> {
          row(sheet, 0, "id", "owner", "country", "kind", "target", "priority");
          row(sheet, 1, "CO-101", "sales-ops", "DE", "unit", "emea", 10.0);
          more.accept(sheet.getWorkbook());
        });
  }

  private static byte[] workbook(Consumer<XSSFSheet> fill) {
    try (var workbook = new XSSFWorkbook();
        var out = new ByteArrayOutputStream()) {
      fill.accept(workbook.createSheet("Tabelle1"));
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void row(XSSFSheet sheet, int row, Object... values) {
    var cells = sheet.createRow(row);
    for (int column = 0; column < values.length; column++) {
      XSSFCell cell = cells.createCell(column);
      if (values[column] instanceof String text) {
        cell.setCellValue(text);
      } else if (values[column] instanceof Double number) {
        cell.setCellValue(number);
      } else if (values[column] instanceof LocalDate day) {
        cell.setCellValue(day);
        var style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("dd.mm.yyyy"));
        cell.setCellStyle(style);
      }
    }
  }

  private Rule rule(String id) {
    return folder.rulebook().ruleSets().stream()
        .flatMap(set -> set.rules().stream())
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
