package org.leadflow.process.migration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.CurrentActor;
import org.leadflow.core.Ids;
import org.leadflow.core.Refused;
import org.leadflow.process.migration.MigrationReport.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves running processes to another version of their diagram, and back. */
@Service
public class ProcessMigrations {

  private final ProcessEngine engine;
  private final MigrationRows rows;
  private final TransactionTemplate transaction;
  private final CurrentActor actor;
  private final List<TimesOfTimers> times;
  private final Clock clock;

  ProcessMigrations(
      ProcessEngine engine,
      MigrationRows rows,
      PlatformTransactionManager transactions,
      CurrentActor actor,
      List<TimesOfTimers> times,
      Clock clock) {
    this.engine = engine;
    this.rows = rows;
    this.transaction = new TransactionTemplate(transactions);
    this.actor = actor;
    this.times = times;
    this.clock = clock;
  }

  /** Every version of every process, the newest first. */
  public List<ProcessVersion> versions() {
    List<ProcessVersion> versions = new ArrayList<>();
    for (ProcessDefinition each :
        engine.getRepositoryService().createProcessDefinitionQuery().list()) {
      versions.add(
          new ProcessVersion(
              each.getKey(),
              each.getVersion(),
              each.getName(),
              engine
                  .getRuntimeService()
                  .createProcessInstanceQuery()
                  .processDefinitionId(each.getId())
                  .count()));
    }
    versions.sort(
        Comparator.comparing(ProcessVersion::process)
            .thenComparing(ProcessVersion::version, Comparator.reverseOrder()));
    return versions;
  }

  /**
   * Moves those that run on the one version to the other.
   *
   * @param atMost how many, at most
   * @param dryRun only tells what would come of it
   * @throws Refused when a version or an element does not exist, or cannot go where it is told to
   */
  public MigrationReport migrate(Move move, int atMost, boolean dryRun) {
    Way way = Way.of(move, engine, times);
    List<String> instances = running(way, atMost);
    int all =
        (int)
            engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionId(way.from().getId())
                .count();
    UUID migrationId = dryRun ? null : Ids.next();
    if (migrationId != null) {
      transaction.executeWithoutResult(
          status -> rows.add(migrationId, move, clock.instant(), actor.get().id()));
    }
    return moved(
        migrationId,
        way,
        instances,
        Math.max(0, all - instances.size()),
        dryRun,
        some -> rows.moved(migrationId, some));
  }

  /**
   * Moves back what a migration moved, as far as it still runs on that version.
   *
   * @throws Refused when there was no such migration
   */
  public MigrationReport undo(UUID migrationId, boolean dryRun) {
    Move done =
        rows.find(migrationId)
            .orElseThrow(
                () -> Refused.conflict("not-there", "There was no migration " + migrationId + "."));
    Map<String, String> back =
        done.mapping().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    Way way = Way.of(new Move(done.process(), done.to(), done.from(), back), engine, times);
    List<String> moved = new ArrayList<>(rows.instances(migrationId));
    moved.retainAll(new HashSet<>(running(way, Integer.MAX_VALUE)));
    return moved(migrationId, way, moved, 0, dryRun, some -> rows.undone(migrationId, some));
  }

  /**
   * @param left how many are not tried
   * @param remember told of those that were moved, in the transaction that moves them
   */
  private MigrationReport moved(
      @Nullable UUID migrationId,
      Way way,
      List<String> instances,
      int left,
      boolean dryRun,
      Consumer<List<String>> remember) {
    // Where they wait is asked before any of them goes.
    List<MigrationReport.Element> elements = way.elements(engine);
    var moving = new Moving(engine.getRuntimeService(), transaction, way, dryRun, remember);
    moving.all(instances);
    List<Reason> reasons = moving.reasons();
    return new MigrationReport(
        migrationId,
        way.move().process(),
        way.move().from(),
        way.move().to(),
        moving.moved(),
        stayed(reasons),
        left,
        elements,
        way.timers().all(),
        reasons);
  }

  private List<String> running(Way way, int atMost) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionId(way.from().getId())
        .orderByProcessInstanceId()
        .asc()
        .unlimitedList()
        .stream()
        .limit(atMost)
        .map(ProcessInstance::getId)
        .toList();
  }

  private static int stayed(List<Reason> reasons) {
    return reasons.stream().mapToInt(Reason::count).sum();
  }

  /**
   * A version of a process.
   *
   * @param running how many are under way on it
   */
  public record ProcessVersion(String process, int version, String name, long running) {}
}
