package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps {@code rules/facts.md} true. */
class RuleDictionaryTests {

  private static final Map<Class<?>, String> TYPES =
      Map.of(
          String.class, "text",
          Integer.class, "whole number",
          BigDecimal.class, "amount",
          Boolean.class, "yes or no",
          LocalDate.class, "date");

  private static String page;
  private static List<List<String>> facts;
  private static List<List<String>> outcomes;

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(Path.of("rules", "facts.md"));
    facts = rows(page.split("## Facts")[1].split("## Outcomes")[0]);
    outcomes = rows(page.split("## Outcomes")[1]);
  }

  @Test
  void everyFactIsInTheDictionaryInTheSameOrder() {
    assertThat(facts)
        .extracting(row -> row.get(0))
        .containsExactlyElementsOf(components().map(RecordComponent::getName).toList());
  }

  @Test
  void typesAreTheSame() {
    assertThat(facts)
        .extracting(row -> row.get(2))
        .containsExactlyElementsOf(components().map(each -> TYPES.get(each.getType())).toList());
  }

  @Test
  void onlyTheDayIsNeverMissing() {
    assertThat(facts)
        .allSatisfy(
            row -> assertThat(row.get(5)).isEqualTo(row.get(0).equals("today") ? "no" : "yes"));
  }

  @Test
  void allowedValuesAreTheSame() {
    assertThat(facts)
        .allSatisfy(
            row -> {
              List<String> values = Vocabulary.values().get(row.get(0));
              switch (row.get(0)) {
                case "country" -> assertThat(row.get(3)).startsWith("ISO 3166-1 alpha-2");
                case "language" -> assertThat(row.get(3)).startsWith("ISO 639-1");
                case "industry" ->
                    assertThat(page.replace("\n", " "))
                        .contains("Industries: " + String.join("; ", values) + ".");
                default ->
                    assertThat(row.get(3))
                        .isEqualTo(values == null ? "any" : String.join("; ", values));
              }
            });
  }

  @Test
  void everyOutcomeIsInTheDictionary() {
    assertThat(outcomes)
        .extracting(row -> row.get(0))
        .containsExactlyElementsOf(
            Stream.of(Outcome.class.getPermittedSubclasses()).map(Class::getSimpleName).toList());
  }

  @Test
  void statusReasonsOfBlockersAreTheSame() {
    assertThat(outcomes.get(0).get(3))
        .endsWith("Known are " + String.join(", ", Blocker.STATUS_REASONS));
  }

  private static Stream<RecordComponent> components() {
    return Stream.of(LeadFacts.class.getRecordComponents());
  }

  /** The cells of the first table, without its two heading lines and without code quotes. */
  private static List<List<String>> rows(String part) {
    return part.lines()
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> List.of(line.substring(1, line.length() - 1).split("\\|")))
        .map(
            cells ->
                cells.stream().map(cell -> cell.strip().replaceAll("^`(\\w+)`$", "$1")).toList())
        .toList();
  }
}
