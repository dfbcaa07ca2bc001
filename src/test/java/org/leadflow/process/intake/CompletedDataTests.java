package org.leadflow.process.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Visitor;
import org.leadflow.core.Records;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.LeadRecords;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A lead that nobody could work waits for its data, and is never stuck for the lack of it. */
abstract class CompletedDataTests extends WholeWay {

  private static final String COMPLETE_DATA = "UserTask_CompleteData";
  private static final String TRIAGE = "UserTask_TriageLead";
  private static final Map<String, Object> NOTHING = Map.of();

  @Autowired TaskService tasks;
  @Autowired ManagementService management;
  @Autowired LeadRecords leads;
  @Autowired TransactionTemplate transaction;

  private final String key = unlikeAnyOther();

  /** The least that is stored, with these fields besides. */
  private Map<String, Object> thin(Object... fields) {
    Map<String, Object> lead = new TreeMap<>();
    lead.put("subject", "A question");
    lead.put("lastName", "Vogel");
    lead.put("sourceSystem", COMPLETED);
    lead.put("sourceKey", key);
    for (int i = 0; i < fields.length; i += 2) {
      lead.put((String) fields[i], fields[i + 1]);
    }
    return lead;
  }

  private UUID waiting() {
    UUID lead = sent(thin());
    taskOf(lead, COMPLETE_DATA);
    return lead;
  }

  private Api.Answer completed(UUID lead, Map<String, ?> answer) {
    return as("lena").post("/api/leads/" + lead + "/complete-data", answer);
  }

  private List<String> trail(UUID lead) {
    return as("admin").get("/api/leads/" + lead + "/trail").body().findValuesAsText("action");
  }

  private void assertWaits(UUID lead) {
    assertThat(
            tasks.createTaskQuery().processInstanceBusinessKey(lead.toString()).list().stream()
                .map(Task::getTaskDefinitionKey))
        .containsExactly(COMPLETE_DATA);
  }

  private void assertRefused(Api.Answer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
    assertThat(answer.text("code")).isEqualTo(code);
  }

  @Test
  void theLeadDeskFindsOutHowToReachThePersonAndTheLeadGoesOn() {
    UUID lead = waiting();
    Task task = tasks.createTaskQuery().taskId(taskOf(lead, COMPLETE_DATA)).singleResult();
    assertThat(task.getDueDate()).isAfter(new Date());
    assertThat(lead(lead).text("ownerId")).isEqualTo("triage");
    assertThat(lead(lead).text("score")).isNull();

    Api.Answer answer =
        completed(
            lead,
            Map.of(
                "answer",
                "found",
                "emailAddress1",
                " vogel@" + key + ".example ",
                "companyName",
                key,
                "address1Country",
                "Germany"));

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(answer.text("emailAddress1")).isEqualTo("vogel@" + key + ".example");
    ownerOf(lead);
    assertThat(lead(lead).text("owningBusinessUnit")).isEqualTo("emea");
    assertThat(lead(lead).text("score")).isNotNull();
    assertThat(trail(lead)).contains("CHANGED");
    assertRefused(completed(lead, Map.of("answer", "nothing")), 409, "not-asked");
  }

  @Test
  void whatCannotBeStoredIsNamedAtOnceAndTheTaskStays() {
    UUID lead = waiting();

    Api.Answer wrong =
        completed(
            lead,
            Map.of("answer", "found", "emailAddress1", "no mail", "websiteUrl", "x".repeat(201)));
    assertRefused(wrong, 422, "invalid");
    assertThat(wrong.faultyFields()).containsExactlyInAnyOrder("emailAddress1", "websiteUrl");
    assertRefused(completed(lead, Map.of("answer", "found", "telephone1", " ")), 422, "invalid");
    assertRefused(completed(lead, Map.of("answer", "perhaps")), 422, "invalid");
    assertRefused(completed(lead, Map.of("answer", "found", "ownerId", "lena")), 400, "unreadable");
    assertThat(
            as("anna")
                .post("/api/leads/" + lead + "/complete-data", Map.of("answer", "nothing"))
                .status())
        .isEqualTo(404);

    assertWaits(lead);
  }

  @Test
  void whoFindsNothingLetsItGoOnAsItIs() {
    UUID lead = waiting();

    assertThat(completed(lead, Map.of("answer", "nothing")).status()).isEqualTo(200);

    taskOf(lead, TRIAGE);
    assertThat(trail(lead)).contains("LEFT_AS_IT_IS").doesNotContain("CHANGED");
  }

