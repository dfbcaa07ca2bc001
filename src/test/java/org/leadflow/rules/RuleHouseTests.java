package org.leadflow.rules;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.leadflow.rules.drools.RulesOpened;
import org.leadflow.rules.house.Examination;
import org.leadflow.rules.house.RuleFile;

/** Walks the rules folder and tells authors, all at once, what does not follow the house. */
class RuleHouseTests {

  private static final Path HOUSE = Path.of("rules");
  private static final List<String> HEADINGS =
      List.of("## Question", "## Answers", "## Owner", "## How rules combine", "## Retired ids");
  private static final Pattern PREFIX = Pattern.compile("Ids start with `([A-Z]+-)`");
  private static final Pattern ID = Pattern.compile("\\b[A-Z]+-\\d+\\b");

  private static Examination examination;
  private static List<RuleSet> sets;

  @BeforeAll
  static void examine() {
    examination = RulesOpened.examine(HOUSE.toString());
    sets = examination.findings().isEmpty() ? examination.rulebook().ruleSets() : List.of();
  }

  @Test
  void nothingIsWrongWithTheRules() {
    assertThat(examination.findings()).isEmpty();
    assertThat(sets).hasSizeGreaterThanOrEqualTo(7);
  }

  @Test
  void everyFolderHasAReadmeWithTheSameHeadings() {
    var findings = new ArrayList<String>();
    for (RuleSet set : sets) {
      String readme = readme(set);
      HEADINGS.stream()
          .filter(heading -> !readme.contains("\n" + heading + "\n"))
          .forEach(heading -> findings.add(set.name() + "/README.md: " + heading + " is missing"));
      topics(set)
          .filter(topic -> !readme.contains("`" + topic + "`"))
          .forEach(topic -> findings.add(set.name() + "/README.md: no word about " + topic));
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void theFirstReadmeNamesEveryFolder() {
    String readme = read(HOUSE.resolve("README.md"));

    assertThat(sets)
        .allSatisfy(
            set ->
                assertThat(readme)
                    .contains("[`" + set.name() + "/`](" + set.name() + "/README.md)"));
  }

  @Test
  void idsHaveThePrefixOfTheirFolderAndRetiredOnesStayRetired() {
    var findings = new ArrayList<String>();
    Map<String, String> folderOfPrefix = new HashMap<>();
    for (RuleSet set : sets) {
      String readme = readme(set);
      String prefix =
          PREFIX.matcher(readme).results().map(each -> each.group(1)).findFirst().orElse("?");
      String other = folderOfPrefix.putIfAbsent(prefix, set.name());
      if (other != null) {
        findings.add(set.name() + "/README.md: " + prefix + " is the prefix of " + other);
      }
      String retired = readme.substring(readme.indexOf("## Retired ids"));
      List<String> retiredIds = ID.matcher(retired).results().map(MatchResult::group).toList();
      for (Rule rule : set.rules()) {
        if (!rule.id().matches(prefix + "\\d{3}")) {
          findings.add(place(rule) + rule.id() + " has to be " + prefix + " and three digits");
        }
        if (retiredIds.contains(rule.id())) {
          findings.add(place(rule) + rule.id() + " is retired and never used again");
        }
      }
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void theOwnerOfARuleIsTheOwnerInTheReadme() {
    var findings = new ArrayList<String>();
    for (RuleSet set : sets) {
      String owner = readme(set).split("## Owner")[1].split("##")[0];
      for (Rule rule : set.rules()) {
        if (!owner.contains("`" + rule.owner() + "`")) {
          findings.add(place(rule) + "@Owner(\"" + rule.owner() + "\") is not in the README");
        }
      }
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void aTopicIsShortEnoughToBeReadAtOnce() throws IOException {
    var findings = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(HOUSE)) {
      files
          .filter(file -> file.toString().endsWith(".drl"))
          .filter(file -> read(file).lines().count() > 60)
          .forEach(file -> findings.add(file + ": more than 60 lines; split the topic"));
    }
    for (RuleSet set : sets) {
      topics(set)
          .filter(topic -> rulesOf(set, topic) > 6)
          .forEach(topic -> findings.add(set.name() + "/" + topic + ": more than six rules"));
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void everyReceiverHasAFolderOfItsOwn() {
    assumeThat(examination.findings()).isEmpty();
    var named =
        sets.stream()
            .filter(set -> set.name().equals("routing/company"))
            .flatMap(set -> set.rules().stream())
            .map(rule -> (Receiver) rule.outcomes().get(0))
            .map(to -> "routing/" + to.kind().name().toLowerCase(Locale.ROOT) + "s/" + to.id())
            .collect(toCollection(TreeSet::new));
    assertThat(named).isNotEmpty();
    assertThat(sets).extracting(RuleSet::name).containsAll(named);
  }

  @Test
  void thePackedCopySaysTheSame() {
    assumeThat(examination.findings()).isEmpty();
    assertThat(RulesOpened.ofTheProject().ruleSets()).isEqualTo(sets);
  }

  private static Stream<String> topics(RuleSet set) {
    return set.rules().stream()
        .map(rule -> topic(rule.file()))
        .collect(toCollection(TreeSet::new))
        .stream();
  }

  private static long rulesOf(RuleSet set, String topic) {
    return set.rules().stream().filter(rule -> topic(rule.file()).equals(topic)).count();
  }

  private static String topic(String file) {
    return RuleFile.topic(file);
  }

  private static String place(Rule rule) {
    return rule.file() + ":" + rule.line() + ": ";
  }

  private static String readme(RuleSet set) {
    Path readme = HOUSE.resolve(set.name()).resolve("README.md");
    return Files.exists(readme) ? read(readme) : "";
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }
}
