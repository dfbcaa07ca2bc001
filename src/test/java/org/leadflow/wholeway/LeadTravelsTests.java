package org.leadflow.wholeway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Visitor;

/** A lead comes in, is routed, worked and ended, through the doors a client has. */
abstract class LeadTravelsTests extends WholeWay {

  @Test
  void aLeadIsRoutedWorkedAndConvertedInOneCommit() {
    String company = unlikeAnyOther() + " GmbH";
    UUID lead = sent(aGermanLead("transactionCurrencyId", "EUR", "companyName", company));
    String owner = ownerOf(lead);

    assertThat(owner).isIn("anna", "kim", "jonas");
    Api.Answer routed = lead(lead);
    assertThat(routed.text("grade")).isNotNull();
    assertThat(routed.text("slaDueOn")).isNotNull();
    assertThat(routed.text("owningBusinessUnit")).isEqualTo("emea");

    Api.Answer qualified = as(owner).post("/api/leads/" + lead + "/qualify", Map.of());

    assertThat(qualified.status()).as("%s", qualified.body()).isEqualTo(200);
    assertThat(qualified.body().get("createdEntities").findValuesAsText("entityType"))
        .containsExactly("account", "contact", "opportunity");
    List<String> ids = qualified.body().get("createdEntities").findValuesAsText("id");
    assertThat(as(owner).get("/api/accounts/" + ids.get(0)).text("name")).isEqualTo(company);
    assertThat(as(owner).get("/api/contacts/" + ids.get(1)).text("parentAccountId"))
        .isEqualTo(ids.get(0));
    Api.Answer opportunity = as(owner).get("/api/opportunities/" + ids.get(2));
    assertThat(opportunity.text("stage")).isEqualTo("DEVELOP");
    assertThat(opportunity.text("ownerUser")).isEqualTo(owner);
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Qualified");
    assertThat(lead(lead).text("qualifyingOpportunityId")).isEqualTo(ids.get(2));
    taskOf(UUID.fromString(ids.get(2)), "UserTask_DevelopOpportunity");
  }

  @Test
  void aLeadThatBecomesNothingButQualifiedStaysAtItsStage() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    int opportunities = count("opportunity");