  @Test
  void whenTheTimeIsOverItGoesOnAsItIs() {
    UUID lead = waiting();
    itsTimeIsOver(lead);

    taskOf(lead, TRIAGE);
    assertThat(trail(lead)).contains("LEFT_AS_IT_IS");
  }

  /** Answers the id of the timer's job, which is due from now on. */
  private String itsTimeIsOver(UUID lead) {
    String process =
        tasks
            .createTaskQuery()
            .taskId(taskOf(lead, COMPLETE_DATA))
            .singleResult()
            .getProcessInstanceId();
    String timer =
        management.createJobQuery().processInstanceId(process).timers().singleResult().getId();
    management.setJobDuedate(timer, new Date(0));
    return timer;
  }

  @Test
  void theClockAndSomebodyWhoChangesItDoNotWaitForEachOther() throws Exception {
    UUID lead = waiting();
    taskOf(lead, COMPLETE_DATA);

    transaction.executeWithoutResult(
        status -> {
          Lead held = leads.locked(lead);
          String timer = CompletableFuture.supplyAsync(() -> itsTimeIsOver(lead)).join();
          await().until(() -> isBeingDone(timer));
          // It has come to the lead, and for longer than PostgreSQL lets pass before it looks for
          // those who wait crosswise: from now on the second one to wait is the one that fails.
          await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
          leads.change(lead, held.version(), fromGermany(held), Set.of());
        });

    ownerOf(lead);
    assertThat(trail(lead)).contains("CHANGED").doesNotContain("LEFT_AS_IT_IS");
  }

  private boolean isBeingDone(String job) {
    return count("act_ru_job WHERE lock_owner_ IS NOT NULL AND id_ = '" + job + "'") == 1;
  }

  private static LeadFields fromGermany(Lead lead) {
    Map<String, Object> fields = Records.values(lead.fields());
    fields.put("address1Country", "Germany");
    return Records.of(LeadFields.class, fields);
  }

