package org.leadflow.routing.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Organization;
import org.leadflow.routing.explain.Course;
import org.leadflow.routing.replay.Difference.Compared;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.UnknownRuleSet;
import org.springframework.stereotype.Component;

/**
 * Lets rules decide again, on all cores; as long as they are busy nothing more is read. Holds a few
 * pages of leads, however many there are.
 */
@Component
class ReplayRun {

  private static final int PAGES_PER_CORE = 2;

  private final Organization organization;

  ReplayRun(Organization organization) {
    this.organization = organization;
  }

  /** Some leads, read when asked for: what takes long is done on the core that decides them. */
  interface Page extends Supplier<List<PastLead>> {

    /** How many leads there are, those included about which no rules decided. */
    int size();
  }

  /**
   * Decides about every lead and adds up the difference.
   *
   * @param pages null when there are no more
   * @param before the rules to compare with where nothing happened yet
   * @param progress is told how many leads are done
   * @throws InterruptedException when the product stops
   */
  ReplayResult run(
      Supplier<@Nullable Page> pages, Rulebook before, Rulebook draft, IntConsumer progress)
      throws InterruptedException {
    long start = System.nanoTime();
    var difference = new Difference(organization.memberIdsByTeam());
    int cores = Runtime.getRuntime().availableProcessors();
    // Threads made here know the classes of a packed jar; those of the common pool do not.
    ExecutorService threads = Executors.newFixedThreadPool(cores, ReplayRun::modest);
    try {
      Deque<Decided> atWork = new ArrayDeque<>();
      for (Page page = pages.get(); page != null; page = pages.get()) {
        Page read = page;
        atWork.add(new Decided(page.size(), threads.submit(() -> decided(read, before, draft))));
        if (atWork.size() == cores * PAGES_PER_CORE) {
          add(atWork.remove(), difference, progress);
        }
      }
      while (!atWork.isEmpty()) {
        add(atWork.remove(), difference, progress);
      }
    } finally {
      threads.shutdownNow();
    }
    return difference.result((System.nanoTime() - start) / 1_000_000);
  }

  private record Decided(int size, Future<List<Compared>> leads) {}

  /** The leads of today come first. */
  private static Thread modest(Runnable work) {
    var thread = new Thread(work, "replay");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  private static void add(Decided page, Difference difference, IntConsumer progress)
      throws InterruptedException {
    try {
      List<Compared> compared = page.leads.get();
      compared.forEach(difference::add);
      for (int i = compared.size(); i < page.size; i++) {
        difference.skip();
      }
      progress.accept(difference.leads());
    } catch (ExecutionException failed) {
      throw new IllegalStateException("A lead could not be decided again", failed.getCause());
    }
  }

  private static List<Compared> decided(Page page, Rulebook before, Rulebook draft) {
    List<Compared> compared = new ArrayList<>();
    for (PastLead lead : page.get()) {
      Outcome then = lead.before();
      if (then == null) {
        then = decided(lead, before);
      }
      if (then != null) {
        compared.add(new Compared(lead, then, decided(lead, draft)));
      }
    }
    return compared;
  }

  /** Null when a rule broke. */
  private static @Nullable Outcome decided(PastLead lead, Rulebook rules) {
    try {
      return Outcome.of(Course.of(lead.facts(), rules));
    } catch (RuleSetFailed | UnknownRuleSet broken) {
      return null;
    }
  }
}
