package org.leadflow.process.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.leadflow.lead.LeadRecords;
import org.leadflow.rules.Target;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The engine's clock goes over Easter 2024, where a holiday, a weekend, the night in which clocks
 * went forward and another holiday follow each other. In the office in Berlin there is work until
 * Thursday, 17:00 CET, and again from Tuesday, 9:00 CEST. That is years ago, so that no timer of
 * any other test is due.
 */
@Isolated
class OverEasterTests extends WholeWay {

  /** Thursday, 15:00 in Berlin: two hours before everybody goes home. */
  private static final Instant THURSDAY = Instant.parse("2024-03-28T14:00:00Z");

  private static final Instant TUESDAY_AT_NINE = Instant.parse("2024-04-02T07:00:00Z");

  @Autowired ManagementService management;
  @Autowired TaskService tasks;
  @Autowired LeadRecords leads;
  @Autowired WorkTimers timers;
  @Autowired TransactionTemplate transaction;

  @AfterEach
  void backToNow() {
    ClockUtil.reset();
  }

  private static void itIs(Instant time) {
    ClockUtil.setCurrentTime(Date.from(time));
  }

  @Test
  void anOfferThatBeginsBeforeEasterLapsesAfterIt() throws InterruptedException {
    itIs(THURSDAY);
    UUID lead = sent(aGermanLead("channelPartnerId", "nordwind"));
    Task offer =
        tasks.createTaskQuery().taskId(taskOf(lead, "UserTask_AnswerOffer")).singleResult();
    Duration given =
        lead(lead).text("grade").equals("A") ? Duration.ofHours(4) : Duration.ofHours(8);
    Instant lapses = TUESDAY_AT_NINE.plus(given).minus(Duration.ofHours(2));
    assertThat(offer.getDueDate()).isEqualTo(Date.from(lapses));

    for (Instant time :
        new Instant[] {
          Instant.parse("2024-03-29T12:00:00Z"), // Good Friday
          Instant.parse("2024-03-31T01:30:00Z"), // as the clocks go forward
          Instant.parse("2024-04-01T12:00:00Z"), // Easter Monday
          lapses.minusSeconds(60)
        }) {
      itIs(time);
      // Longer than the job executor rests.
      Thread.sleep(700);
      assertThat(lead(lead).text("ownerId")).as("at %s", time).isEqualTo("nordwind-sales");
    }
    itIs(lapses.plusSeconds(1));

    ownerOf(lead);
    assertThat(lead(lead).text("owningPartner")).isNull();
    assertThat(as("freja").post("/api/leads/" + lead + "/offer/accept", Map.of()).text("code"))
        .isEqualTo("offer-lapsed");
  }

  @Test
  void aDeadlineThatBeginsBeforeEasterIsMissedAfterIt() throws InterruptedException {
    rules.answer("routing/units/emea", Target.person("luca", 1));
    UUID lead = sent(aGermanLead());
    ownerOf(lead);
    jdbc.sql("UPDATE lead SET grade = 'B', created_on = ?, assigned_on = ? WHERE lead_id = ?")
        .params(THURSDAY.atOffset(ZoneOffset.UTC), THURSDAY.atOffset(ZoneOffset.UTC), lead)
        .update();
    itIs(THURSDAY);
    transaction.executeWithoutResult(status -> timers.move(leads.get(lead)));
    // Four hours: two on Thursday, two on Tuesday.
    Instant due = TUESDAY_AT_NINE.plus(Duration.ofHours(2));
    assertThat(job(lead, WorkTimers.MISSED).getDuedate()).isEqualTo(Date.from(due));

    itIs(due.minusSeconds(60));
    Thread.sleep(700);
    assertThat(happened(lead)).doesNotContain("MISSED");
    itIs(due.plusSeconds(1));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(happened(lead)).contains("MISSED"));
  }

  private String happened(UUID lead) {
    return as("admin").get("/api/leads/" + lead + "/deadlines").body().path("events").toString();
  }

  private Job job(UUID lead, String timer) {
    String instance =
        tasks
            .createTaskQuery()
            .taskId(taskOf(lead, "UserTask_WorkLead"))
            .singleResult()
            .getProcessInstanceId();
    return management.createJobQuery().processInstanceId(instance).activityId(timer).singleResult();
  }
}
