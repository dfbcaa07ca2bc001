package org.leadflow.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
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
      assertThat(state.refused().findings())
          .first()
          .asString()
          .startsWith("scoring/size.drl:2: this cannot be read");

      folder.scoring(30);
      assertThat(node.reload()).filteredOn(each -> each.result() == Result.PUBLISHED).hasSize(1);
      assertThat(node.points()).isEqualTo(30);
      assertThat(node.state("scoring").refused()).isNull();
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
      Attempt good =
          node.publisher.upload("scoring", WatchedFolder.upload(40), null, "olga", null, true);
      Attempt bad =
          node.publisher.upload(
              "scoring", WatchedFolder.upload("package scoring", ""), null, "olga", null, true);

      assertThat(good.result()).isEqualTo(Result.GOOD);
      assertThat(bad.result()).isEqualTo(Result.REFUSED);
      assertThat(node.points()).isEqualTo(20);
      assertThat(node.state("scoring").refused()).isNull();
      assertThat(node.publisher.stored().versions("scoring")).hasSize(1);
    }
  }

  @Test
  void whoHasNotSeenTheLastChangeIsTold() {
    try (PublishingNode node = still()) {
      node.upload(40);
      assertThatThrownBy(
              () ->
                  node.publisher.upload(
                      "scoring", WatchedFolder.upload(50), null, "olga", "\"1\"", false))
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
      assertThat(node.publisher.upload("scoring", List.of(), null, "olga", null, false).findings())
          .extracting(Finding::sentence)
          .containsExactly("no file was sent");
      assertThat(node.score(300).version()).isEqualTo(version);
      assertThat(node.stateOfScoring()).isEqualTo(State.LAST_GOOD);
    }
  }

  private static String refused(PublishingNode node, String condition) {
    String rule = WatchedFolder.scoringRule(5).replace("LeadFacts( employees >= 250 )", condition);
    Attempt attempt =
        node.publisher.upload(
            "scoring",
            WatchedFolder.upload(rule, WatchedFolder.cases("SCO-010")),
            null,
            "olga",
            null,
            false);
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
      await().atMost(Duration.ofSeconds(15)).until(() -> node.points() == 30);
      folder.broken();
      await().atMost(Duration.ofSeconds(15)).until(() -> node.stateOfScoring() == State.LAST_GOOD);
      assertThat(node.points()).isEqualTo(30);
      folder.scoring(20);
      await().atMost(Duration.ofSeconds(15)).until(() -> node.points() == 20);
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

      DraftRules draft = published.draft(WatchedFolder.upload(50));
      assertThat(draft.findings()).isEmpty();
      assertThat(draft.rulebook().orElseThrow().ask("scoring", lead).points()).isEqualTo(50);
      assertThat(node.points()).isEqualTo(40);
      assertThat(published.draft(WatchedFolder.upload("package scoring", "")).rulebook()).isEmpty();
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
              null,
              false);
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
