package org.leadflow.process.operations;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.leadflow.core.Watched;
import org.leadflow.core.Watched.Figure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells operators what waits: for a person, for an operator, for a free thread. */
@Component
class EngineFigures {

  EngineFigures(
      TaskService tasks,
      RuntimeService runtime,
      ManagementService management,
      JdbcClient jdbc,
      Clock clock,
      Watched watched) {
    watched.watch(
        "leadflow.tasks",
        "Open tasks of people; overdue ones count in both",
        () ->
            List.of(
                new Figure(tasks.createTaskQuery().count(), "kind", "open"),
                new Figure(
                    tasks.createTaskQuery().dueBefore(Date.from(clock.instant())).count(),
                    "kind",
                    "overdue")));
    watched.watch(
        "leadflow.incidents",
        "Steps that failed until an operator has to look",
        () -> List.of(new Figure(runtime.createIncidentQuery().count())));
    watched.watch(
        "leadflow.jobs",
        "Steps in the background that are due now, and those without retries",
        () ->
            List.of(
                new Figure(management.createJobQuery().executable().count(), "kind", "due"),
                new Figure(management.createJobQuery().noRetriesLeft().count(), "kind", "failed")));
    watched.watch(
        "leadflow.leads.unrouted",
        "Accepted leads whose process has not begun, by how they came in",
        () ->
            List.of(
                new Figure(unrouted(jdbc, false), "kind", "single"),
                new Figure(unrouted(jdbc, true), "kind", "bulk")));
  }

  private static long unrouted(JdbcClient jdbc, boolean bulk) {
    return jdbc.sql("SELECT count(*) FROM pending_start WHERE bulk = ?")
        .param(bulk)
        .query(Long.class)
        .single();
  }
}
