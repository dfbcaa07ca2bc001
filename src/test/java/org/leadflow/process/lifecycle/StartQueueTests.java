package org.leadflow.process.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StartQueueTests {

  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final Stored stored = new Stored();
  private int places = Integer.MAX_VALUE;

  @Test
  void oneThatWaitsAloneIsStartedByItself() {
    StartQueue queue = queue(10);
    send(queue, 1);
    run();
    assertThat(stored.groups).containsExactly(1);
  }

  @Test
  void thoseThatWaitAtTheSameTimeAreStartedTogether() {
    StartQueue queue = queue(100);
    send(queue, 50);
    run();
    assertThat(stored.groups.stream().filter(size -> size > 0)).containsExactly(20, 20, 10);
    assertThat(stored.left).isEmpty();
  }

  @Test
  void thoseWithoutAPlaceAreReadUntilNoneIsLeft() {
    places = 5;
    StartQueue queue = queue(5);
    send(queue, 500);
    run();
    assertThat(stored.left).isEmpty();
  }

  @Test
  void onesThatComeWhileOthersAreReadAreNotForgotten() {
    places = 2;
    StartQueue queue = queue(2);
    stored.meanwhile = () -> send(queue, 30);
    send(queue, 30);
    run();
    assertThat(stored.left).isEmpty();
  }

  @Test
  void afterACrowdThoseThatComeAreStartedAsBefore() {
    StartQueue queue = queue(5);
    send(queue, 100);
    run();
    stored.groups.clear();
    send(queue, 3);
    run();
    assertThat(stored.groups).contains(3);
    assertThat(stored.left).isEmpty();
  }

  private StartQueue queue(int atMost) {
    return new StartQueue(
        atMost,
        task -> {
          if (tasks.size() >= places) {
            throw new RejectedExecutionException();
          }
          tasks.add(task);
        },
        stored);
  }

  private void send(StartQueue queue, int count) {
    IntStream.range(0, count)
        .forEach(
            lead -> {
              UUID id = UUID.randomUUID();
              stored.left.add(id);
              queue.add(id);
            });
  }

  private void run() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  private static final class Stored implements StartQueue.Starter {

    private final List<UUID> left = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    @Override
    public void start(List<UUID> leadIds) {
      groups.add(leadIds.size());
      left.removeAll(leadIds);
    }

    @Override
    public boolean startStored(int atMost) {
      List<UUID> some = List.copyOf(left.subList(0, Math.min(atMost, left.size())));
      left.removeAll(some);
      Runnable once = meanwhile;
      meanwhile = () -> {};
      once.run();
      return !some.isEmpty();
    }
  }
}
