package org.leadflow.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;

/**
 * A conversion that fails at any of its steps. The database is made to refuse what the step writes,
 * so everything before it was written and has to be taken back.
 */
abstract class HalfwayTests extends WholeWay {

  /** All that a conversion may write into. */
  private static final List<String> WRITTEN =
      List.of(
          "account",
          "account_key",
          "contact",
          "contact_key",
          "opportunity",
          "opportunity_stakeholder",
          "opportunity_stakeholder_source",
          "opportunity_audit",
          "lead_activity WHERE from_lead_id IS NOT NULL",
          "lead_account",
          "lead_contact",
          "lead_audit",
          "lead_change",
          "conversion",
          "conversion_fill",
          "act_ru_execution",
          "act_ru_task",
          "act_hi_procinst");

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

  private UUID lead;
  private String owner;
  private final String phone = "+49 711 " + ThreadLocalRandom.current().nextInt(100_000, 999_999);

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "account,                        originating_lead_id <> :lead",
    "contact,                        originating_lead_id <> :lead",
    "opportunity,                    originating_lead_id <> :lead",
    "act_ru_task,                    task_def_key_ <> 'UserTask_DevelopOpportunity' OR create_time_ < :now",
    "lead_activity,                  from_lead_id <> :lead",
    "opportunity_stakeholder_source, lead_id <> :lead",
    "conversion,                     lead_id <> :lead",
    "lead_audit,                     lead_id <> :lead OR state_code = 0",
    "lead,                           lead_id <> :lead OR state_code = 0",
    "lead_change,                    lead_id <> :lead OR field <> 'parentAccountId'"
  })
  void whatALeadBecomesIsThereAsAWholeOrNotAtAll(String table, String unless) {
    aLeadWithAllThatFollows(aGermanLead());

    nothingRemainsWhenRefused(table, unless, Map.of());

    assertThat(qualify(Map.of()).body().get("createdEntities")).hasSize(3);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "account,         telephone1 <> ':phone'",
    "lead_account,    lead_id <> :lead",
    "conversion_fill, value_after NOT LIKE '%:phone%'",
    "contact,         originating_lead_id <> :lead"
  })
  void anExistingCustomerIsAsHeWasWhenTheRestFails(String table, String unless) {
    aLeadWithAllThatFollows(aGermanLead());
    String account =
        qualify(Map.of("createContact", false, "createOpportunity", false))
            .body()
            .at("/createdEntities/0/id")
            .asText();
    Api.Answer before = as("admin").get("/api/accounts/" + account);
    aLeadWithAllThatFollows(aGermanLead("telephone1", phone));

    nothingRemainsWhenRefused(table, unless, Map.of("accountId", account));

    assertThat(as("admin").get("/api/accounts/" + account).body()).isEqualTo(before.body());
    assertThat(qualify(Map.of("accountId", account)).status()).isEqualTo(200);
    assertThat(as("admin").get("/api/accounts/" + account).text("telephone1")).isEqualTo(phone);
  }

  @Test
  void aReactivationOrUndoThatFailsLeavesTheLeadQualified() {
    aLeadWithAllThatFollows(aGermanLead());
    qualify(Map.of());

    for (String door : List.of("undo-qualification", "reactivate")) {
      Map<String, Integer> there = written();
      refuse(
          "lead_audit", "lead_id <> :lead OR action NOT IN ('CONVERSION_UNDONE', 'REACTIVATED')");
      Api.Answer failed = as("admin").post("/api/leads/" + lead + "/" + door, Map.of());
      allow("lead_audit");

      assertThat(failed.text("code")).as("%s", failed.body()).isEqualTo("server-error");
      assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Qualified");
      assertThat(written()).as(door).isEqualTo(there);
    }
    assertThat(as("admin").post("/api/leads/" + lead + "/undo-qualification", Map.of()).status())
        .isEqualTo(200);
  }

  private void nothingRemainsWhenRefused(String table, String unless, Map<String, ?> request) {
    String task = taskOf(lead, "UserTask_WorkLead");
    Api.Answer before = lead(lead);
    Map<String, Integer> there = written();
    refuse(table, unless);
    Api.Answer failed;
    try {
      failed = as("admin").post("/api/leads/" + lead + "/qualify", request);
    } finally {
      allow(table);
    }

    assertThat(failed.text("code")).as("%s", failed.body()).isEqualTo("server-error");
    assertThat(failed.body().toString()).doesNotContainIgnoringCase("constraint");
    assertThat(lead(lead).body()).isEqualTo(before.body());
    assertThat(written()).isEqualTo(there);
    assertThat(taskOf(lead, "UserTask_WorkLead")).isEqualTo(task);
    assertThat(as(owner).get("/api/leads/" + lead + "/activities?stateCode=0").text("total"))
        .isEqualTo("1");
  }

  private void aLeadWithAllThatFollows(Map<String, Object> fields) {
    lead = sent(fields);
    owner = ownerOf(lead);
    String path = "/api/leads/" + lead;
    Api.Answer known = as(owner).post("/api/contacts", Map.of("lastName", unlikeAnyOther()));
    assertThat(known.status()).as("%s", known.body()).isEqualTo(201);
    List.of(
            as(owner).post(path + "/stakeholders", Map.of("contactId", known.text("contactId"))),
            as(owner)
                .post(
                    path + "/activities", Map.of("activityTypeCode", "task", "subject", "Ask him")))
        .forEach(answer -> assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201));
  }

  private Api.Answer qualify(Map<String, ?> request) {
    Api.Answer answer = as("admin").post("/api/leads/" + lead + "/qualify", request);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer;
  }

  private Map<String, Integer> written() {
    Map<String, Integer> rows = new LinkedHashMap<>();
    WRITTEN.forEach(table -> rows.put(table, count(table)));
    return rows;
  }

  private void refuse(String table, String unless) {
    String check =
        unless
            .replace(":phone", phone)
            .replace(":lead", "CAST('" + lead + "' AS uuid)")
            .replace(":now", "TIMESTAMP '" + LocalDateTime.now().format(SECONDS) + "'");
    jdbc.sql("ALTER TABLE " + table + " ADD CONSTRAINT refused_for_now CHECK (" + check + ")")
        .update();
  }

  private void allow(String table) {
    jdbc.sql("ALTER TABLE " + table + " DROP CONSTRAINT refused_for_now").update();
  }
}
