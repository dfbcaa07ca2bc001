package org.leadflow.routing.replay;

import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.AccessLevel;
import org.leadflow.access.Caller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.Ids;
import org.leadflow.routing.explain.DraftRulebooks.Draft;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.explain.FactsFile;
import org.leadflow.rules.explain.KeptRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Runs replays beside everything else, one after the other on each node. */
@Service
public class Replays {

  private static final Logger log = LoggerFactory.getLogger(Replays.class);
  private static final int WAITING = 5;
  private static final int LISTED = 50;
  private static final long TOLD_EVERY_MILLIS = 1000;

  private final ReplayTable table;
  private final ReplayRun run;
  private final PastLeads past;
  private final KeptRules rules;
  private final Permissions permissions;
  private final Set<UUID> ofThisNode = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), Replays::thread);

  Replays(
      ReplayTable table, ReplayRun run, PastLeads past, KeptRules rules, Permissions permissions) {
    this.table = table;
    this.run = run;
    this.past = past;
    this.rules = rules;
    this.permissions = permissions;
  }

  /**
   * Lets the draft decide again about the leads that were created in this time and that the caller
   * may read.
   *
   * @return its id; empty when too many wait on this node already
   */
  public Optional<UUID> start(Caller caller, Draft draft, Instant from, Instant until) {
    return start(
        caller,
        draft,
        new Replay.Request(draft.names(), from, until, null),
        () -> pages(caller, from, until));
  }

  /** The same about the leads of a file, compared with the rules at work. */
  public Optional<UUID> start(Caller caller, Draft draft, FactsFile file) {
    return start(
        caller,
        draft,
        new Replay.Request(draft.names(), null, null, file.leads().size()),
        () -> pages(file));
  }

  /** Only whoever started it, and who may see every lead, may see it. */
  public Optional<Replay> find(Caller caller, UUID id) {
    return table
        .find(id)
        .filter(found -> seesAll(caller) || found.startedBy().equals(caller.userId()));
  }

  /** The newest that the caller may see, without their results. */
  public List<Replay> newest(Caller caller) {
    return table.newest(seesAll(caller) ? null : caller.userId(), LISTED);
  }

  private boolean seesAll(Caller caller) {
    return permissions.level(caller, Privilege.READ) == AccessLevel.GLOBAL;
  }

  private Optional<UUID> start(
      Caller caller,
      Draft draft,
      Replay.Request request,
      Supplier<Supplier<ReplayRun.@Nullable Page>> pages) {
    UUID id = Ids.next();
    table.add(id, caller.userId(), request);
    ofThisNode.add(id);
    try {
      worker.execute(() -> work(id, draft.rules(), pages.get()));
      return Optional.of(id);
    } catch (RejectedExecutionException full) {
      ofThisNode.remove(id);
      table.failed(id, "Too many others waited.");
      return Optional.empty();
    }
  }

  private void work(UUID id, Rulebook draft, Supplier<ReplayRun.@Nullable Page> pages) {
    try {
      table.running(id, 0);
      var told = new long[] {System.currentTimeMillis()};
      ReplayResult result =
          run.run(
              pages,
              rules.atWork(),
              draft,
              done -> {
                if (System.currentTimeMillis() - told[0] > TOLD_EVERY_MILLIS) {
                  told[0] = System.currentTimeMillis();
                  table.running(id, done);
                }
              });
      table.done(id, result);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      table.failed(id, "The product was stopped.");
    } catch (RuntimeException failed) {
      log.warn("Replay {} failed", id, failed);
      table.failed(id, "It failed; the log of the product tells why.");
    } finally {
      ofThisNode.remove(id);
    }
  }

  private Supplier<ReplayRun.@Nullable Page> pages(Caller caller, Instant from, Instant until) {
    var reached = past.new Reached(caller);
    var last = new UUID[] {PastLeads.FIRST};
    return () -> {
      if (last[0] == null) {
        return null;
      }
      PastLeads.Page page = past.page(from, until, last[0], reached);
      last[0] = page.last();
      return new ReplayRun.Page() {
        @Override
        public int size() {
          return page.leads().size();
        }

        @Override
        public List<PastLead> get() {
          return page.leads().stream().flatMap(each -> past.read(each).stream()).toList();
        }
      };
    };
  }

  private static Supplier<ReplayRun.@Nullable Page> pages(FactsFile file) {
    Iterator<FactsFile.Line> lines = file.leads().iterator();
    return () -> {
      List<PastLead> some = new ArrayList<>();
      while (lines.hasNext() && some.size() < PastLeads.PAGE) {
        FactsFile.Line line = lines.next();
        some.add(new PastLead(null, line.number(), line.facts(), null));
      }
      return some.isEmpty()
          ? null
          : new ReplayRun.Page() {
            @Override
            public int size() {
              return some.size();
            }

            @Override
            public List<PastLead> get() {
              return some;
            }
          };
    };
  }

  /** Those that wait are alive, too. */
  @Scheduled(fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
  void touch() {
    table.touch(ofThisNode);
  }

  @PreDestroy
  void stop() throws InterruptedException {
    worker.shutdownNow();
    worker.awaitTermination(5, TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "replays");
    thread.setDaemon(true);
    return thread;
  }
}
