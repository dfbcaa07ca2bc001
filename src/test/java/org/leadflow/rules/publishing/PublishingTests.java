package org.leadflow.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadflow.core.Refused;
import org.leadflow.organization.Database;
import org.leadflow.rules.DraftRules;
import org.leadflow.rules.Finding;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.PublishedRules;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.RuleSetFile;
import org.leadflow.rules.RuleSetVersion;
import org.leadflow.rules.RuleSetVersion.Origin;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.RulesActivated;
import org.leadflow.rules.UnknownRuleSet;
import org.leadflow.rules.UnknownRuleSetVersion;
import org.leadflow.rules.analysis.Discovery;
import org.leadflow.rules.publishing.Attempt.Result;
import org.leadflow.rules.publishing.RuleSetState.State;

/** Rule sets are put to work each by itself, kept, followed and taken back. */
abstract class PublishingTests {

  @TempDir Path directory;

  private String url;
  private WatchedFolder folder;

  private static final LeadFacts ENDLESS =
      LeadFacts.on(LocalDate.of(2026, 1, 15)).employees(300).companyName("a".repeat(26)).build();

  abstract Database database();

  @BeforeEach
  void goodRules() {
    url = database().create();
    folder = new WatchedFolder(directory);
  }

  @Test
  void aFreshDatabaseTakesWhatTheFolderHolds() {
    try (PublishingNode node = still()) {
      assertThat(node.points()).isEqualTo(20);
      assertThat(node.publisher.states())
          .extracting(RuleSetState::ruleSet, RuleSetState::state, RuleSetState::folder)
          .containsExactly(
              tuple("routing/company", State.WORKING, FolderState.AT_WORK),
              tuple("scoring", State.WORKING, FolderState.AT_WORK),
              tuple("screening", State.WORKING, FolderState.AT_WORK));
      RuleSetVersion version = node.publisher.stored().active("scoring").orElseThrow();
      assertThat(version.version()).isEqualTo(node.score(300).version());
      assertThat(version.publishedBy()).isEqualTo("leadflow");
      assertThat(version.origin()).isEqualTo(Origin.FOLDER);
      assertThat(version.rules()).isEqualTo(1);
    }
  }

  @Test
  void aBrokenSetIsRefusedAloneAndNeverStopsTheStart() {
    folder.broken();
    try (PublishingNode node = still()) {
      assertThat(node.publisher.rulebook().contains("scoring")).isFalse();
      assertThat(node.publisher.rulebook().contains("screening")).isTrue();
      assertThatThrownBy(node::points).isInstanceOf(UnknownRuleSet.class);
      RuleSetState state = node.state("scoring");
      assertThat(state.state()).isEqualTo(State.NEVER_GOOD);
      assertThat(state.refusals().get(0).findings())
          .first()
          .asString()
          .startsWith("scoring/size.drl:2: \"rul\" cannot stand here");

      folder.scoring(30);
      assertThat(node.reload()).filteredOn(each -> each.result() == Result.PUBLISHED).hasSize(1);
      assertThat(node.points()).isEqualTo(30);
      assertThat(node.state("scoring").refusals()).isEmpty();
    }
  }

  @Test
  void theLastGoodVersionStaysWhenTheFolderBreaksAndAlsoAfterARestart() {
    String version;
    try (PublishingNode node = still()) {
      version = node.score(300).version();
      folder.broken();
      assertThat(node.reload())
          .filteredOn(each -> each.result() == Result.REFUSED)
          .extracting(Attempt::ruleSet)
          .containsExactly("scoring");
      assertThat(node.score(300).version()).isEqualTo(version);
      assertThat(node.stateOfScoring()).isEqualTo(State.LAST_GOOD);
    }
    try (PublishingNode node = still()) {
      assertThat(node.score(300).version()).isEqualTo(version);
      assertThat(node.stateOfScoring()).isEqualTo(State.LAST_GOOD);
      folder.scoring(20);
      node.reload();
      assertThat(node.stateOfScoring()).as("the author took it back").isEqualTo(State.WORKING);
    }
  }

