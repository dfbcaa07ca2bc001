package org.leadflow.rules.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.leadflow.rules.Finding;
import org.leadflow.rules.KnownReceivers;
import org.leadflow.rules.house.PlainOnly;
import org.leadflow.rules.house.RuleCompiler;
import org.leadflow.rules.house.SetExamination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiles sources, runs their cases and looks how fast they answer. Each runs in a thread of its
 * own that is given up after a while: a rule that hangs cannot be stopped, only left behind.
 */
final class Trials {

  private static final Logger log = LoggerFactory.getLogger(Trials.class);

  private final RuleCompiler compiler;
  private final Supplier<KnownReceivers> receivers;
  private final Pace pace;
  private final Duration longest;

  Trials(RuleCompiler compiler, PublishingSettings settings, Supplier<KnownReceivers> receivers) {
    this(compiler, receivers, new Pace(settings.slowestLead()), settings.longestExamination());
  }

  private Trials(
      RuleCompiler compiler, Supplier<KnownReceivers> receivers, Pace pace, Duration longest) {
    this.compiler = compiler;
    this.receivers = receivers;
    this.pace = pace;
    this.longest = longest;
  }

  /** The same, but rules that do more than compare facts are refused and never run. */
  Trials ofPlainRules() {
    return new Trials(new PlainOnly(compiler), receivers, pace, longest);
  }

  /** Side by side, in the given order. */
  List<Examined> all(Collection<SetSource> sources) {
    if (sources.size() < 2) {
      return sources.stream().map(this::one).toList();
    }
    // Threads made here know the classes of a packed jar; those of the common pool do not.
    ExecutorService workers =
        Executors.newFixedThreadPool(Math.min(4, Runtime.getRuntime().availableProcessors()));
    try {
      List<Callable<Examined>> work = new ArrayList<>();
      sources.forEach(source -> work.add(() -> one(source)));
      var examined = new ArrayList<Examined>();
      for (Future<Examined> each : workers.invokeAll(work)) {
        examined.add(each.get());
      }
      return examined;
    } catch (ExecutionException broken) {
      throw new IllegalStateException("The rules could not be examined", broken.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CancellationException("stopped while examining rules");
    } finally {
      workers.shutdownNow();
    }
  }

  /** Never throws because of what the rules do. */
  Examined one(SetSource source) {
    var work = new FutureTask<>(() -> examine(source));
    var thread = new Thread(work, "rules-trial-" + source.ruleSet());
    thread.setDaemon(true);
    thread.start();
    try {
      return work.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      work.cancel(true);
      log.warn("The trial of {} did not end and goes on in {}", source.ruleSet(), thread.getName());
      return Examined.refused(
          source,
          "it did not answer its cases within "
              + longest.toSeconds()
              + " s; a condition hangs, or there is far too much of it");
    } catch (ExecutionException broken) {
      log.error("The trial of {} broke", source.ruleSet(), broken.getCause());
      return Examined.refused(source, "it cannot be tried: " + broken.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      work.cancel(true);
      throw new CancellationException("stopped while examining rules");
    }
  }

  private Examined examine(SetSource source) {
    if (source.files().isEmpty()) {
      return new Examined(source, source.findings(), List.of(), List.of(), Optional.empty());
    }
    SetExamination seen =
        SetExamination.of(
            source.ruleSet(), source.files(), compiler, source.version(), receivers.get());
    List<Finding> findings = new ArrayList<>(source.findings());
    findings.addAll(seen.findings());
    boolean isNew = source.version() == null;
    if (isNew && findings.isEmpty() && seen.ready().isPresent()) {
      findings.addAll(pace.findings(seen.ready().get(), seen.cases()));
    }
    return new Examined(source, List.copyOf(findings), seen.warnings(), seen.rules(), seen.ready());
  }
}
