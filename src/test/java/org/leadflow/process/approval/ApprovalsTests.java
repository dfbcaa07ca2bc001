package org.leadflow.process.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Visitor;
import org.leadflow.organization.OrganizationChanges;
import org.leadflow.organization.Role;
import org.leadflow.organization.User;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/** A large deal is qualified once a manager has approved it, and the answer says so. */
abstract class ApprovalsTests extends WholeWay {

  private static final String APPROVE = "UserTask_ApproveConversion";
  private static final Map<String, Object> NOTHING = Map.of();

  @Autowired private ManagementService management;
  @Autowired private FilterService filters;
  @Autowired private OrganizationChanges changes;
  private UUID lead;
  private String owner;

  private Api.Answer asked(int amount) {
    lead = sent(aGermanLead("transactionCurrencyId", "EUR"));
    owner = ownerOf(lead);
    return as(owner)
        .post(
            "/api/leads/" + lead + "/qualify",
            Map.of("opportunity", Map.of("estimatedAmount", amount)),
            Map.of("Idempotency-Key", unlikeAnyOther()));
  }

  private Api.Answer approve(String user) {
    return as(user).post("/api/leads/" + lead + "/approval/approve", NOTHING);
  }

  private Api.Answer sendBack(String user, String reason) {
    return as(user).post("/api/leads/" + lead + "/approval/send-back", Map.of("reason", reason));
  }

  private List<String> trail() {
    return as("admin").get("/api/leads/" + lead + "/trail").body().findValuesAsText("action");
  }

  private void assertProblem(Api.Answer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
    assertThat(answer.text("code")).isEqualTo(code);
  }

  @Test
  void aLargeDealWaitsForTheManagerAndIsQualifiedWhenHeApproves() {
    int accounts = count("account");
    Api.Answer answer = asked(600_000);

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
    assertThat(answer.text("status")).isEqualTo("waiting for approval");
    assertThat(answer.body().path("createdEntities")).isEmpty();
    assertThat(answer.body().at("/approval/amount").decimalValue()).isEqualByComparingTo("600000");
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Open");
    assertThat(count("account")).isEqualTo(accounts);
    assertThat(as("lena").get("/api/approvals").body().findValuesAsText("leadId"))
        .contains(lead.toString());
    assertThat(as("kenji").get("/api/approvals").body().findValuesAsText("leadId"))
        .doesNotContain(lead.toString());
    assertProblem(approve(owner), 403, "not-your-approval");
    assertThat(approve("kenji").status()).isEqualTo(404);
    assertProblem(
        as(owner).post("/api/leads/" + lead + "/qualify", NOTHING), 409, "waiting-for-approval");

    Api.Answer approved = approve("lena");

    assertThat(approved.status()).as("%s", approved.body()).isEqualTo(200);
    assertThat(approved.body().path("createdEntities").findValuesAsText("entityType"))
        .containsExactly("account", "contact", "opportunity");
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Qualified");
    assertThat(trail()).containsSubsequence("QUALIFIED", "APPROVED", "APPROVAL_ASKED");
    assertProblem(approve("lena"), 409, "already-answered");
    JsonNode kept = as("lena").get("/api/leads/" + lead + "/approvals").body().get(0);
    assertThat(kept.path("state").asText()).isEqualTo("approved");
    assertThat(kept.path("answeredBy").asText()).isEqualTo("lena");
    assertThat(kept.path("askedBy").asText()).isEqualTo(owner);
  }

  @Test
  void whatIsSentBackIsWorkedAgainWithTheReason() {
    asked(600_000);
    assertThat(sendBack("lena", " ").faultyFields()).containsExactly("reason");

    Api.Answer answer = sendBack("lena", "Ask for a credit check");

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(ownerOf(lead)).isEqualTo(owner);
    assertThat(as(owner).get("/api/leads/" + lead + "/timeline").body().toString())
        .contains("Ask for a credit check");
    assertThat(
            as(owner)
                .post(
                    "/api/leads/" + lead + "/qualify",
                    Map.of("opportunity", Map.of("estimatedAmount", 48_000)))
                .status())
        .isEqualTo(200);
  }