  @Test
  void aRollbackSurvivesARestartAndIsSeenUntilTheFolderChanges() {
    String first;
    try (PublishingNode node = still()) {
      first = node.score(300).version();
      folder.scoring(30);
      node.reload();
      assertThat(node.rollback(first).result()).isEqualTo(Result.PUBLISHED);
      assertThat(node.points()).isEqualTo(20);
      assertThat(node.state("scoring").folder()).isEqualTo(FolderState.REPLACED);
    }
    try (PublishingNode node = still()) {
      assertThat(node.score(300).version()).isEqualTo(first);
      assertThat(node.state("scoring").folder()).isEqualTo(FolderState.REPLACED);
      assertThat(node.reload())
          .filteredOn(each -> each.ruleSet().equals("scoring"))
          .extracting(Attempt::result)
          .containsExactly(Result.TAKEN_BEFORE);
      assertThat(node.publisher.changes("scoring"))
          .extracting(Activation::origin, Activation::by, Activation::reason)
          .startsWith(tuple(Origin.ROLLBACK, "olga", "it was better"));

      node.publisher.reload("olga", true);
      assertThat(node.points()).as("asked for explicitly").isEqualTo(30);
      folder.scoring(20);
      node.reload();
      assertThat(node.points()).as("the author changed it back").isEqualTo(20);
    }
  }

  @Test
  void anUploadIsPutToWorkAndSurvivesARestart() {
    try (PublishingNode node = still()) {
      Attempt attempt = node.upload(40);
      assertThat(attempt.result()).isEqualTo(Result.PUBLISHED);
      assertThat(node.score(300).version()).isEqualTo(attempt.version());
      assertThat(node.told).containsExactly(new RulesActivated("scoring", attempt.version()));
      assertThat(node.upload(40).result()).isEqualTo(Result.UNCHANGED);
      assertThat(node.state("scoring").folder()).isEqualTo(FolderState.REPLACED);
    }
    try (PublishingNode node = still()) {
      assertThat(node.points()).isEqualTo(40);
      assertThat(node.state("scoring").active().origin()).isEqualTo(Origin.UPLOAD);
    }
  }

  @Test
  void aDryRunTellsAndChangesNothing() {
    try (PublishingNode node = still()) {
      Attempt good = node.publisher.check("scoring", WatchedFolder.upload(40), false);
      Attempt bad =
          node.publisher.check("scoring", WatchedFolder.upload("package scoring", ""), false);

      assertThat(good.result()).isEqualTo(Result.GOOD);
      assertThat(bad.result()).isEqualTo(Result.REFUSED);
      assertThat(node.points()).isEqualTo(20);
      assertThat(node.state("scoring").refusals()).isEmpty();
      assertThat(node.publisher.stored().versions("scoring")).hasSize(1);
    }
  }

  @Test
  void whoHasNotSeenTheLastChangeIsTold() {
    try (PublishingNode node = still()) {
      node.upload(40);
      assertThatThrownBy(
              () ->
                  node.publisher.upload("scoring", WatchedFolder.upload(50), null, "olga", "\"1\""))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("at version 2");
      assertThat(node.points()).isEqualTo(40);
    }
  }

  @Test
  void whatLoopsBreaksIsEmptyOrDoesNotAnswerItsCasesIsRefused() {
    try (PublishingNode node = still()) {
      String version = node.score(300).version();
      assertThat(refused(node, "LeadFacts( employees >= 250 ) or Points( )"))
          .contains("trigger each other without end");
      assertThat(refused(node, "LeadFacts( employees >= 250, companyName.length() > 3 )"))
          .contains("it breaks");
      assertThat(refused(node, "LeadFacts( employees >= 900 )")).contains("expected to fire");
      assertThat(node.upload(List.of()).findings())
          .extracting(Finding::sentence)
          .containsExactly("no file was sent");
      assertThat(node.score(300).version()).isEqualTo(version);
      assertThat(node.stateOfScoring()).isEqualTo(State.LAST_GOOD);
    }
  }