    Map<String, Boolean> nothing =
        Map.of("createAccount", false, "createContact", false, "createOpportunity", false);
    Api.Answer answer = as(owner).post("/api/leads/" + lead + "/qualify", nothing);

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(answer.text("stage")).isEqualTo("Qualify");
    assertThat(answer.body().get("createdEntities")).isEmpty();
    assertThat(count("opportunity")).isEqualTo(opportunities);
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Qualified");
  }

  @Test
  void anExistingAccountIsLinkedInsteadOfCreatedAndMustBeThereForTheCaller() {
    UUID first = sent(aGermanLead("transactionCurrencyId", "EUR"));
    String owner = ownerOf(first);
    Api.Answer qualified = as(owner).post("/api/leads/" + first + "/qualify", Map.of());
    String account = qualified.body().get("createdEntities").findValuesAsText("id").get(0);
    UUID second = sent(aGermanLead("transactionCurrencyId", "EUR", "address1Country", "USA"));
    ownerOf(second);

    assertThat(
            as("olivia")
                .post("/api/leads/" + second + "/qualify", Map.of("accountId", account))
                .faultyFields())
        .containsExactly("accountId");
    assertThat(
            as("admin")
                .post("/api/leads", aGermanLead("parentAccountId", UUID.randomUUID()))
                .faultyFields())
        .containsExactly("parentAccountId");

    Api.Answer linked =
        as("admin").post("/api/leads/" + second + "/qualify", Map.of("accountId", account));
    assertThat(linked.status()).as("%s", linked.body()).isEqualTo(200);
    assertThat(linked.body().get("linkedEntities").findValuesAsText("id")).containsExactly(account);
    assertThat(linked.body().get("createdEntities").findValuesAsText("entityType"))
        .containsExactly("contact", "opportunity");
  }

  @Test
  void theDecisionTellsFactsRulesTargetAndEveryCandidate() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);

    JsonNode decision = as(owner).get("/api/leads/" + lead + "/decisions").body().get(0);

    assertThat(decision.get("code").asText()).isEqualTo("routed");
    assertThat(decision.get("owner").get("id").asText()).isEqualTo(owner);
    JsonNode explanation = decision.get("explanation");
    assertThat(explanation.get("facts").get("country").asText()).isEqualTo("DE");
    assertThat(explanation.get("verdicts").findValuesAsText("ruleSet"))
        .containsExactly("routing/company", "routing/units/emea");
    assertThat(explanation.get("verdicts").findValuesAsText("version"))
        .allSatisfy(v -> assertThat(v).isNotBlank());
    assertThat(explanation.get("verdicts").get(0).get("fired").get(0).get("sentence").asText())
        .isNotBlank();
    assertThat(explanation.get("target").get("id").asText()).isEqualTo("dach-enterprise");
    assertThat(explanation.get("candidates").findValuesAsText("userId"))
        .containsExactlyInAnyOrder("anna", "kim", "jonas");
  }

  @Test
  void turnsGoRoundWhateverTheNumberOfThreads() {
    List<UUID> leads =
        IntStream.range(0, 12).mapToObj(i -> sent(aGermanLead("subject", "Turn " + i))).toList();
    var owners = leads.stream().map(this::ownerOf).toList();

    assertThat(owners).contains("anna", "kim", "jonas");
    assertThat(new TreeSet<>(owners)).hasSize(3);
  }

  @Test
  void aDisqualifiedLeadKeepsItsReasonAndIsReadOnly() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);

    Api.Answer answer =
        as(owner)
            .post(
                "/api/leads/" + lead + "/disqualify",
                Map.of("statusCode", 5, "comment", "Number is dead"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("statusCodeLabel")).isEqualTo("Cannot Contact");
    Api.Answer change =
        as(owner).patch("/api/leads/" + lead, answer.etag(), Map.of("jobTitle", "CEO"));
    assertThat(change.status()).isEqualTo(409);
    assertThat(change.text("code")).isEqualTo("lead-closed");
    assertThat(as(owner).post("/api/leads/" + lead + "/qualify", Map.of()).status()).isEqualTo(409);
  }

  @Test
  void aLeadNoRuleTakesWaitsForTheLeadDesk() {
    UUID lead =
        sent(
            aGermanLead(
                "address1Country", "Antarctica", "emailAddress1", null, "numberOfEmployees", null));
    taskOf(lead, "UserTask_TriageLead");

    assertThat(lead(lead).text("ownerId")).isEqualTo("triage");
    JsonNode decision = as("lena").get("/api/leads/" + lead + "/decisions").body().get(0);
    assertThat(decision.get("code").asText()).isEqualTo("no-unit-matched");
    assertThat(
            as("lena")
                .post("/api/leads/" + lead + "/qualify", Map.of("opportunityCurrencyId", "EUR"))
                .text("code"))
        .isEqualTo("not-assigned");

    Map<String, String> nobody = Map.of("ownerId", "nobody-here", "ownerIdType", "user");
    assertThat(as("lena").post("/api/leads/" + lead + "/assign", nobody).faultyFields())
        .containsExactly("ownerId");
    Map<String, String> marie = Map.of("ownerId", "marie", "ownerIdType", "user");
    assertThat(as("lena").post("/api/leads/" + lead + "/assign", marie).status()).isEqualTo(200);

    assertThat(ownerOf(lead)).isEqualTo("marie");
  }

  @Test
  void aPartnersLeadGoesToThePartnerAndIsSeenByNoOther() {
    UUID lead = sent(aGermanLead("address1Country", "Denmark", "channelPartnerId", "nordwind"));
    accepted(lead, "freja");

    assertThat(ownerOf(lead)).isEqualTo("freja");
    assertThat(as("freja").get("/api/leads/" + lead).status()).isEqualTo(200);
    assertThat(as("kenji").get("/api/leads/" + lead).status()).isEqualTo(404);
    assertThat(as("anna").get("/api/leads/" + lead).status()).isEqualTo(404);
  }

  @Test
  void anUnsolicitedLeadIsClosedAndKept() {
    UUID lead =
        sent(
            Map.of(
                "subject",
                "test test",
                "lastName",
                "test",
                "firstName",
                "test",
                "companyName",
                "test"));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(lead(lead).text("statusCodeLabel")).isEqualTo("Unsolicited"));
    JsonNode decision = as("admin").get("/api/leads/" + lead + "/decisions").body().get(0);
    assertThat(decision.get("question").asText()).isEqualTo("SCREENING");
  }

  @Test
  void theSameSubmissionTwiceIsOneLead() {
    Map<String, Object> submission =
        aGermanLead("sourceSystem", "fair", "sourceKey", UUID.randomUUID().toString());
    UUID first = sent(submission);

    Api.Answer again = as("website").post("/api/leads", submission);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("leadId")).isEqualTo(first.toString());
    ownerOf(first);
  }

  @Test
  void oneOfTwoWhoQualifyAtOnceWins() throws Exception {
    UUID lead = sent(aGermanLead("transactionCurrencyId", "EUR"));
    String owner = ownerOf(lead);
    int before = count("opportunity");
    ExecutorService both = Executors.newFixedThreadPool(2);

    Callable<Integer> qualify =
        () -> as(owner).post("/api/leads/" + lead + "/qualify", Map.of()).status();
    List<Future<Integer>> answers = both.invokeAll(List.of(qualify, qualify));
    both.shutdown();

    assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
        .containsExactlyInAnyOrder(200, 409);
    assertThat(count("opportunity")).isEqualTo(before + 1);
  }

  @Test
  void whatFailsInTheMiddleOfAConversionLeavesNoTrace() {
    UUID lead = sent(aGermanLead("transactionCurrencyId", "EUR"));
    String owner = ownerOf(lead);
    int accounts = count("account");
    UUID blocking = blockOpportunityOf(lead);

    Api.Answer answer = as(owner).post("/api/leads/" + lead + "/qualify", Map.of());

    assertThat(answer.status()).isGreaterThanOrEqualTo(400);
    assertThat(count("account")).isEqualTo(accounts);
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Open");
    jdbc.sql("DELETE FROM opportunity WHERE opportunity_id = ?").param(blocking).update();
    jdbc.sql("DELETE FROM contact WHERE contact_id = ?").param(blocking).update();
    assertThat(as(owner).post("/api/leads/" + lead + "/qualify", Map.of()).status()).isEqualTo(200);
  }

  /** A record that stands where the conversion's last step wants to write. */
  private UUID blockOpportunityOf(UUID lead) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            INSERT INTO contact (contact_id, version, last_name, owner_user, owning_business_unit, created_on, created_by)
            VALUES (?, 0, 'In the way', 'anna', 'emea', CURRENT_TIMESTAMP, 'test')
            """)
        .param(id)
        .update();
    jdbc.sql(
            """
            INSERT INTO opportunity (opportunity_id, version, name, state_code, status_code, stage, parent_contact_id,
              transaction_currency_id, originating_lead_id, owner_user, owning_business_unit, created_on, created_by)
            VALUES (?, 0, 'In the way', 0, 1, 'DEVELOP', ?, 'EUR', ?, 'anna', 'emea', CURRENT_TIMESTAMP, 'test')
            """)
        .params(id, id, lead)
        .update();
    return id;
  }

  @Test
  void aBrokenRuleLosesNoLeadAndIsAnIncidentThatCanBeRetried() {
    rules.breakSet("scoring");
    UUID lead = sent(aGermanLead());

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(incidentsOf(lead)).hasSize(1));
    assertThat(lead(lead).text("ownerId")).isEqualTo("triage");
    String incident = incidentsOf(lead).get(0).get("incidentId").asText();
    assertThat(as("anna").post("/api/incidents/" + incident + "/retry", Map.of()).status())
        .isEqualTo(403);

    rules.mend();
    assertThat(as("admin").post("/api/incidents/" + incident + "/retry", Map.of()).status())
        .isEqualTo(204);

    assertThat(ownerOf(lead)).isIn("anna", "kim", "jonas");
    assertThat(incidentsOf(lead)).isEmpty();
  }

  private List<JsonNode> incidentsOf(UUID lead) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode incident : as("admin").get("/api/incidents").body()) {
      if (lead.toString().equals(incident.path("leadId").asText())) {
        found.add(incident);
      }
    }
    return found;
  }

  @Test
  void tasklistAndApiLeaveTheSameTrail() {
    UUID byApi = sent(aGermanLead("transactionCurrencyId", "EUR"));
    UUID byTasklist = sent(aGermanLead("transactionCurrencyId", "EUR"));
    as(ownerOf(byApi)).post("/api/leads/" + byApi + "/qualify", Map.of());
    String owner = ownerOf(byTasklist);
    String task = taskOf(byTasklist, "UserTask_WorkLead");

    int status = submit(tasklistOf(owner), task, "{\"answer\": {\"value\": \"qualified\"}}");

    assertThat(status).isEqualTo(204);
    assertThat(actions(byTasklist)).isEqualTo(actions(byApi));
    assertThat(
            as("admin")
                .get("/api/leads/" + byTasklist + "/trail")
                .body()
                .get(0)
                .get("door")
                .asText())
        .isEqualTo("TASKLIST");
  }

  @Test
  void whoLosesTheRaceBetweenTasklistAndApiReadsSo() throws Exception {
    for (int round = 0; round < 5; round++) {
      UUID lead = sent(aGermanLead());
      String owner = ownerOf(lead);
      String task = taskOf(lead, "UserTask_WorkLead");
      Visitor tasklist = tasklistOf(owner);
      ExecutorService both = Executors.newFixedThreadPool(2);
      Future<Integer> api =
          both.submit(() -> as(owner).post("/api/leads/" + lead + "/qualify", Map.of()).status());
      Future<Integer> form =
          both.submit(
              () ->
                  submit(
                      tasklist,
                      task,
                      "{\"answer\": {\"value\": \"disqualified\"}, \"statusReason\": {\"value\": \"5\"}}"));
      both.shutdown();

      if (api.get() == 200) {
        assertThat(form.get()).isIn(400, 409);
      } else {
        assertThat(api.get()).isIn(409, 412);
        assertThat(form.get()).isEqualTo(204);
      }
      assertThat(submit(tasklist, task, "{\"answer\": {\"value\": \"contacted\"}}"))
          .as("the task is gone")
          .isIn(400, 404, 409);
    }
  }

  @Test
  void aWrongAnswerInTasklistIsRefusedByTheServerAndTheTaskStays() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    String task = taskOf(lead, "UserTask_WorkLead");
    Visitor tasklist = tasklistOf(owner);

    assertThat(
            submit(
                tasklist,
                task,
                "{\"answer\": {\"value\": \"qualified\"}, \"accountId\": {\"value\": \""
                    + UUID.randomUUID()
                    + "\"}}"))
        .isEqualTo(400);
    assertThat(submit(tasklist, task, "{\"answer\": {\"value\": \"maybe\"}}")).isEqualTo(400);
    assertThat(submit(tasklist, task, "{}")).isEqualTo(400);
    assertThat(
            submit(
                tasklist,
                task,
                """
                {"answer": {"value": "qualified"}, "transactionCurrencyId": {"value": "EUR"},
                 "estimatedAmount": {"value": "-5"}}
                """))
        .isEqualTo(400);
    assertThat(
            submit(
                tasklist,
                task,
                "{\"answer\": {\"value\": \"disqualified\"}, \"statusReason\": {\"value\": \"3\"}}"))
        .isEqualTo(400);

    assertThat(taskOf(lead, "UserTask_WorkLead")).isEqualTo(task);
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Open");
  }

  @Test
  void whoeverClaimsATeamsTaskOwnsTheLead() {
    UUID lead = sent(aGermanLead("address1Country", "USA"));
    assertThat(ownerOf(lead)).isEqualTo("americas-inside-sales");
    String task = taskOf(lead, "UserTask_WorkLead");
    Visitor olivia = tasklistOf("olivia");

    assertThat(
            olivia
                .post(
                    "/camunda/api/engine/engine/default/task/" + task + "/claim",
                    "{\"userId\": \"olivia\"}")
                .statusCode())
        .isEqualTo(204);

    assertThat(lead(lead).text("ownerId")).isEqualTo("olivia");
    assertThat(
            olivia
                .post("/camunda/api/engine/engine/default/task/" + task + "/unclaim", "{}")
                .statusCode())
        .isEqualTo(204);
    assertThat(lead(lead).text("ownerId")).isEqualTo("americas-inside-sales");
  }

  @Test
  void aFormerOwnerHasNoWayBackToTheLead() {
    UUID lead = sent(aGermanLead());
    String former = ownerOf(lead);
    String task = taskOf(lead, "UserTask_WorkLead");
    Visitor tasklist = tasklistOf(former);
    String address = "/camunda/api/engine/engine/default/task/" + task;
    assertThat(tasklist.getJson(address).statusCode()).isEqualTo(200);

    Map<String, String> marie = Map.of("ownerId", "marie", "ownerIdType", "user");
    assertThat(as("lena").post("/api/leads/" + lead + "/assign", marie).status()).isEqualTo(200);

    assertThat(tasklist.getJson(address).statusCode()).isNotEqualTo(200);
    assertThat(
            tasklist.post(address + "/assignee", "{\"userId\": \"" + former + "\"}").statusCode())
        .isGreaterThanOrEqualTo(400);
    assertThat(lead(lead).text("ownerId")).isEqualTo("marie");
    assertThat(tasklistOf("marie").getJson(address).statusCode()).isEqualTo(200);
  }

  @Test
  void aLeadGivenAwayInTasklistIsAnAssignmentByHand() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    String task = taskOf(lead, "UserTask_WorkLead");
    Visitor tasklist = tasklistOf(owner);
    String address = "/camunda/api/engine/engine/default/task/" + task;

    assertThat(tasklist.post(address + "/delegate", "{\"userId\": \"kenji\"}").statusCode())
        .isEqualTo(403);
    assertThat(
            tasklist
                .method("PUT", address + "/variables/company", "{\"value\": \"x\"}")
                .statusCode())
        .isEqualTo(403);
    HttpResponse<String> given = tasklist.post(address + "/assignee", "{\"userId\": \"marie\"}");
    assertThat(given.statusCode()).as(given.body()).isEqualTo(204);

    assertThat(lead(lead).text("ownerId")).isEqualTo("marie");
    assertThat(
            as("marie").get("/api/leads/" + lead + "/decisions").body().get(0).get("code").asText())
        .isEqualTo("assigned-by-hand");
  }

  @Test
  void aContactedLeadStaysWithItsOwnerAndAHandedBackOneGoesToTheLeadDesk() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);

    assertThat(
            as(owner).post("/api/leads/" + lead + "/contacted", Map.of()).text("statusCodeLabel"))
        .isEqualTo("Contacted");
    assertThat(ownerOf(lead)).isEqualTo(owner);
    assertThat(as(owner).post("/api/leads/" + lead + "/hand-back", Map.of()).status())
        .isEqualTo(200);

    taskOf(lead, "UserTask_TriageLead");
    assertThat(lead(lead).text("ownerId")).isEqualTo("triage");
  }

  @Test
  void aDeletedLeadIsGoneFromTheEngineAndKeepsOneLineWithoutPersonalData() {
    UUID lead = sent(aGermanLead());
    ownerOf(lead);
    assertThat(as("anna").delete("/api/leads/" + lead).status()).isEqualTo(403);

    assertThat(as("admin").delete("/api/leads/" + lead).status()).isEqualTo(204);

    gone(lead);
    assertThat(lead(lead).status()).isEqualTo(404);
    for (String table : List.of("act_ru_execution", "act_hi_procinst")) {
      assertThat(
              jdbc.sql("SELECT count(*) FROM " + table + " WHERE business_key_ = ?")
                  .param(lead.toString())
                  .query(Integer.class)
                  .single())
          .as(table)
          .isZero();
    }
    assertThat(trail.of(lead).get(0).action().name()).isEqualTo("DELETED");
  }

  private List<String> actions(UUID lead) {
    return as("admin").get("/api/leads/" + lead + "/trail").body().findValuesAsText("action");
  }

  private static int submit(Visitor visitor, String task, String variables) {
    return visitor
        .post(
            "/camunda/api/engine/engine/default/task/" + task + "/submit-form",
            "{\"variables\": " + variables + "}")
        .statusCode();
  }
}
