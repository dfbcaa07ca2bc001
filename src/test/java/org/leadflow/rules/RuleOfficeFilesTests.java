package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadflow.rules.drools.RulesOpened;
import org.leadflow.rules.house.Compilation;
import org.leadflow.rules.house.CompiledRules;
import org.leadflow.rules.house.RuleFile;
import org.leadflow.rules.sheet.Unreadable;
import org.leadflow.rules.sheet.Xlsx;

/**
 * Files under {@code src/test/resources/office}: saved by LibreOffice 7.4, as spreadsheet and as
 * German CSV; and a spreadsheet with what Excel writes and libraries do not, such as bold words in
 * shared texts, texts in the cell, and formulas whose result is a text.
 */
class RuleOfficeFilesTests {

  private static final LocalDate EARLY = LocalDate.of(2026, 1, 1);

  @ParameterizedTest
  @ValueSource(strings = {"libreoffice.table.xlsx", "libreoffice.table.csv"})
  void aRoutingTableOfLibreOfficeSaysTheSameInBothFormats(String file) {
    Compilation read = read("routing/company/", file);

    assertThat(read.findings()).isEmpty();
    assertThat(read.rules()).extracting(Rule::id).containsExactly("CO-201", "CO-202", "CO-203");
    assertThat(read.rules().get(1).outcomes()).containsExactly(Receiver.unit("emea", 20));
    CompiledRules rules = read.compiled();
    LeadFactsBuilder large =
        LeadFacts.on(EARLY)
            .country("AT")
            .postalCode("0123")
            .employees(1000)
            .revenue(new BigDecimal("1500000.51"))
            .customer(true);
    assertThat(winner(rules, large)).contains("CO-201");
    assertThat(winner(rules, large.revenue(new BigDecimal("1500000.50")))).isEmpty();
    LeadFactsBuilder swiss = LeadFacts.on(EARLY).country("CH").postalCode("8000");
    assertThat(winner(rules, swiss.employees(250))).contains("CO-202");
    assertThat(winner(rules, swiss.employees(249))).isEmpty();
    assertThat(winner(rules, american(LocalDate.of(2026, 12, 31)))).contains("CO-203");
    assertThat(winner(rules, american(LocalDate.of(2026, 12, 30)))).isEmpty();
  }

  @Test
  void aDecisionTableOfLibreOfficeKeepsMergedCellsDaysAndFormulas() {
    scores(read("scoring/", "libreoffice.drl.xlsx"));
  }

  @Test
  void asCsvItLosesItsMergedCellsAndIsReadAllTheSame() {
    scores(read("scoring/", "libreoffice.drl.csv"));
  }

  @Test
  void whatExcelWritesIsReadAsItIsShown() {
    Compilation read = read("routing/company/", "excel.table.xlsx");

    assertThat(read.findings()).isEmpty();
    assertThat(read.rules()).extracting(Rule::id).containsExactly("CO-301", "CO-302");
    assertThat(read.rules().get(0).conditions().get(0))
        .extracting(Condition::values)
        .containsExactly(List.of("DE", "AT"), List.of("1000"), List.of("2026-01-01"));
    assertThat(read.rules().get(1).conditions().get(0))
        .extracting(Condition::values)
        .containsExactly(List.of("CH"), List.of("250"), List.of("2026-12-31"));
    assertThat(read.rules().get(1).outcomes()).containsExactly(Receiver.unit("emea", 20));
  }

  private static void scores(Compilation read) {
    assertThat(read.findings()).isEmpty();
    assertThat(read.rules()).extracting(Rule::id).containsExactly("SCO-201", "SCO-202", "SCO-203");
    assertThat(points(read, EARLY, 49)).containsExactly(5);
    assertThat(points(read, EARLY.minusDays(1), 49)).isEmpty();
    assertThat(points(read, EARLY, 50)).containsExactly(10);
    assertThat(points(read, EARLY, 249)).containsExactly(10);
    assertThat(points(read, EARLY, 250)).isEmpty();
    assertThat(points(read, EARLY, 1000)).containsExactly(20);
  }

  private static List<Integer> points(Compilation read, LocalDate today, int employees) {
    return read.compiled().ask(LeadFacts.on(today).employees(employees).build()).fired().stream()
        .map(each -> ((Points) each.outcome()).points())
        .toList();
  }

  private static LeadFactsBuilder american(LocalDate today) {
    return LeadFacts.on(today)
        .country("US")
        .employees(250)
        .revenue(new BigDecimal("0.2"))
        .customer(false);
  }

  private static Optional<String> winner(CompiledRules rules, LeadFactsBuilder lead) {
    return rules.ask(lead.build()).winner().map(Fired::ruleId);
  }

  private static Compilation read(String folder, String file) {
    try {
      byte[] content = Files.readAllBytes(Path.of("src/test/resources/office", file));
      String text =
          file.endsWith(".xlsx")
              ? Xlsx.read(content).csv()
              : new String(content, StandardCharsets.UTF_8);
      return RulesOpened.compile(new RuleFile(folder + file, text));
    } catch (IOException | Unreadable broken) {
      throw new UncheckedIOException(new IOException(broken));
    }
  }
}