  @Test
  void anOrdinaryDealAndOneOfWhoCouldApproveItIsQualifiedAtOnce() {
    assertThat(asked(500_000).status()).isEqualTo(200);
    lead = sent(aGermanLead("transactionCurrencyId", "EUR"));
    ownerOf(lead);

    Api.Answer byManager =
        as("lena")
            .post(
                "/api/leads/" + lead + "/qualify",
                Map.of("opportunity", Map.of("estimatedAmount", 9_000_000)));

    assertThat(byManager.status()).as("%s", byManager.body()).isEqualTo(200);
    assertThat(count("lead_approval WHERE lead_id = '" + lead + "'")).isZero();
  }

  @Test
  void manyAtOnceTellWhichOnesWait() {
    lead = sent(aGermanLead("transactionCurrencyId", "EUR", "estimatedAmount", 700_000));
    owner = ownerOf(lead);

    Api.Answer answer = as(owner).post("/api/leads/bulk/qualify", Map.of("leadIds", List.of(lead)));

    assertThat(answer.body().toString()).contains("waitingForApproval");
  }

  @Test
  void aDealThatGrewMeanwhileIsNotApproved() {
    lead = sent(aGermanLead("transactionCurrencyId", "EUR", "estimatedAmount", 700_000));
    owner = ownerOf(lead);
    assertThat(as(owner).post("/api/leads/" + lead + "/qualify", NOTHING).status()).isEqualTo(202);
    assertThat(
            as(owner)
                .patch(
                    "/api/leads/" + lead, lead(lead).etag(), Map.of("estimatedAmount", 5_000_000))
                .status())
        .isEqualTo(200);

    assertProblem(approve("lena"), 409, "amount-changed");

    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Open");
    assertThat(sendBack("lena", "It became larger").status()).isEqualTo(200);
  }

  @Test
  void anOverdueApprovalBecomesUrgentAndCanStillBeGiven() {
    asked(600_000);
    String task = taskOf(lead, APPROVE);

    overdue(task);

    assertThat(ofTask(task, "priority_")).isEqualTo("100");
    assertThat(ofTask(task, "assignee_")).as("the manager who did not answer").isEqualTo("nobody");
    assertThat(offeredTo("lena")).contains(task);
    assertThat(offeredTo(owner)).doesNotContain(task);
    assertThat(approve("lena").status()).isEqualTo(200);
  }

  private void overdue(String task) {
    management.executeJob(
        management
            .createJobQuery()
            .processInstanceId(ofTask(task, "proc_inst_id_"))
            .activityId("BoundaryEvent_ApprovalOverdue")
            .singleResult()
            .getId());
  }

  /** The approvals that the shipped list of what is offered shows him, the newest of many first. */
  private String offeredTo(String user) {
    String filter =
        filters.createTaskFilterQuery().filterName("Offered to me").singleResult().getId();
    return tasklistOf(user)
        .post(
            "/camunda/api/engine/engine/default/filter/" + filter + "/list?maxResults=100",
            "{\"taskDefinitionKey\": \"%s\", \"sorting\": [%s]}"
                .formatted(APPROVE, "{\"sortBy\": \"created\", \"sortOrder\": \"desc\"}"))
        .body();
  }

  private String ofTask(String task, String column) {
    return jdbc.sql(
            "SELECT COALESCE(CAST("
                + column
                + " AS varchar(64)), 'nobody') FROM act_ru_task WHERE id_ = ?")
        .param(task)
        .query(String.class)
        .single();
  }

  @Test
  void whoGetsALeadThatWaitsHasItApprovedByHisManager() {
    String manager = aManagerOf("americas");
    try {
      asked(600_000);
      String task = taskOf(lead, APPROVE);
      assertThat(ofTask(task, "assignee_")).isEqualTo("lena");

      Api.Answer assigned =
          as("admin")
              .post(
                  "/api/leads/" + lead + "/assign",
                  Map.of("ownerId", "james", "ownerIdType", "user"));

      assertThat(assigned.status()).as("%s", assigned.body()).isEqualTo(200);
      assertThat(ofTask(task, "assignee_")).isEqualTo(manager);
      String address = "/camunda/api/engine/engine/default/task/" + task;
      assertThat(tasklistOf("lena").getJson(address).statusCode()).isGreaterThanOrEqualTo(400);
      assertThat(tasklistOf(manager).getJson(address).statusCode()).isEqualTo(200);
      assertProblem(approve("james"), 403, "not-your-approval");
      assertThat(sendBack(manager, "Talk to them first").status()).isEqualTo(200);
      assertThat(ownerOf(lead)).isEqualTo("james");
    } finally {
      changes.deactivate(manager);
    }
  }

