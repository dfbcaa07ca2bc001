package org.leadflow.process.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Visitor;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.StatusCode;
import org.leadflow.qualification.Answer;
import org.leadflow.qualification.LeadAnswered;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** A lead that may be there already waits until somebody decides, and never without end. */
abstract class UndecidedLeadsTests extends WholeWay {

  private static final String DECIDE_DUPLICATE = "UserTask_DecideDuplicate";
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

  @Autowired TaskService tasks;
  @Autowired ManagementService management;
  @Autowired LeadRecords leads;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;

  private UUID there;
  private UUID lead;

  @BeforeEach
  void aLeadThatMayBeThereAlready() {
    Map<String, Object> first = aGermanLead();
    there = sent(first);
    ownerOf(there);
    lead =
        sent(
            aGermanLead(
                "emailAddress1",
                first.get("emailAddress1"),
                "firstName",
                "Quo",
                "lastName",
                "Zzyzx"));
    taskOf(lead, DECIDE_DUPLICATE);
  }

  @Test
  void whenNobodyDecidesInTimeItGoesOnAsOneOfItsOwn() {
    Date due = task().getDueDate();
    assertThat(due).isAfter(new Date()).hasSameTimeAs(timer().getDuedate());

    itsTimeIsOver();

    assertThat(ownerOf(lead)).isNotEqualTo("triage");
    assertThat(lead(lead).text("score")).isNotNull();
    assertThat(trail("LEFT_UNDECIDED")).singleElement().asString().contains("lead " + there);
    assertNobodyIsAsked();
    assertRefused(decided(), "not-asked");
    assertThat(lead(there).text("stateCodeLabel")).isEqualTo("Open");
    assertThat(count("told_apart WHERE '" + lead + "' IN (one, other)"))
        .as("nobody told them apart")
        .isZero();
  }

  @Test
  void onceSomebodyDecidedNoTimeIsOver() {
    String process = task().getProcessInstanceId();

    assertThat(decided().status()).isEqualTo(200);

    ownerOf(lead);
    assertThat(management.createJobQuery().processInstanceId(process).count()).isZero();
    assertThat(trail("LEFT_UNDECIDED")).isEmpty();
  }

  @Test
  void whatIsDisqualifiedUndecidedWaitsNoLonger() {
    Api.Answer answer =
        as("lena").post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 5));

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertIsDisqualified();
    assertThat(trail("DISQUALIFIED")).hasSize(1);
    assertThat(lead(there).text("stateCodeLabel")).isEqualTo("Open");
  }

  @Test
  void whatComesBackIsAskedAboutNoMore() {
    as("lena").post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 5));

    Api.Answer answer = as("lena").post("/api/leads/" + lead + "/reactivate", Map.of());

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    ownerOf(lead);
    assertNobodyIsAsked();
  }

  @Test
  void itsPageSaysThatItWaitsAndDisqualifiesIt() {
    Visitor lena = tasklistOf("lena");
    String page = lena.get("/leads/" + lead).body();
    assertThat(page)
        .contains("It waits for a decision", "/leads/" + lead + "/twins/card", "id=\"disqualify\"")
        .doesNotContain("id=\"qualify\"");
    Matcher version = VERSION.matcher(page);
    assertThat(version.find()).isTrue();

    var done =
        lena.form("/leads/" + lead + "/disqualify", "statusCode=5&version=" + version.group(1));

    assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
    assertIsDisqualified();
    assertThat(lena.get("/leads/" + lead).body()).doesNotContain("It waits for a decision");
  }

  @Test
  void manyAreDisqualifiedAtOnce() {
    Api.Answer answer =
        as("lena")
            .post("/api/leads/bulk/disqualify", Map.of("leadIds", List.of(lead), "statusCode", 5));

    assertThat(answer.body().path("counts").toString()).isEqualTo("{\"disqualified\":1}");
    assertIsDisqualified();
  }

  @Test
  void theClockAndSomebodyWhoDisqualifiesItDoNotWaitForEachOther() {
    transaction.executeWithoutResult(
        status -> {
          leads.locked(lead);
          String timer = CompletableFuture.supplyAsync(this::itsTimeIsOver).join();
          await().until(() -> isBeingDone(timer));
          // As long as PostgreSQL lets pass before it looks for those who wait crosswise.
          await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
          events.publishEvent(
              new LeadAnswered(lead, new Answer.Disqualified(StatusCode.CANNOT_CONTACT, null)));
        });

    assertIsDisqualified();
    assertThat(trail("LEFT_UNDECIDED")).isEmpty();
  }

  private boolean isBeingDone(String job) {
    return count("act_ru_job WHERE lock_owner_ IS NOT NULL AND id_ = '" + job + "'") == 1;
  }

  /** Answers the id of the timer's job, which is due from now on. */
  private String itsTimeIsOver() {
    String timer = timer().getId();
    management.setJobDuedate(timer, new Date(0));
    return timer;
  }

  private Job timer() {
    return management
        .createJobQuery()
        .processInstanceId(task().getProcessInstanceId())
        .timers()
        .singleResult();
  }

  private Task task() {
    return tasks.createTaskQuery().taskId(taskOf(lead, DECIDE_DUPLICATE)).singleResult();
  }

  private Api.Answer decided() {
    return as("lena")
        .post("/api/leads/" + lead + "/duplicates/decide", Map.of("answer", "different"));
  }

  private void assertNobodyIsAsked() {
    assertThat(as("admin").get("/api/leads/" + lead + "/duplicates").text("undecided"))
        .isEqualTo("false");
  }

  private void assertIsDisqualified() {
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Disqualified");
    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(lead.toString()).count())
        .isZero();
  }

  private static void assertRefused(Api.Answer answer, String code) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(409);
    assertThat(answer.text("code")).isEqualTo(code);
  }

  /** What its lines of this kind tell. */
  private List<String> trail(String action) {
    JsonNode lines = as("admin").get("/api/leads/" + lead + "/trail").body();
    return lines.findParents("action").stream()
        .filter(line -> line.path("action").asText().equals(action))
        .map(line -> line.path("details").asText())
        .toList();
  }
}
