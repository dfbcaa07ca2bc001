package org.leadflow.process.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.leadflow.core.Slices;
import org.leadflow.process.migration.MigrationReport.Reason;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves instances in handfuls; where one of a handful cannot go, each goes by itself, so that it
 * holds up nobody but itself. Trying does the same and takes it back before it is committed.
 */
final class Moving {

  private static final int HANDFUL = 50;
  private static final int TRIES = 3;
  private static final int NAMED = 10;

  private final RuntimeService runtime;
  private final TransactionTemplate transaction;
  private final Way way;
  private final boolean trying;
  private final Consumer<List<String>> remember;
  private final Map<String, List<String>> reasons = new LinkedHashMap<>();
  private int moved;

  /**
   * @param remember told of those that were moved, in the transaction that moves them
   */
  Moving(
      RuntimeService runtime,
      TransactionTemplate transaction,
      Way way,
      boolean trying,
      Consumer<List<String>> remember) {
    this.runtime = runtime;
    this.transaction = transaction;
    this.way = way;
    this.trying = trying;
    this.remember = remember;
  }

  void all(List<String> instances) {
    for (List<String> some : Slices.of(instances, HANDFUL)) {
      try {
        move(some);
      } catch (ProcessEngineException oneOfThem) {
        some.forEach(this::alone);
      }
    }
  }

  private void alone(String instance) {
    for (int i = 1; ; i++) {
      try {
        move(List.of(instance));
        return;
      } catch (MigratingProcessInstanceValidationException cannot) {
        stays(instance, sentence(cannot.getValidationReport()));
        return;
      } catch (OptimisticLockingException atTheSameTime) {
        if (i == TRIES) {
          stays(instance, "was worked on at the same moment; try again");
          return;
        }
      } catch (ProcessEngineException failed) {
        // It went to its end meanwhile, or is in a state that the engine alone knows.
        stays(instance, "cannot be moved: " + failed.getMessage());
        return;
      }
    }
  }

  private void move(List<String> instances) {
    transaction.executeWithoutResult(
        status -> {
          way.timers().prepare(instances, runtime);
          runtime.newMigration(way.plan()).processInstanceIds(instances).execute();
          way.timers().moved(instances, runtime);
          if (trying) {
            status.setRollbackOnly();
          } else {
            remember.accept(instances);
          }
        });
    moved += instances.size();
  }

  private void stays(String instance, String sentence) {
    reasons.computeIfAbsent(sentence, reason -> new ArrayList<>()).add(instance);
  }

  private String sentence(MigratingProcessInstanceValidationReport report) {
    Stream<String> places =
        Stream.concat(
            report.getActivityInstanceReports().stream().map(at -> at.getSourceScopeId()),
            report.getTransitionInstanceReports().stream().map(at -> at.getSourceScopeId()));
    List<String> waits =
        places
            .distinct()
            .filter(element -> !element.equals(way.from().getId()))
            .map(element -> "\"" + way.name(element) + "\" (" + element + ")")
            .toList();
    return waits.isEmpty()
        ? "cannot be moved: " + String.join(" ", report.getFailures())
        : "waits at %s, which has no place in version %d; name one in mapping"
            .formatted(String.join(", ", waits), way.move().to());
  }

  int moved() {
    return moved;
  }

  List<Reason> reasons() {
    return reasons.entrySet().stream()
        .map(
            reason ->
                new Reason(reason.getKey(), reason.getValue().size(), keys(reason.getValue())))
        .toList();
  }

  private List<String> keys(List<String> instances) {
    return instances.stream()
        .limit(NAMED)
        .map(
            instance ->
                runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult())
        .filter(instance -> instance != null && instance.getBusinessKey() != null)
        .map(ProcessInstance::getBusinessKey)
        .toList();
  }
}