  @Test
  void theOnlyManagerWhoTakesItOverWorksItAndNeedsNoApproval() {
    asked(600_000);
    overdue(taskOf(lead, APPROVE));

    Api.Answer assigned =
        as("lena")
            .post(
                "/api/leads/" + lead + "/assign", Map.of("ownerId", "lena", "ownerIdType", "user"));

    assertThat(assigned.status()).as("%s", assigned.body()).isEqualTo(200);
    assertThat(ofTask(taskOf(lead, "UserTask_WorkLead"), "assignee_")).isEqualTo("lena");
    assertProblem(approve("lena"), 409, "already-answered");
    JsonNode kept = as("lena").get("/api/leads/" + lead + "/approvals").body().get(0);
    assertThat(kept.path("state").asText()).isEqualTo("sent_back");
    assertThat(kept.path("reason").asText()).contains("Nobody stands above the owner");
    assertThat(as("admin").get("/api/leads/" + lead + "/trail").body().findValuesAsText("details"))
        .anySatisfy(line -> assertThat(line).contains("nobody is above the owner"));
    Api.Answer qualified =
        as("lena")
            .post(
                "/api/leads/" + lead + "/qualify",
                Map.of("opportunity", Map.of("estimatedAmount", 600_000)));
    assertThat(qualified.status()).as("%s", qualified.body()).isEqualTo(200);
  }

  @Test
  void anOverdueApprovalStaysWithWhoHasItWhereNobodyElseCouldAnswer() {
    asked(600_000);
    String task = taskOf(lead, APPROVE);
    jdbc.sql("UPDATE lead_approval SET asked_by = 'lena' WHERE lead_id = ?").param(lead).update();

    overdue(task);

    assertThat(ofTask(task, "priority_")).isEqualTo("100");
    assertThat(ofTask(task, "assignee_")).isEqualTo("lena");
    String address = "/camunda/api/engine/engine/default/task/" + task;
    assertThat(tasklistOf("lena").getJson(address).statusCode()).isEqualTo(200);
  }

  @Test
  void whoWorksForAPartnerIsToldNoNamesOfThoseWhoDecide() {
    accepted(lead = sent(aGermanLead("channelPartnerId", "nordwind")), "freja");
    taskOf(lead, "UserTask_WorkLead");
    Map<String, Object> large =
        Map.of("opportunityCurrencyId", "EUR", "opportunity", Map.of("estimatedAmount", 600_000));
    assertThat(as("freja").post("/api/leads/" + lead + "/qualify", large).status()).isEqualTo(202);

    Api.Answer refused = approve("freja");

    assertProblem(refused, 403, "not-your-approval");
    assertThat(refused.text("detail"))
        .contains("the unit that looks after you")
        .doesNotContain("lena");
    Visitor freja = tasklistOf("freja");
    assertThat(freja.get("/leads/" + lead).body())
        .contains("Freja Lindqvist wants to qualify it", "The unit that looks after you decides.")
        .doesNotContain("Lena Brandt");
    assertThat(approve("lena").status()).isEqualTo(200);
    assertThat(approve("freja").text("detail")).doesNotContain("lena");
  }

  @Test
  void whoeverSeesFewApprovalsFindsThemAmongManyOthers() {
    accepted(lead = sent(aGermanLead("channelPartnerId", "nordwind")), "freja");
    taskOf(lead, "UserTask_WorkLead");
    UUID hers = lead;
    Map<String, Object> large =
        Map.of("opportunityCurrencyId", "EUR", "opportunity", Map.of("estimatedAmount", 600_000));
    assertThat(as("freja").post("/api/leads/" + hers + "/qualify", large).status()).isEqualTo(202);
    UUID others = sent(aGermanLead());
    for (int n = 0; n <= 200; n++) {
      jdbc.sql(
              "INSERT INTO lead_approval (approval_id, lead_id, state, amount, amount_limit, currency,"
                  + " asked_by, asked_on, due_on) SELECT ?, ?, state, amount, amount_limit, currency,"
                  + " asked_by, asked_on, asked_on FROM lead_approval WHERE lead_id = ?")
          .params(UUID.randomUUID(), others, hers)
          .update();
    }
    try {
      Api.Answer open = as("freja").get("/api/approvals");
      assertThat(open.body().path("items").findValuesAsText("leadId"))
          .contains(hers.toString())
          .doesNotContain(others.toString());
      Api.Answer second = as("admin").get("/api/approvals?page=1&size=100");
      assertThat(second.body().path("items")).hasSize(100);
      assertThat(second.body().path("total").asInt()).isGreaterThan(201);
      assertThat(as("admin").get("/api/approvals?size=201").faultyFields()).containsExactly("size");
    } finally {
      jdbc.sql("DELETE FROM lead_approval WHERE lead_id = ?").param(others).update();
    }
  }