  @Test
  void whatTheFolderHoldsStaysRefusedWhateverIsSentMeanwhile() {
    try (PublishingNode node = still()) {
      folder.broken();
      node.reload();
      node.upload(40);

      RuleSetState state = node.state("scoring");
      assertThat(state.state()).as("the last that was given is at work").isEqualTo(State.WORKING);
      assertThat(state.folder()).isEqualTo(FolderState.REFUSED);
      assertThat(state.refusals())
          .extracting(RefusedAttempt::origin)
          .containsExactly(Origin.FOLDER);
    }
    try (PublishingNode node = still()) {
      assertThat(node.stateOfScoring()).as("after a restart").isEqualTo(State.WORKING);
      assertThat(node.upload(WatchedFolder.upload("package scoring", "")).result())
          .isEqualTo(Result.REFUSED);
      assertThat(node.stateOfScoring()).isEqualTo(State.LAST_GOOD);
      assertThat(node.state("scoring").refusals())
          .extracting(RefusedAttempt::origin)
          .containsExactly(Origin.UPLOAD, Origin.FOLDER);

      folder.scoring(30);
      node.reload();
      assertThat(node.state("scoring").refusals())
          .as("the folder is mended, what was sent is not")
          .extracting(RefusedAttempt::origin)
          .containsExactly(Origin.UPLOAD);
      assertThat(node.publisher.dismiss("scoring", Origin.UPLOAD, "olga")).isTrue();
      assertThat(node.publisher.dismiss("scoring", Origin.UPLOAD, "olga")).isFalse();
      assertThat(node.state("scoring").refusals()).isEmpty();
    }
  }

  @Test
  void aSetThatWasNeverGoodGoesWithItsFolder() {
    folder.file("routing/units/emea/size.drl", "rule");
    try (PublishingNode node = still()) {
      assertThat(node.state("routing/units/emea").state()).isEqualTo(State.NEVER_GOOD);
      folder.remove("routing/units/emea");
      folder.broken();
      node.reload();
      assertThat(node.publisher.states())
          .extracting(RuleSetState::ruleSet)
          .containsExactly("routing/company", "scoring", "screening");
      assertThat(node.state("scoring").refusals()).hasSize(1);
    }
  }

  @Test
  void rulesWorkOnWhenSomebodyTheyNameLeaves() {
    try (PublishingNode node = still()) {
      assertThat(node.publisher.absentReceivers()).isEmpty();
      node.receivers = (ruleSet, outcome) -> Optional.of("names emea, which is not there any more");

      assertThat(node.publisher.absentReceivers().get("routing/company"))
          .extracting(Finding::toString)
          .containsExactly(
              "routing/company/size.drl:5: CO-010 \"Large companies, CO-010\" names emea, which is"
                  + " not there any more");
      assertThat(node.state("routing/company").state()).isEqualTo(State.WORKING);
    }
  }

  @Test
  void whoMayNotRunCodeHasOnlyPlainRulesTried() {
    String plain = WatchedFolder.scoringRule(5);
    String calling =
        plain.replace(
            "employees >= 250",
            "employees >= 250, companyName == null || companyName.repeat(2) != \"xx\"");
    String bare = plain.replace("package scoring", "package scoring import java.util.List");
    try (PublishingNode node = still()) {
      assertThat(checked(node, plain, true)).isEmpty();
      assertThat(checked(node, calling, false)).isEmpty();
      assertThat(checked(node, calling, true))
          .singleElement()
          .asString()
          .startsWith("scoring/size.drl:5: SCO-010 \"Large companies, SCO-010\" does more than")
          .contains("repeat");
      assertThat(checked(node, bare, true))
          .contains("scoring/size.drl:1: only org.leadflow.rules may be imported");
    }
  }

  private static List<String> checked(PublishingNode node, String rules, boolean onlyPlain) {
    return node
        .publisher
        .check("scoring", WatchedFolder.upload(rules, WatchedFolder.cases("SCO-010")), onlyPlain)
        .findings()
        .stream()
        .map(Finding::toString)
        .toList();
  }

