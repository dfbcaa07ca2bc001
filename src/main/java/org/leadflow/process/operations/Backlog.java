package org.leadflow.process.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waits to be done, for operators. Numbers over very many rows are the figures that are looked
 * up from time to time for all who watch, so that whoever opens the page costs nothing.
 */
@Component
public class Backlog {

  private final MeterRegistry figures;
  private final ManagementService management;
  private final JdbcClient jdbc;
  private final Clock clock;

  Backlog(MeterRegistry figures, ManagementService management, JdbcClient jdbc, Clock clock) {
    this.figures = figures;
    this.management = management;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Something that waits.
   *
   * @param count null before it was looked up for the first time
   * @param oldest since when the first of them waits; null when that is not known
   */
  public record Line(String what, @Nullable Long count, @Nullable Instant oldest) {}

  public List<Line> lines() {
    return List.of(
        new Line(
            "Steps in the background that are due", figure("leadflow.jobs", "due"), dueSince()),
        new Line(
            "Steps that failed and wait for an operator", figure("leadflow.jobs", "failed"), null),
        new Line(
            "Leads whose process has not begun",
            figure("leadflow.leads.unrouted", "single"),
            oldest("SELECT min(received_on) FROM pending_start WHERE bulk = FALSE")),
        new Line(
            "Imported leads whose process has not begun",
            figure("leadflow.leads.unrouted", "bulk"),
            oldest("SELECT min(received_on) FROM pending_start WHERE bulk = TRUE")),
        new Line("Tasks of people", figure("leadflow.tasks", "open"), null),
        new Line("Tasks of people that are overdue", figure("leadflow.tasks", "overdue"), null),
        new Line(
            "Messages to other systems that wait",
            messages("WAITING"),
            oldest("SELECT min(created_on) FROM outbox_message WHERE state = 'WAITING'")),
        new Line(
            "Messages to other systems that were given up",
            messages("GIVEN_UP"),
            oldest("SELECT min(created_on) FROM outbox_message WHERE state = 'GIVEN_UP'")));
  }

  private @Nullable Long figure(String name, String kind) {
    Gauge gauge = figures.find(name).tag("kind", kind).gauge();
    return gauge == null || Double.isNaN(gauge.value()) ? null : Math.round(gauge.value());
  }

  private @Nullable Instant dueSince() {
    List<Job> first =
        management
            .createJobQuery()
            .withRetriesLeft()
            .duedateLowerThan(Date.from(clock.instant()))
            .orderByJobDuedate()
            .asc()
            .listPage(0, 1);
    return first.isEmpty() ? null : first.get(0).getDuedate().toInstant();
  }

  private long messages(String state) {
    return jdbc.sql("SELECT count(*) FROM outbox_message WHERE state = ?")
        .param(state)
        .query(Long.class)
        .single();
  }

  private @Nullable Instant oldest(String statement) {
    return jdbc.sql(statement)
        .query(
            (row, number) -> {
              OffsetDateTime time = row.getObject(1, OffsetDateTime.class);
              return time == null ? null : time.toInstant();
            })
        .list()
        .get(0);
  }
}
