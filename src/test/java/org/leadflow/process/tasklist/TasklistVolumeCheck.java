package org.leadflow.process.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
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
 * How long a seller with 500 tasks waits for his lists in Tasklist while 100,000 tasks are open,
 * authorizations on, on PostgreSQL. No test of the build but a command: {@code mvn test
 * -Dtest=TasklistVolumeCheck}; {@code -Dtasks=20000} for fewer.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.profiles.active=demo",
      "leadflow.demo.password=" + TasklistVolumeCheck.PASSWORD,
      "leadflow.intake.demo-leads=false",
      "camunda.bpm.job-execution.enabled=false"
    })
class TasklistVolumeCheck implements OnPostgres {

  static final String PASSWORD = "Many-Tasks-7-Password";

  private static final String REST = "/camunda/api/engine/engine/default";
  private static final int TASKS = Integer.getInteger("tasks", 100_000);
  private static final int HIS = 500;
  private static final int IN_HIS_QUEUE = 500;
  private static final int TIMES = 9;
  private static final Duration ALLOWED = Duration.ofMillis(200);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TaskService tasks;
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void aSellerHasHisListsAtOnceHoweverManyTasksThereAre() throws IOException {
    fill();
    var seller = new Visitor(port);
    seller.logIn("james", PASSWORD);
    seller.get("/camunda/app/tasklist/default/");

    Map<String, Duration> times = new LinkedHashMap<>();
    JsonNode filters =
        json.readTree(
            seller
                .getJson(REST + "/filter?firstResult=0&maxResults=2000&resourceType=Task")
                .body());
    for (JsonNode filter : filters) {
      String path = REST + "/filter/" + filter.path("id").asText();
      String name = filter.path("name").asText();
      times.put(name + ", count", time(name + ", count", () -> seller.getJson(path + "/count")));
      for (String by : List.of("dueDate", "created")) {
        String body =
            "{\"sorting\": [{\"sortBy\": \"%s\", \"sortOrder\": \"asc\"}], \"active\": true}"
                .formatted(by);
        times.put(
            name + ", list by " + by,
            time(
                name + ", list by " + by,
                () -> list(seller, path + "/list?firstResult=0&maxResults=15", body)));
        times.put(
            name + ", last page by " + by,
            time(
                name + ", last page by " + by,
                () -> list(seller, path + "/list?firstResult=480&maxResults=15", body)));
      }
      times.put(
          name + ", search for a company",
          time(
              name + ", search for a company",
              () ->
                  list(
                      seller,
                      path + "/list?firstResult=0&maxResults=15",
                      "{\"taskVariables\": [{\"name\": \"company\", \"operator\": \"like\", \"value\": \"%7%\"}]}")));
    }
    assertThat(times).allSatisfy((what, time) -> assertThat(time).as(what).isLessThan(ALLOWED));
  }

  private void fill() {
    UUID his = open(Map.of("ownerId", "james", "ownerIdType", "user"));
    UUID queued = open(Map.of("ownerId", "americas-inside-sales", "ownerIdType", "team"));
    UUID others = open(Map.of("ownerId", "emea-inside-sales", "ownerIdType", "team"));
    var many = new ManyTasks(jdbc);
    many.copy(his, "1", String.valueOf(HIS - 1), null);
    many.copy(queued, "1", String.valueOf(IN_HIS_QUEUE - 1), null);
    int rest = TASKS - HIS - IN_HIS_QUEUE;
    // Of five that are left four belong to one of some two hundred people, one waits in a queue.
    many.copy(his, "100000", String.valueOf(100_000 + rest * 4 / 5), "'seller-' || n % 200");
    many.copy(others, "1", String.valueOf(rest / 5 - 3), null);
    jdbc.sql("ANALYZE").update();
    System.out.printf(
        "%d open tasks, %d of james, %d authorizations%n",
        tasks.createTaskQuery().count(),
        tasks.createTaskQuery().taskAssignee("james").count(),
        jdbc.sql("SELECT count(*) FROM act_ru_authorization").query(Integer.class).single());
  }

  /** A lead whose task waits for this owner. */
  private UUID open(Map<String, String> owner) {
    var admin = new Api(port, "admin", PASSWORD);
    var website = new Api(port, "website", PASSWORD);
    String name = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    UUID lead =
        UUID.fromString(
            website
                .post(
                    "/api/leads",
                    Map.of(
                        "subject",
                        "Plant monitoring",
                        "lastName",
                        name,
                        "companyName",
                        "Company " + name,
                        // No rule takes it: the lead desk has it until it is assigned.
                        "address1Country",
                        "Antarctica"))
                .text("leadId"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> tasks.createTaskQuery().processInstanceBusinessKey(lead.toString()).count() > 0);
    var assigned = admin.post("/api/leads/" + lead + "/assign", owner);
    assertThat(assigned.status()).as("%s", assigned.body()).isEqualTo(200);
    return lead;
  }

  private HttpResponse<String> list(Visitor seller, String path, String body) {
    return seller.send(
        seller
            .request(path)
            // As Tasklist asks: with the count, and with names and variables embedded.
            .header("Accept", "application/hal+json, application/json; q=0.5")
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", seller.cookie("XSRF-TOKEN").orElse(""))
            .POST(BodyPublishers.ofString(body)));
  }

  private interface Request {
    HttpResponse<String> send();
  }

  /**
   * The median, after as many to warm up; the best is printed, too, for machines with other work.
   */
  private static Duration time(String what, Request request) {
    List<Duration> all = new ArrayList<>();
    for (int i = 0; i < 2 * TIMES; i++) {
      long start = System.nanoTime();
      HttpResponse<String> answer = request.send();
      if (i >= TIMES) {
        all.add(Duration.ofNanos(System.nanoTime() - start));
      }
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
    Collections.sort(all);
    System.out.printf(
        "%-45s %5d ms, at best %d ms%n",
        what, all.get(TIMES / 2).toMillis(), all.get(0).toMillis());
    return all.get(TIMES / 2);
  }
}
