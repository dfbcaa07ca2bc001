package org.leadflow.process.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Visitor;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the page of a process and the way of a lead take with the history of a million leads, on
 * PostgreSQL. No test of the build but a command: {@code mvn test -Dtest=FiguresVolumeCheck};
 * {@code -Dleads=100000} for fewer.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.profiles.active=demo",
      "leadflow.demo.password=" + FiguresVolumeCheck.PASSWORD,
      "leadflow.intake.demo-leads=false",
      "camunda.bpm.job-execution.enabled=false"
    })
class FiguresVolumeCheck implements OnPostgres {

  static final String PASSWORD = "Many-Steps-7-Password";

  private static final int LEADS = Integer.getInteger("leads", 1_000_000);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TaskService tasks;
  @Autowired RepositoryService repository;
  @Autowired StepCounting counting;

  @Test
  void aPageOfAProcessAnswersInTwoSecondsHoweverManyLeadsThereWere() {
    UUID lead = aLead();
    fill();

    for (ProcessDefinition each : repository.createProcessDefinitionQuery().list()) {
      Instant until = Instant.now();
      print(
          "count " + each.getKey(),
          time(() -> counting.count(each.getId(), until, Duration.ofHours(1))));
    }
    var manager = new Visitor(port);
    manager.logIn("lena", PASSWORD);
    for (String path :
        List.of(
            "/processes",
            "/processes/lead-routing",
            "/processes/lead-qualification",
            "/processes/lead-qualification?from=2020-01-01",
            "/leads/" + lead + "/process")) {
      assertThat(manager.get(path).statusCode()).isEqualTo(200);
      Duration took = time(() -> manager.get(path));
      print(path, took);
      assertThat(took).as(path).isLessThan(Duration.ofSeconds(2));
    }
  }

  private UUID aLead() {
    UUID lead =
        UUID.fromString(
            new Api(port, "website", PASSWORD)
                .post(
                    "/api/leads",
                    Map.of(
                        "subject", "Plant monitoring",
                        "lastName", "Vogel",
                        "companyName", "Vogel Antriebe GmbH",
                        "numberOfEmployees", 800,
                        "address1Country", "Germany"))
                .text("leadId"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> tasks.createTaskQuery().processInstanceBusinessKey(lead.toString()).count() > 0);
    return lead;
  }

  /** Copies what is known of the past, each copy some seconds earlier and of another duration. */
  private void fill() {
    List<String> indexes =
        jdbc.sql(
                "SELECT indexdef FROM pg_indexes WHERE tablename = 'act_hi_actinst' AND indexname"
                    + " NOT LIKE '%pkey'")
            .query(String.class)
            .list();
    jdbc.sql(
            "SELECT indexname FROM pg_indexes WHERE tablename = 'act_hi_actinst' AND indexname NOT LIKE '%pkey'")
        .query(String.class)
        .list()
        .forEach(index -> jdbc.sql("DROP INDEX " + index).update());
    jdbc.sql("CREATE TABLE copied AS SELECT * FROM act_hi_actinst").update();
    List<String> columns =
        jdbc.sql(
                "SELECT column_name FROM information_schema.columns WHERE table_name ="
                    + " 'act_hi_actinst' ORDER BY ordinal_position")
            .query(String.class)
            .list();
    jdbc.sql(
            "INSERT INTO act_hi_actinst (%s) SELECT %s FROM copied, generate_series(1, %d) AS copy (n)"
                .formatted(
                    String.join(", ", columns),
                    columns.stream()
                        .map(FiguresVolumeCheck::value)
                        .collect(Collectors.joining(", ")),
                    LEADS))
        .update();
    indexes.forEach(index -> jdbc.sql(index).update());
    jdbc.sql("ANALYZE act_hi_actinst").update();
    System.out.printf(
        "%d steps of %d leads%n",
        jdbc.sql("SELECT count(*) FROM act_hi_actinst").query(Long.class).single(), LEADS);
  }

  private static String value(String column) {
    return switch (column) {
      case "id_", "proc_inst_id_", "root_proc_inst_id_", "execution_id_" ->
          "md5(" + column + " || n)";
      // Of a year.
      case "start_time_", "end_time_" -> column + " - n * interval '31 seconds'";
      case "duration_" ->
          "CASE WHEN act_type_ = 'userTask' THEN (n * 7919) % 600000000 ELSE n % 40 END";
      default -> column;
    };
  }

  private static Duration time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static void print(String what, Duration took) {
    System.out.printf("%-55s %7d ms%n", what, took.toMillis());
  }
}
