package org.leadflow.rules.house;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadflow.rules.Finding;
import org.leadflow.rules.KnownReceivers;
import org.leadflow.rules.Rule;

/** Reads, compiles and tries a whole rules folder, and collects everything that is wrong. */
public final class Examiner {

  private final RuleCompiler compiler;
  private final KnownReceivers receivers;

  public Examiner(RuleCompiler compiler) {
    this(compiler, KnownReceivers.ANYBODY);
  }

  /**
   * @param receivers who there is to name
   */
  public Examiner(RuleCompiler compiler, KnownReceivers receivers) {
    this.compiler = compiler;
    this.receivers = receivers;
  }

  /** Looks at every rule set, even when another one is already found wrong. */
  public Examination examine(RulesFolder folder) {
    Map<String, List<RuleFile>> byFolder =
        folder.files().stream()
            .collect(Collectors.groupingBy(RuleFile::folder, TreeMap::new, Collectors.toList()));
    List<SetExamination> examined = examineAll(byFolder);
    List<Finding> findings =
        Stream.of(
                folder.findings().stream(),
                missing(byFolder.keySet()),
                examined.stream().flatMap(each -> each.findings().stream()),
                sharedIds(examined))
            .flatMap(each -> each)
            .toList();
    return new Examination(
        folder.location(),
        findings,
        examined.stream().flatMap(each -> each.cases().stream()).toList(),
        examined.stream().flatMap(each -> each.ready().stream()).toList(),
        examined.stream().flatMap(each -> each.warnings().stream()).toList());
  }

  /**
   * Side by side, because compiling takes most of the time the whole application needs to start.
   */
  private List<SetExamination> examineAll(Map<String, List<RuleFile>> byFolder) {
    // Threads made here know the classes of a packed jar; those of the common pool do not.
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(4, Runtime.getRuntime().availableProcessors()));
    try {
      List<Future<SetExamination>> running =
          byFolder.entrySet().stream()
              .map(
                  set ->
                      threads.submit(
                          () ->
                              SetExamination.of(
                                  set.getKey(), set.getValue(), compiler, null, receivers)))
              .toList();
      var examined = new ArrayList<SetExamination>();
      for (Future<SetExamination> each : running) {
        examined.add(each.get());
      }
      return examined;
    } catch (ExecutionException broken) {
      throw new IllegalStateException("The rules could not be examined", broken.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while examining the rules", stopped);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Stream<Finding> missing(Set<String> present) {
    return Question.alwaysAsked().stream()
        .filter(asked -> !present.contains(asked))
        .map(asked -> new Finding(asked, 0, "there are no rules here, but every lead needs them"));
  }

  /** Inside a set they are told with the set. */
  private static Stream<Finding> sharedIds(List<SetExamination> examined) {
    var own = new HashSet<Finding>();
    examined.forEach(each -> own.addAll(each.findings()));
    List<Rule> rules = examined.stream().flatMap(each -> each.rules().stream()).toList();
    return DoubledIds.among(rules).stream().filter(each -> !own.contains(each));
  }
}
