package org.leadflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.leadflow.Invariants;
import org.leadflow.lead.AuditTrail;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a life that has ended left in its database. */
final class Remains implements AutoCloseable {

  private static final String WORK_TASKS =
      """
      SELECT count(*) FROM act_ru_task t JOIN act_ru_execution e ON e.id_ = t.proc_inst_id_
      WHERE e.business_key_ = ? AND t.task_def_key_ = 'UserTask_WorkLead'
      """;

  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

  /** One connection for all: with one per query H2 would close and reopen a file each time. */
  private final SingleConnectionDataSource file;

  private final JdbcClient jdbc;

  private Remains(String url, String user, String password) {
    file = new SingleConnectionDataSource(url, user, password, true);
    jdbc = JdbcClient.create(file);
    beans.registerBean(JdbcClient.class, () -> jdbc);
    beans.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(file));
    beans.register(AuditTrail.class);
    beans.refresh();
  }

  static Remains in(Path home) {
    String url = "jdbc:h2:file:" + home.resolve("data/leadflow").toAbsolutePath();
    return new Remains(url, "leadflow", "leadflow");
  }

  /** The same of nodes that share a PostgreSQL. */
  static Remains of(String url) {
    return new Remains(url, "postgres", "");
  }

  int leads() {
    return count("SELECT count(*) FROM lead");
  }

  /** Leads that are accepted and nothing more. */
  int pending() {
    return count("SELECT count(*) FROM pending_start");
  }

  int assignments() {
    return count("SELECT count(*) FROM lead_audit WHERE action = 'ASSIGNED'");
  }

  /** That each of these leads is somebody's work, once, and all invariants hold. */
  void assertRoutedOnce(Collection<UUID> acknowledged) {
    assertThat(pending()).as("leads still pending").isZero();
    assertThat(count("SELECT count(*) FROM act_ru_incident")).as("incidents").isZero();
    for (UUID lead : acknowledged) {
      assertThat(count(WORK_TASKS, lead.toString())).as("work tasks of %s", lead).isEqualTo(1);
      assertThat(actions(lead)).as("trail of %s", lead).containsOnlyOnce("CREATED", "ASSIGNED");
      assertThat(count("SELECT count(*) FROM decision WHERE lead_id = ? AND code = 'routed'", lead))
          .as("decisions about %s", lead)
          .isEqualTo(1);
    }
    new Invariants(jdbc, beans.getBean(AuditTrail.class)).hold(acknowledged);
  }

  private List<String> actions(UUID lead) {
    return jdbc.sql("SELECT action FROM lead_audit WHERE lead_id = ?")
        .param(lead)
        .query(String.class)
        .list();
  }

  private int count(String query, Object... parameters) {
    return jdbc.sql(query).params(parameters).query(Integer.class).single();
  }

  @Override
  public void close() {
    beans.close();
    file.destroy();
  }
}
