package org.leadflow.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadflow.organization.Database;
import org.leadflow.rules.RulesActivated;
import org.leadflow.rules.publishing.RuleSetState.State;

/** Several nodes on one database decide with the same version. */
abstract class NodesTests {

  @TempDir Path directory;

  private String url;
  private WatchedFolder one;
  private WatchedFolder other;

  abstract Database database();

  @BeforeEach
  void twoFolders() {
    url = database().create();
    one = new WatchedFolder(directory.resolve("one"));
    other = new WatchedFolder(directory.resolve("other"));
  }

  @Test
  void whatOneNodeActivatesTheOtherFollowsAndTells() {
    try (PublishingNode first = PublishingNode.on(url, one.location());
        PublishingNode second = PublishingNode.on(url, one.location())) {
      String version = first.upload(40).version();

      agree(first, second, 40);
      assertThat(second.told).containsExactly(new RulesActivated("scoring", version));
      assertThat(second.state("scoring").active()).isEqualTo(first.state("scoring").active());

      second.publisher.rollback(
          "scoring",
          first.publisher.stored().versions("scoring").get(1).version(),
          "so",
          "o",
          null);
      agree(first, second, 20);
    }
  }

  @Test
  void twoNodesThatStartAtOnceOnAFreshDatabasePublishOnce() throws Exception {
    ExecutorService starters = Executors.newFixedThreadPool(2);
    PublishingNode.prepared(url);
    List<Future<PublishingNode>> starting = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      starting.add(starters.submit(() -> PublishingNode.still(url, one.location())));
    }
    try (PublishingNode first = starting.get(0).get();
        PublishingNode second = starting.get(1).get()) {
      assertThat(first.publisher.changes("scoring")).hasSize(1);
      assertThat(first.score(300).version()).isEqualTo(second.score(300).version());
    } finally {
      starters.shutdown();
    }
  }

  @Test
  void nodesWithDifferentFoldersDoNotReplaceEachOthersRulesInTurns() {
    other.scoring(30);
    try (PublishingNode old = PublishingNode.on(url, one.location());
        PublishingNode renewed = PublishingNode.on(url, other.location())) {
      agree(old, renewed, 30);
      old.publisher.reload("olga", false);
      renewed.publisher.reload("olga", false);
      try (PublishingNode oldAgain = PublishingNode.on(url, one.location())) {
        await().during(Duration.ofSeconds(1)).until(() -> oldAgain.points() == 30);
        assertThat(oldAgain.state("scoring").folder()).isEqualTo(FolderState.REPLACED);
      }
      assertThat(old.publisher.changes("scoring")).hasSize(2);
    }
  }

  @Test
  void ofTwoWhoPublishAtOnceOneIsLastForAll() throws Exception {
    ExecutorService operators = Executors.newFixedThreadPool(2);
    try (PublishingNode first = PublishingNode.on(url, one.location());
        PublishingNode second = PublishingNode.on(url, one.location())) {
      for (int round = 0; round < 5; round++) {
        int points = 31 + 2 * round;
        Future<Attempt> here = operators.submit(() -> first.upload(points));
        Future<Attempt> there = operators.submit(() -> second.upload(points + 1));
        List<String> sent = List.of(here.get().version(), there.get().version());

        String last = first.state("scoring").active().version();
        assertThat(sent).contains(last);
        await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(
                () -> {
                  assertThat(first.score(300).version()).isEqualTo(last);
                  assertThat(second.score(300).version()).isEqualTo(last);
                });
      }
    } finally {
      operators.shutdown();
    }
  }

  @Test
  void aNodeThatCannotCompileTheActiveVersionKeepsWhatItHas() {
    try (PublishingNode node = PublishingNode.on(url, one.location())) {
      node.upload(40);
      node.jdbc
          .sql("UPDATE rule_set_file SET content = ? WHERE version = ? AND path LIKE '%.drl'")
          .params("package scoring\nrul".getBytes(), node.score(300).version())
          .update();
      String broken = node.score(300).version();
      try (PublishingNode late = PublishingNode.on(url, one.location())) {
        assertThat(late.stateOfScoring()).isEqualTo(State.BEHIND);
        assertThat(late.publisher.rulebook().contains("scoring")).isFalse();
        assertThat(late.publisher.rulebook().contains("screening")).isTrue();
        assertThat(node.score(300).version()).isEqualTo(broken);
        late.upload(50);
        agree(node, late, 50);
      }
    }
  }

  private static void agree(PublishingNode first, PublishingNode second, int points) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(first.points()).isEqualTo(points);
              assertThat(second.points()).isEqualTo(points);
              assertThat(first.score(300).version()).isEqualTo(second.score(300).version());
            });
  }
}