  @Test
  void whatSomebodyWroteStandsWithTheLeadAndNowhereInTheEngine() {
    String words = "Mr Vogel is " + unlikeAnyOther();
    lead = sent(aGermanLead("transactionCurrencyId", "EUR"));
    owner = ownerOf(lead);
    Map<String, Object> opportunity = Map.of("name", words, "estimatedAmount", 600_000);
    as(owner)
        .post(
            "/api/leads/" + lead + "/qualify",
            Map.of("opportunity", opportunity, "comment", words));
    assertThat(approve("lena").status()).isEqualTo(200);
    assertNowhereInTheEngine(words);
    UUID withdrawn = sent(aGermanLead("transactionCurrencyId", "EUR"));
    as(ownerOf(withdrawn))
        .post("/api/leads/" + withdrawn + "/qualify", Map.of("opportunity", opportunity));
    taskOf(withdrawn, APPROVE);
    assertThat(count("act_ru_variable WHERE text_ = '" + words + "'")).as("until then").isOne();
    as("admin").post("/api/leads/" + withdrawn + "/withdraw", Map.of("comment", words));
    assertNowhereInTheEngine(words);
    UUID disqualified = sent(aGermanLead());
    Api.Answer answer =
        as(ownerOf(disqualified))
            .post(
                "/api/leads/" + disqualified + "/disqualify",
                Map.of("statusCode", 5, "comment", words));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    UUID handedBack = sent(aGermanLead());
    as(ownerOf(handedBack))
        .post("/api/leads/" + handedBack + "/hand-back", Map.of("reason", words));
    taskOf(handedBack, "UserTask_TriageLead");
    assertThat(as("admin").get("/api/leads/" + handedBack + "/decisions").body().toString())
        .contains(words);
    assertNowhereInTheEngine(words);
  }

  private void assertNowhereInTheEngine(String words) {
    assertThat(count("act_ru_variable WHERE text_ = '" + words + "'")).isZero();
    assertThat(count("act_hi_varinst")).as("no variable is kept when its process is over").isZero();
  }

  private String aManagerOf(String unit) {
    String manager = "manager-" + unlikeAnyOther();
    changes.save(new User(manager, manager, null, unit, null, Set.of(Role.MANAGER), true));
    changes.setPassword(manager, PASSWORD);
    return manager;
  }

  @Test
  void nobodyIsAskedAboutALeadThatWasWithdrawn() {
    asked(600_000);
    as("admin").post("/api/leads/" + lead + "/withdraw", Map.of());

    assertThat(as("lena").get("/api/approvals").body().findValuesAsText("leadId"))
        .doesNotContain(lead.toString());
    assertProblem(approve("lena"), 409, "not-asked");
  }

  @Test
  void theManagerAnswersInTasklist() {
    asked(600_000);
    String task = taskOf(lead, APPROVE);
    Visitor lena = tasklistOf("lena");
    String address = "/camunda/api/engine/engine/default/task/" + task;
    assertThat(lena.getJson(address).body()).contains("\"assignee\":\"lena\"");
    assertThat(tasklistOf(owner).post(address + "/submit-form", form("approve")).statusCode())
        .isGreaterThanOrEqualTo(400);
    assertThat(lena.post(address + "/submit-form", form("sendBack")).body())
        .contains("approvalReason must be filled");

    assertThat(lena.post(address + "/submit-form", form("approve")).statusCode()).isEqualTo(204);

    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Qualified");
  }

  private static String form(String answer) {
    return "{\"variables\": {\"approvalAnswer\": {\"value\": \"" + answer + "\"}}}";
  }
}
