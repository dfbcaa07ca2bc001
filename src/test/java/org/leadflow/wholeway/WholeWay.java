package org.leadflow.wholeway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.leadflow.Invariants;
import org.leadflow.access.Visitor;
import org.leadflow.lead.AuditTrail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The running product with the demo organisation and no leads, and the words its tests are written
 * in. After each test the invariants hold.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.profiles.active=demo",
      "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
      "leadflow.demo.password=" + WholeWay.PASSWORD,
      "leadflow.intake.demo-leads=false",
      "server.shutdown=immediate",
      "spring.datasource.hikari.connection-timeout=5000",
      "leadflow.outbox.targets.crm.url=http://localhost:1/hook",
      "leadflow.outbox.targets.crm.secret=a secret of both sides",
      "leadflow.outbox.deliver=false",
      "leadflow.process.start-grace=1s",
      "leadflow.process.sweep-every=1s",
      "leadflow.duplicates.off-for-sources=" + WholeWay.NOT_COMPARED,
      "leadflow.intake.ask-for-data-of=" + WholeWay.COMPLETED,
      "camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle=R2/PT1S",
      "camunda.bpm.default-number-of-retries=2",
      "camunda.bpm.job-execution.wait-time-in-millis=200",
      "camunda.bpm.job-execution.max-wait=500"
    })
@ResourceLock(providers = OneAtATime.class)
@Import({BreakableRules.class, CountedStatements.class})
public abstract class WholeWay {

  protected static final String PASSWORD = "Whole-Way-7-Password";

  /** The source whose leads are not compared, for tests that need the same person twice. */
  protected static final String NOT_COMPARED = "not-compared";

  /**
   * The source of whose leads data is asked for, so that others may send the least that is stored.
   */
  protected static final String COMPLETED = "completed";

  @LocalServerPort protected int port;
  @Autowired protected JdbcClient jdbc;
  @Autowired AuditTrail trail;
  @Autowired protected BreakableRules rules;
  @Autowired CountedStatements statements;

  private final List<UUID> acknowledged = new ArrayList<>();

  @AfterEach
  void noLeadIsLost() {
    rules.mend();
    new Invariants(jdbc, trail).noLeadIsLost(acknowledged);
  }

  /**
   * Of all leads there are, and so once for all tests of a class; what measures ({@code …Check})
   * fills the database with copies that have no trail.
   */
  @AfterAll
  static void theInvariantsHold(
      TestInfo tests, @Autowired JdbcClient jdbc, @Autowired AuditTrail trail) {
    if (!tests.getTestClass().orElseThrow().getSimpleName().endsWith("Check")) {
      new Invariants(jdbc, trail).hold(List.of());
    }
  }

  protected Api as(String user) {
    return new Api(port, user, PASSWORD);
  }

  protected Visitor tasklistOf(String user) {
    var visitor = new Visitor(port);
    visitor.logIn(user, PASSWORD);
    visitor.get("/camunda/app/tasklist/default/");
    return visitor;
  }

  /**
   * A lead of a company with 800 people in Stuttgart, with the given fields changed. Each is of
   * another company and person, so that none duplicates what another became.
   */
  protected static Map<String, Object> aGermanLead(Object... changes) {
    Map<String, Object> lead = new TreeMap<>();
    String company = unlikeAnyOther();
    String person = unlikeAnyOther();
    lead.put("subject", "Plant monitoring for three sites");
    lead.put("firstName", "Petra");
    lead.put("lastName", person);
    lead.put("companyName", company + " GmbH");
    lead.put("emailAddress1", "petra." + person + "@" + company + ".example");
    lead.put("address1City", "Stuttgart");
    lead.put("address1Country", "Germany");
    lead.put("numberOfEmployees", 800);
    lead.put("leadSourceCode", 7);
    for (int i = 0; i < changes.length; i += 2) {
      lead.put((String) changes[i], changes[i + 1]);
    }
    return lead;
  }

  /** Changes of a lead that is not compared with what is there, beside these. */
  protected static Object[] notCompared(Object... changes) {
    List<Object> all = new ArrayList<>(List.of(changes));
    all.addAll(List.of("sourceSystem", NOT_COMPARED, "sourceKey", unlikeAnyOther()));
    return all.toArray();
  }

  /** A name of letters in random order. */
  protected static String unlikeAnyOther() {
    List<String> letters = new ArrayList<>(List.of("abcdefghijklmnoprstuvwz".split("")));
    Collections.shuffle(letters);
    return String.join("", letters.subList(0, 12));
  }

  /** Sends the lead in as the website does and answers its id. */
  protected UUID sent(Map<String, Object> lead) {
    Api.Answer answer = as("website").post("/api/leads", lead);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    UUID id = UUID.fromString(answer.text("leadId"));
    acknowledged.add(id);
    return id;
  }

  protected void gone(UUID lead) {
    acknowledged.remove(lead);
  }

  protected Api.Answer lead(UUID id) {
    return as("admin").get("/api/leads/" + id);
  }

  /** Waits until the process of the lead waits at this element, and answers the task's id. */
  protected String taskOf(UUID lead, String element) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertThat(tasks(lead, element)).hasSize(1));
    return tasks(lead, element).get(0);
  }

  private List<String> tasks(UUID businessKey, String element) {
    return jdbc.sql(
            """
            SELECT t.id_ FROM act_ru_task t JOIN act_ru_execution e ON e.id_ = t.proc_inst_id_
            WHERE e.business_key_ = ? AND t.task_def_key_ = ?
            """)
        .params(businessKey.toString(), element)
        .query(String.class)
        .list();
  }

  /** Waits until the lead is routed and answers who owns it. */
  protected String ownerOf(UUID lead) {
    taskOf(lead, "UserTask_WorkLead");
    return lead(lead).text("ownerId");
  }

  /** Accepts the lead for the partner it is offered to, as this person of his. */
  protected void accepted(UUID lead, String user) {
    taskOf(lead, "UserTask_AnswerOffer");
    Api.Answer answer = as(user).post("/api/leads/" + lead + "/offer/accept", Map.of());
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  protected int count(String table) {
    return jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
  }
}
