package org.leadflow.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadflow.organization.Database;
import org.leadflow.rules.house.ReadySet;
import org.springframework.test.util.ReflectionTestUtils;

/** What was replaced leaves nothing behind. */
class ReloadTests {

  private static final int RULES = 50;

  @TempDir Path directory;

  /** So many that a leak shows, few enough for every day; see {@link ReloadCheck}. */
  int reloads() {
    return 15;
  }

  /** The growth of heap and metaspace is only told apart from noise over many reloads. */
  void judge(long heapBefore, long heapAfter, long metaspaceBefore, long metaspaceAfter) {}

  @Test
  void whatWasReplacedIsCollected() throws Exception {
    var folder = new WatchedFolder(directory);
    List<WeakReference<Object>> replaced = new ArrayList<>();
    try (PublishingNode node = PublishingNode.still(Database.H2.create(), folder.location())) {
      int warm = reloads() / 5;
      reload(node, 1, warm, replaced);
      long heapBefore = usedHeap();
      long metaspaceBefore = metaspace();
      reload(node, warm + 1, reloads(), replaced);
      WeakReference<Object> last = replaced.get(replaced.size() - 1);

      await()
          .atMost(Duration.ofSeconds(60))
          // Beside the applications of other tests each collection takes seconds.
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () -> {
                System.gc();
                assertThat(replaced.stream().filter(each -> each.get() != null))
                    .as("engines that are still held, of %d", replaced.size())
                    .hasSizeLessThanOrEqualTo(1);
              });
      assertThat(last.get()).as("the one at work").isNotNull();
      long heapAfter = usedHeap();
      System.out.printf(
          "%d reloads of %d rules: heap %d -> %d kB, metaspace %d -> %d kB%n",
          reloads(), RULES, heapBefore, heapAfter, metaspaceBefore, metaspace());
      judge(heapBefore, heapAfter, metaspaceBefore, metaspace());
    }
  }

  private static void reload(
      PublishingNode node, int from, int to, List<WeakReference<Object>> replaced)
      throws IllegalAccessException {
    for (int number = from; number <= to; number++) {
      // A rule may give between -100 and 100.
      int points = number - 100;
      Attempt attempt = node.upload(WatchedFolder.large(RULES, points));
      assertThat(attempt.findings()).isEmpty();
      assertThat(node.score(7).points()).isEqualTo(points);
      replaced.add(new WeakReference<>(engine(node)));
    }
  }

  /** What the rule engine holds for the set at work, whatever its class is. */
  private static Object engine(PublishingNode node) throws IllegalAccessException {
    Object now = ReflectionTestUtils.getField(node.publisher.rulebook(), "now");
    Map<?, ?> sets = (Map<?, ?>) ReflectionTestUtils.getField(now, "sets");
    Object compiled = ((ReadySet) sets.get("scoring")).rules();
    for (Field field : compiled.getClass().getDeclaredFields()) {
      if (field.getType().getName().startsWith("org.kie.")) {
        field.setAccessible(true);
        return field.get(compiled);
      }
    }
    return compiled;
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
  }

  private static long metaspace() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals("Metaspace"))
            .mapToLong(pool -> pool.getUsage().getUsed())
            .findFirst()
            .orElseThrow()
        / 1024;
  }
}