  @Test
  void aChangeThatBringsSomethingMovesItOnByItself() {
    UUID lead = waiting();
    Api.Answer useless =
        as("admin").patch("/api/leads/" + lead, lead(lead).etag(), Map.of("jobTitle", "Buyer"));
    assertThat(useless.status()).as("%s", useless.body()).isEqualTo(200);
    assertWaits(lead);

    Api.Answer useful =
        as("admin")
            .patch("/api/leads/" + lead, lead(lead).etag(), Map.of("address1Country", "Germany"));

    assertThat(useful.status()).as("%s", useful.body()).isEqualTo(200);
    ownerOf(lead);
    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(lead.toString()).count()).isOne();
  }

  @Test
  void whoeverChangedItNeitherWaitsForWhatFollowsNorFailsWithIt() {
    UUID lead = waiting();
    rules.breakSet("scoring");

    Api.Answer first =
        as("admin")
            .patch("/api/leads/" + lead, lead(lead).etag(), Map.of("address1Country", "Germany"));
    assertThat(first.status()).as("%s", first.body()).isEqualTo(200);
    assertThat(first.text("address1Country")).isEqualTo("Germany");
    Api.Answer second =
        as("admin").patch("/api/leads/" + lead, first.etag(), Map.of("jobTitle", "Buyer"));
    assertThat(second.status()).as("%s", second.body()).isEqualTo(200);
    assertThat(lead(lead).etag()).isEqualTo(second.etag());
    assertRefused(completed(lead, Map.of("answer", "nothing")), 409, "not-asked");
    assertRefused(assigned(lead), 409, "not-routed-yet");

    rules.mend();
    retriedUntilAt(lead, "UserTask_WorkLead");
    assertThat(lead(lead).text("jobTitle")).isEqualTo("Buyer");
  }

  @Test
  void soDoesOneIntoWhichAnotherIsMerged() {
    UUID lead = waiting();
    UUID other = sent(aGermanLead(notCompared()));
    ownerOf(other);
    Api.Answer note =
        as("admin").post("/api/leads/" + other + "/notes", Map.of("text", "Met at the fair"));
    assertThat(note.status()).as("%s", note.body()).isEqualTo(201);

    Api.Answer merged =
        as("lena").post("/api/leads/" + lead + "/merge", Map.of("leadId", other.toString()));

    assertThat(merged.status()).as("%s", merged.body()).isEqualTo(200);
    ownerOf(lead);
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Open");
    assertThat(lead(lead).text("emailAddress1")).isEqualTo(lead(other).text("emailAddress1"));
    assertThat(lead(other).text("stateCodeLabel")).isEqualTo("Disqualified");
    assertThat(lead(other).text("masterId")).isEqualTo(lead.toString());
    assertThat(as("admin").get("/api/leads/" + lead + "/notes").body().toString())
        .contains("Met at the fair");
    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(other.toString()).count())
        .isZero();
  }

  @Test
  void soDoesItsSourceThatSendsItAgain() {
    UUID lead = waiting();

    Api.Answer again = as("website").post("/api/leads", thin("telephone1", "+49 30 23125 014"));

    assertThat(again.status()).as("%s", again.body()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        tasks
                            .createTaskQuery()
                            .processInstanceBusinessKey(lead.toString())
                            .taskDefinitionKey(COMPLETE_DATA)
                            .count())
                    .isZero());
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(lead(lead).text("score")).isNotNull());
  }

  @Test
  void itsPageSaysThatItWaitsOnlyWhileSomebodyIsAsked() {
    rules.breakSet("screening");
    UUID lead = sent(thin());
    Visitor lena = tasklistOf("lena");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(givenUpJobsOf(lead)).isNotEmpty());
    assertThat(lena.get("/leads/" + lead).body())
        .contains("A question")
        .doesNotContain("It waits for its data");

    rules.mend();
    retriedUntilAt(lead, COMPLETE_DATA);
    assertThat(lena.get("/leads/" + lead).body()).contains("It waits for its data");
  }

  /** As an operator does whose rules are mended. */
  private void retriedUntilAt(UUID lead, String element) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              givenUpJobsOf(lead).forEach(job -> management.setJobRetries(job, 1));
              assertThat(
                      tasks
                          .createTaskQuery()
                          .processInstanceBusinessKey(lead.toString())
                          .taskDefinitionKey(element)
                          .count())
                  .isOne();
            });
  }

  private List<String> givenUpJobsOf(UUID lead) {
    return jdbc.sql(
            """
            SELECT j.id_ FROM act_ru_job j JOIN act_ru_execution e ON e.id_ = j.process_instance_id_
            WHERE e.business_key_ = ? AND j.retries_ = 0
            """)
        .param(lead.toString())
        .query(String.class)
        .list();
  }

  @Test
  void whatIsWithdrawnOrDisqualifiedMeanwhileWaitsNoLonger() {
    UUID disqualified = waiting();
    Api.Answer answer =
        as("lena").post("/api/leads/" + disqualified + "/disqualify", Map.of("statusCode", 5));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(lead(disqualified).text("stateCodeLabel")).isEqualTo("Disqualified");
    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(disqualified.toString()).count())
        .isZero();

    UUID withdrawn = sent(thin("sourceKey", unlikeAnyOther()));
    taskOf(withdrawn, COMPLETE_DATA);
    assertThat(as("website").post("/api/leads/" + withdrawn + "/withdraw", NOTHING).status())
        .isEqualTo(200);
    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(withdrawn.toString()).count())
        .isZero();
  }

  @Test
  void nobodyIsGivenALeadThatNobodyCouldWork() {
    UUID lead = waiting();

    assertRefused(assigned(lead), 409, "data-missing");

    assertWaits(lead);
  }

  private Api.Answer assigned(UUID lead) {
    return as("lena")
        .post("/api/leads/" + lead + "/assign", Map.of("ownerId", "marie", "ownerIdType", "user"));
  }

  @Test
  void oneFactIsEnoughToGoOnAtOnce() {
    UUID lead = sent(thin("address1Country", "Antarctica"));

    taskOf(lead, TRIAGE);
  }

  @Test
  void theFormIsAnsweredInTasklistAndLeavesNothingOfThePersonInTheProcess() {
    UUID lead = waiting();
    Visitor lena = tasklistOf("lena");
    String address = "/camunda/api/engine/engine/default/task/" + taskOf(lead, COMPLETE_DATA);
    assertThat(lena.getJson(address + "/form-variables").body())
        .contains("e-mail address, phone number");
    assertThat(lena.post(address + "/submit-form", form("no mail")).body())
        .contains("E-mail address must be");
    assertWaits(lead);

    String mail = "vogel@" + key + ".example";
    var sent = lena.post(address + "/submit-form", form(mail));

    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(204);
    assertThat(lead(lead).text("emailAddress1")).isEqualTo(mail);
    for (String table : List.of("act_ru_variable", "act_hi_varinst")) {
      assertThat(count(table + " WHERE text_ = '" + mail + "'")).as(table).isZero();
    }
  }

  private static String form(String mail) {
    return "{\"variables\": {\"dataAnswer\": {\"value\": \"found\"}, \"emailAddress1\": {\"value\": \""
        + mail
        + "\"}, \"incomplete\": {\"value\": true}}}";
  }
}
