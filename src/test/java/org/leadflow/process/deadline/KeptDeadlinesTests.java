package org.leadflow.process.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.rules.Target;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Deadlines are kept by timers, with nobody saving anything. A lead is made as old as its deadlines
 * are long, and its timers come by the job executor.
 */
abstract class KeptDeadlinesTests extends WholeWay {

  @Autowired ManagementService management;
  @Autowired TaskService tasks;

  private UUID lead;
  private String owner;

  @BeforeEach
  void aLeadOfAPerson() {
    rules.answer("routing/units/emea", Target.team("emea-inside-sales", 1));
    lead = sent(aGermanLead());
    owner = ownerOf(lead);
  }

  @Test
  void tasklistShowsWhenItIsDueAndWhenToLookAgain() {
    Task task = task();

    assertThat(jobs()).hasSize(3);
    assertThat(task.getDueDate()).isAfter(new Date());
    assertThat(task.getFollowUpDate()).isBefore(task.getDueDate());
    assertThat(deadlines().path("running")).hasSize(2);
  }

  @Test
  void theOwnerIsRemindedThenHisManagersAreToldThenSomebodyElseHasIt() {
    older();
    comes(WorkTimers.REMINDER);
    await().atMost(Duration.ofSeconds(60)).until(() -> happened().contains("REMINDED"));
    assertThat(task().getPriority()).isEqualTo(75);

    comes(WorkTimers.MISSED);
    await().atMost(Duration.ofSeconds(60)).until(() -> happened().contains("MISSED"));
    assertThat(task().getPriority()).isEqualTo(100);
    assertThat(deadlines().path("events").findValuesAsText("told")).isNotEmpty();
    assertThat(tasks.getIdentityLinksForTask(task().getId()))
        .anyMatch(link -> link.getUserId() != null && !link.getUserId().equals(owner));
    assertThat(lead(lead).text("ownerId")).isEqualTo(owner);

    comes(WorkTimers.LAPSED);
    awaitAnotherOwner(owner);
    assertThat(happened()).contains("REROUTED");
    assertThat(jobs()).hasSize(3).allMatch(job -> job.getDuedate().after(new Date()));
    assertThat(as("admin").get("/api/leads/" + lead + "/timeline").body().toString())
        .contains("let it lapse");
  }

  @Test
  void afterTooManyOwnersTheLeadDeskHasIt() {
    Set<String> had = new HashSet<>();
    for (int lapse = 0; lapse < 2; lapse++) {
      String before = lead(lead).text("ownerId");
      had.add(before);
      older();
      comes(WorkTimers.LAPSED);
      awaitAnotherOwner(before);
      assertThat(had).doesNotContain(lead(lead).text("ownerId"));
    }
    older();
    comes(WorkTimers.LAPSED);

    taskOf(lead, "UserTask_TriageLead");
    assertThat(jobs()).isEmpty();
  }

  @Test
  void aLeadThatWaitsForItsCustomerIsFollowedUpOnThatDay() {
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(20);
    Date before = task().getDueDate();

    assertThat(
            as(owner)
                .post("/api/leads/" + lead + "/wait", Map.of("until", day.toString()))
                .status())
        .isEqualTo(200);

    assertThat(happened()).containsExactly("MET", "WAITING");
    assertThat(task().getFollowUpDate().toInstant().atOffset(ZoneOffset.UTC).toLocalDate())
        .isBetween(day.minusDays(1), day.plusDays(1));
    assertThat(task().getDueDate()).isAfter(before);
    assertThat(jobs()).allMatch(job -> job.getDuedate().after(task().getFollowUpDate()));
  }

  @Test
  void aDayThatIsOverIsRefused() {
    var refused = as(owner).post("/api/leads/" + lead + "/wait", Map.of("until", "2020-01-01"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.faultyFields()).containsExactly("until");
    assertThat(as(owner).post("/api/leads/" + lead + "/wait", Map.of()).faultyFields())
        .containsExactly("until");
  }

  @Test
  void aTimerThatComesTooSoonDoesNothingAndIsSetAgain() {
    comes(WorkTimers.REMINDER);

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> jobs().stream().allMatch(job -> job.getDuedate().after(new Date())));
    assertThat(jobs()).hasSize(3);
    assertThat(happened()).isEmpty();
  }

  @Test
  void whoGetsTheLeadByHandHasTheWholeTime() {
    Date nextYear = Date.from(Instant.now().plus(Duration.ofDays(365)));
    jobs().forEach(job -> management.setJobDuedate(job.getId(), nextYear));
    String other = owner.equals("luca") ? "sofia" : "luca";

    Map<String, String> wish = Map.of("ownerId", other, "ownerIdType", "user");
    assertThat(as("admin").post("/api/leads/" + lead + "/assign", wish).status()).isEqualTo(200);

    assertThat(jobs())
        .hasSize(3)
        .filteredOn(job -> job.getDuedate().before(nextYear))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void anAnswerEndsTheTimersAndCountsAsMet() {
    assertThat(
            as(owner).post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 5)).status())
        .isEqualTo(200);

    assertThat(happened()).containsExactly("MET", "MET");
    assertThat(jobs()).isEmpty();
  }

  /** Its timers are years away, as those of a lead that waits for an approval, or for nobody. */
  @Test
  void whatEndsTooLateWasMissedAlsoBeforeItsTimerComes() {
    older();

    assertThat(as(owner).post("/api/leads/" + lead + "/contacted", Map.of()).status())
        .isEqualTo(200);

    assertThat(happened()).containsExactly("MISSED", "LATE");
    assertThat(deadlines().path("events").findValuesAsText("dueOn").stream().distinct()).hasSize(1);
    assertThat(
            as(owner).post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 5)).status())
        .isEqualTo(200);
    assertThat(happened()).containsExactly("MISSED", "LATE", "MET", "MET");
  }

  /** As if it had come in half a year ago, so that all its deadlines are over. */
  private void older() {
    jdbc.sql("UPDATE lead SET assigned_on = created_on - INTERVAL '200' DAY WHERE lead_id = ?")
        .param(lead)
        .update();
  }

  private void comes(String timer) {
    management
        .createJobQuery()
        .processInstanceId(task().getProcessInstanceId())
        .activityId(timer)
        .list()
        .forEach(job -> management.setJobDuedate(job.getId(), new Date(0)));
  }

  private void awaitAnotherOwner(String before) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(ownerOf(lead)).isNotEqualTo(before));
  }

  private Task task() {
    return tasks.createTaskQuery().taskId(taskOf(lead, "UserTask_WorkLead")).singleResult();
  }

  private List<Job> jobs() {
    return management.createJobQuery().processDefinitionKey("lead-qualification").list().stream()
        .filter(
            job ->
                jdbc.sql("SELECT business_key_ FROM act_ru_execution WHERE id_ = ?")
                    .param(job.getProcessInstanceId())
                    .query(String.class)
                    .optional()
                    .filter(lead.toString()::equals)
                    .isPresent())
        .toList();
  }

  private JsonNode deadlines() {
    return as("admin").get("/api/leads/" + lead + "/deadlines").body();
  }

  private List<String> happened() {
    return deadlines().path("events").findValuesAsText("what");
  }
}