  @Test
  void rulesThatDoNotEndGoAndTheLastGoodOnesWorkAgain() {
    String endless =
        WatchedFolder.scoringRule(70)
            .replace(
                "employees >= 250",
                "employees >= 250, companyName == null || companyName.replaceAll(\".*.*.*.*.*.*.*.*.*.*b\", \"\") != \"z\"");
    try (PublishingNode node = PublishingNode.on(url, folder.location())) {
      String good = node.score(300).version();
      Attempt attempt = node.upload(WatchedFolder.upload(endless, WatchedFolder.cases("SCO-010")));
      assertThat(attempt.result()).isEqualTo(Result.PUBLISHED);
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> node.publisher.rulebook().ask("scoring", ENDLESS))
            .isInstanceOf(RuleSetFailed.class);
      }

      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreException(RuleSetFailed.class)
          .until(() -> node.score(300).version().equals(good));
      assertThat(node.state("scoring").active().origin()).isEqualTo(Origin.QUARANTINE);
      assertThat(node.stateOfScoring()).isEqualTo(State.LAST_GOOD);
      assertThat(node.state("scoring").refusals().get(0).findings())
          .singleElement()
          .asString()
          .contains(
              attempt.version(), "did not come to an end", "version " + good + " works again");
    }
    try (PublishingNode node = still()) {
      assertThat(node.points()).as("after a restart").isEqualTo(20);
      node.upload(30);
      assertThat(node.state("scoring").refusals()).isEmpty();
    }
  }

  private static String refused(PublishingNode node, String condition) {
    String rule = WatchedFolder.scoringRule(5).replace("LeadFacts( employees >= 250 )", condition);
    Attempt attempt = node.upload(WatchedFolder.upload(rule, WatchedFolder.cases("SCO-010")));
    assertThat(attempt.result()).isEqualTo(Result.REFUSED);
    return attempt.findings().toString();
  }

  @Test
  void anIdBelongsToOneSetAndMayMoveWithItsRule() {
    try (PublishingNode node = still()) {
      folder.write(
          "screening",
          WatchedFolder.rule("screening", "SCO-010", "new Blocker(\"Unsolicited\")"),
          "SCO-010");
      assertThat(node.reload())
          .filteredOn(each -> each.result() == Result.REFUSED)
          .singleElement()
          .extracting(each -> each.findings().get(0).sentence())
          .isEqualTo("the id SCO-010 belongs to another rule already: scoring/size.drl:5");

      folder.write("scoring", WatchedFolder.rule("scoring", "SCR-010", "new Points(1)"), "SCR-010");
      assertThat(node.reload())
          .filteredOn(each -> each.result() == Result.PUBLISHED)
          .extracting(Attempt::ruleSet)
          .containsExactly("scoring", "screening");
    }
  }

  @Test
  void aSetWithoutItsFolderWorksOnUntilAnOperatorRetiresIt() {
    folder.write(
        "routing/units/emea",
        WatchedFolder.rule("routing.units.emea", "EMEA-1", "Target.team(\"triage\", 10)"),
        "EMEA-1");
    try (PublishingNode node = still()) {
      folder.remove("routing/units/emea");
      node.reload();
      assertThat(node.state("routing/units/emea").folder()).isEqualTo(FolderState.MISSING);
      assertThat(node.publisher.rulebook().contains("routing/units/emea")).isTrue();

      node.publisher.retire("routing/units/emea", "closed", "olga", null);
      assertThat(node.publisher.rulebook().contains("routing/units/emea")).isFalse();
      assertThat(node.state("routing/units/emea").state()).isEqualTo(State.RETIRED);
      assertThat(node.told).contains(new RulesActivated("routing/units/emea", null));
      assertThatThrownBy(() -> node.publisher.retire("scoring", "no", "olga", null))
          .isInstanceOf(Refused.class);
    }
    try (PublishingNode node = still()) {
      assertThat(node.publisher.rulebook().contains("routing/units/emea")).isFalse();
    }
  }

  @Test
  void aWatchedFolderIsTakenOnceItIsQuiet() {
    try (PublishingNode node = PublishingNode.on(url, folder.location())) {
      folder.broken();
      folder.scoring(30);
      await().atMost(Duration.ofSeconds(60)).until(() -> node.points() == 30);
      folder.broken();
      await().atMost(Duration.ofSeconds(60)).until(() -> node.stateOfScoring() == State.LAST_GOOD);
      assertThat(node.points()).isEqualTo(30);
      folder.scoring(20);
      await().atMost(Duration.ofSeconds(60)).until(() -> node.points() == 20);
    }
  }

  @Test
  void reloadingOneSetLeavesTheOthersAsTheyAre() {
    try (PublishingNode node = still()) {
      Rulebook before = node.publisher.stored().atWork();
      node.upload(40);
      Rulebook after = node.publisher.stored().atWork();
      for (RuleSet set : before.ruleSets()) {
        RuleSet same =
            after.ruleSets().stream()
                .filter(each -> each.name().equals(set.name()))
                .findFirst()
                .orElseThrow();
        assertThat(same == set).as(set.name()).isEqualTo(!set.name().equals("scoring"));
      }
    }
  }

  @Test
  void everyVersionCanBeAskedAndADraftWithoutPublishingIt() {
    try (PublishingNode node = still()) {
      PublishedRules published = node.publisher.stored();
      String first = node.score(300).version();
      node.upload(40);
      LeadFacts lead = LeadFacts.on(LocalDate.of(2026, 1, 15)).employees(300).build();

      assertThat(published.of("scoring", first).ask("scoring", lead).points()).isEqualTo(20);
      assertThat(published.of("scoring", first).contains("screening")).isTrue();
      assertThat(published.ruleSet("scoring", first).version()).isEqualTo(first);
      assertThat(published.files("scoring", first))
          .extracting(file -> file.path())
          .containsExactly("scoring/size.cases.yaml", "scoring/size.drl");
      assertThat(published.versions("scoring")).hasSize(2);
      assertThatThrownBy(() -> published.of("scoring", "none"))
          .isInstanceOf(UnknownRuleSetVersion.class);

      DraftRules draft = published.draft(WatchedFolder.upload(50), false);
      assertThat(draft.findings()).isEmpty();
      assertThat(draft.rulebook().orElseThrow().ask("scoring", lead).points()).isEqualTo(50);
      assertThat(node.points()).isEqualTo(40);
      assertThat(published.draft(WatchedFolder.upload("package scoring", ""), false).rulebook())
          .isEmpty();
    }
  }

  @Test
  void whatAuthorsShouldKnowIsToldOfAVersionAtWork() {
    String rules =
        WatchedFolder.rule("routing.company", "CO-010", "Receiver.unit(\"emea\", 10)")
            + """
            rule "Very large companies"
            @Id("CO-020") @Owner("sales-ops")
            when LeadFacts( employees >= 500 )
            then insert( Receiver.unit("americas", 20) );
            end
            """;
    String cases =
        WatchedFolder.cases("CO-010")
            + "- because: very large\n  lead: { employees: 500 }\n  fires: [CO-010, CO-020]\n";
    try (PublishingNode node = still()) {
      Attempt attempt =
          node.publisher.upload(
              "routing/company",
              List.of(
                  new RuleSetFile("routing/company/size.drl", rules.getBytes()),
                  new RuleSetFile("routing/company/size.cases.yaml", cases.getBytes())),
              null,
              "olga",
              null);
      assertThat(attempt.result()).as("%s", attempt).isEqualTo(Result.PUBLISHED);

      assertThat(
              node.publisher
                  .stored()
                  .discoveries("routing/company", node.state("routing/company").active().version()))
          .filteredOn(each -> each.kind() == Discovery.Kind.UNREACHABLE)
          .singleElement()
          .satisfies(each -> assertThat(each.rules()).containsExactly("CO-020", "CO-010"));
    }
  }

  private PublishingNode still() {
    return PublishingNode.still(url, folder.location());
  }
}
