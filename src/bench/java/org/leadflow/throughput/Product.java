package org.leadflow.throughput;

import java.sql.DriverManager;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.leadflow.Leadflow;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The product as it is, with the demo organisation, called over HTTP. */
final class Product implements Side {

  private static final int COPIED = 1_000;

  private final ConfigurableApplicationContext context;
  private final Posting posting;
  private final Databases database;
  private final JdbcTemplate jdbc;
  private final PlainInserts inserts;

  Product(Databases database) throws Exception {
    this.database = database;
    context =
        SpringApplication.run(
            Leadflow.class,
            "--spring.profiles.active=" + database.profiles(),
            "--spring.datasource.url=" + database.url("leadflow"),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password(),
            "--leadflow.intake.demo-leads=false",
            "--leadflow.demo.password=" + Posting.PASSWORD,
            "--leadflow.administrator.password=" + Posting.PASSWORD,
            // What is asked here is how fast it can, not how much one caller may.
            "--leadflow.intake.admission.leads-per-second=100000",
            "--leadflow.intake.admission.at-once=1000000",
            "--logging.level.root=ERROR",
            "--server.port=0");
    jdbc = context.getBean(JdbcTemplate.class);
    posting = new Posting(context.getEnvironment().getProperty("local.server.port"));
    var first = new WhatALeadWrites(jdbc);
    lead();
    finished();
    inserts = new PlainInserts(context.getBean(DataSource.class), first.since());
  }

  /** What writes the rows of a lead as plain inserts. */
  PlainInserts inserts() {
    return inserts;
  }

  /** Posts a lead; it is stored when this returns. */
  @Override
  public void lead() throws Exception {
    posting.post("website", "/api/leads", SentLeads.next(), 201);
  }

  /** Qualifies a lead: its task is completed, and account, contact and opportunity are created. */
  void qualify(String leadId) throws Exception {
    posting.post("admin", "/api/leads/" + leadId + "/qualify", "{}", 200);
  }

  void disqualify(String leadId) throws Exception {
    posting.post("admin", "/api/leads/" + leadId + "/disqualify", "{\"statusCode\":4}", 200);
  }

  /** How long after their arrival the newest leads had their owner, in milliseconds. */
  double[] untilOwned(int newest) {
    return jdbc
        .query(
            "SELECT created_on, assigned_on FROM lead WHERE assigned_on IS NOT NULL ORDER BY created_on DESC LIMIT " + newest,
            (row, number) ->
                Duration.between(
                            row.getObject(1, OffsetDateTime.class), row.getObject(2, OffsetDateTime.class))
                        .toNanos()
                    / 1e6)
        .stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** Which database it is. */
  String version() {
    return jdbc.execute(
        (ConnectionCallback<String>) connection ->
            connection.getMetaData().getDatabaseProductName() + " " + connection.getMetaData().getDatabaseProductVersion());
  }

  @Override
  public void finished() {
    while (jdbc.queryForObject("SELECT count(*) FROM pending_start", Long.class) > 0) {
      try {
        Thread.sleep(5);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
  }

  /** Open leads that their owner works, the newest first; those on offer to a partner wait for him. */
  List<String> open(int atMost) {
    return jdbc.queryForList(
        "SELECT lead_id FROM lead WHERE state_code = 0 AND last_decision_id IS NOT NULL AND NOT EXISTS"
            + " (SELECT 1 FROM lead_offer WHERE lead_offer.lead_id = lead.lead_id AND state = 'OPEN')"
            + " ORDER BY created_on DESC LIMIT "
            + atMost,
        String.class);
  }

  /**
   * @throws IllegalStateException when more than a few leads have neither a task of their owner nor one of the partner they
   *     are offered to
   */
  String everyLeadHasTheTaskOfItsOwner(int newest) {
    List<String> wrong =
        jdbc.queryForList(
            """
            SELECT l.lead_id FROM (SELECT * FROM lead WHERE state_code = 0 ORDER BY created_on DESC LIMIT %d) l
            WHERE (SELECT count(*) FROM act_ru_execution e JOIN act_ru_task t ON t.execution_id_ = e.id_ OR t.proc_inst_id_ = e.id_
                   WHERE e.business_key_ = CAST(l.lead_id AS varchar(64)) AND (t.task_def_key_ = 'UserTask_AnswerOffer' OR t.task_def_key_ = 'UserTask_WorkLead'
                     AND (t.assignee_ = l.owner_user OR t.assignee_ IS NULL AND l.owner_user IS NULL))) = 0
            """
                .formatted(newest),
            String.class);
    if (wrong.size() > newest / 50) {
      throw new IllegalStateException(wrong.size() + " leads have no task of their owner, one is " + wrong.get(0));
    }
    return newest - wrong.size() + " have";
  }

  /**
   * Makes the database full of copies of a thousand leads; half of them are open and have their task, the others are
   * closed.
   *
   * @return how many tasks there are then
   */
  String fill(int leads) throws Exception {
    try (var connection = DriverManager.getConnection(database.url("leadflow"), database.user(), database.password())) {
      var full = new FullDatabase(connection, database.isH2());
      Clients.run(4, COPIED, i -> lead(), this::finished);
      List<String> open = open(COPIED / 2);
      Clients.run(4, open.size(), i -> disqualify(open.get(i)), () -> {});
      full.copy(leads / COPIED);
    }
    return jdbc.queryForObject("SELECT count(*) FROM act_ru_task", String.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
