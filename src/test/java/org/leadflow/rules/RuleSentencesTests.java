package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.leadflow.rules.drools.RulesOpened;
import org.leadflow.rules.house.Compilation;
import org.leadflow.rules.house.RuleFile;

/** The sentences of the shared vocabulary say everything rules can say, and each of them works. */
class RuleSentencesTests {

  private static final Pattern SENTENCE = Pattern.compile("(?m)^\\[(when|then)](.*?)=(.*)$");

  private static String vocabulary;
  private static final List<Sentence> CONDITIONS = new ArrayList<>();
  private static final List<Sentence> OUTCOMES = new ArrayList<>();

  private record Sentence(String says, String means) {}

  @BeforeAll
  static void read() throws IOException {
    vocabulary = Files.readString(Path.of("rules", RuleFile.VOCABULARY));
    Matcher matcher = SENTENCE.matcher(vocabulary);
    while (matcher.find()) {
      (matcher.group(1).equals("when") ? CONDITIONS : OUTCOMES)
          .add(new Sentence(matcher.group(2), matcher.group(3)));
    }
  }

  @Test
  void everyFactHasSentences() {
    for (String fact : FactNames.all()) {
      assertThat(CONDITIONS)
          .as(fact)
          .anyMatch(each -> each.means().matches("(?s).*\\b" + fact + "\\b.*"));
    }
  }

  @Test
  void everyOutcomeHasASentence() {
    Stream<String> inserted =
        Stream.of(
                Stream.of("new Blocker(", "new Points("),
                Stream.of(Receiver.Kind.values()).map(each -> "Receiver." + word(each)),
                Stream.of(Target.Kind.values()).map(each -> "Target." + word(each)))
            .flatMap(each -> each);

    assertThat(inserted)
        .allSatisfy(
            each -> assertThat(OUTCOMES).anyMatch(sentence -> sentence.means().contains(each)));
    assertThat(Stream.of(Outcome.class.getPermittedSubclasses()).map(Class::getSimpleName))
        .containsExactlyInAnyOrder("Blocker", "Points", "Receiver", "Target");
  }

  @Test
  void everyConditionCanBeWrittenAsItStands() {
    var text = new StringBuilder();
    int number = 0;
    for (Sentence each : CONDITIONS) {
      if (each.says().startsWith("- ")) {
        text.append(rule(++number, filled(each), "The queue sales takes it, priority " + number));
      }
    }

    Compilation read = compile("routing/units/emea", text.toString());

    assertThat(read.findings()).isEmpty();
    assertThat(read.rules()).hasSize(number).hasSizeGreaterThan(200);
    assertThat(read.compiled().ask(LeadFacts.on(LocalDate.of(2026, 1, 15)).build()).fired())
        .isNotEmpty();
  }

  @Test
  void everyOutcomeCanBeWrittenAsItStands() {
    int number = 0;
    for (Sentence each : OUTCOMES) {
      String folder =
          each.means().contains("Blocker")
              ? "screening"
              : each.means().contains("Points")
                  ? "scoring"
                  : each.means().contains("Receiver") ? "routing/company" : "routing/units/emea";
      String says =
          each.says()
              .replace("{x}", folder.equals("scoring") ? "7" : "Unsolicited")
              .replace("{n}", "10");

      Compilation read = compile(folder, rule(++number, "- with at least 10 employees", says));

      assertThat(read.findings()).as(says).isEmpty();
      assertThat(
              read.compiled()
                  .ask(LeadFacts.on(LocalDate.of(2026, 1, 15)).employees(10).build())
                  .fired())
          .as(says)
          .hasSize(1);
    }
  }

  @Test
  void sentencesAboutTheDayTellDaysApart() {
    Compilation read =
        compile(
            "routing/units/emea",
            rule(1, "- decided on or after 2026-07-01", "The queue a takes it, priority 1")
                + rule(2, "- decided before 2026-07-01", "The queue b takes it, priority 2"));

    assertThat(read.findings()).isEmpty();
    assertThat(fired(read, LocalDate.of(2026, 6, 30))).containsExactly("S-2");
    assertThat(fired(read, LocalDate.of(2026, 7, 1))).containsExactly("S-1");
    assertThat(fired(read, LocalDate.of(2027, 1, 1))).containsExactly("S-1");
    assertThat(read.rules().get(0).conditions().get(0).get(0).fact()).isEqualTo("today");
  }

  private static List<String> fired(Compilation read, LocalDate today) {
    return read.compiled().ask(LeadFacts.on(today).build()).fired().stream()
        .map(Fired::ruleId)
        .toList();
  }

  private static String word(Enum<?> kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT) + "(";
  }

  /** The sentence with something its fact can say in the place of what stands in brackets. */
  private static String filled(Sentence sentence) {
    String fact = sentence.means().strip().split("\\W")[0];
    List<String> known = Vocabulary.values().get(fact);
    String value =
        sentence.means().contains("!number") ? "5" : known == null ? "Example" : known.get(0);
    return sentence.says().replace("{x}", value).replace("{y}", "9").replace("{day}", "2026-01-01");
  }

  private static String rule(int number, String condition, String outcome) {
    return """
    rule "Sentence %1$d"
    @Id("S-%1$d") @Owner("o")
    when
      A lead
      %2$s
    then
      %3$s
    end
    """
        .formatted(number, condition, outcome);
  }

  private static Compilation compile(String folder, String sentences) {
    return RulesOpened.compile(
        new RuleFile(folder + "/sentences.dslr", sentences),
        new RuleFile(folder + "/" + RuleFile.VOCABULARY, vocabulary));
  }
}
