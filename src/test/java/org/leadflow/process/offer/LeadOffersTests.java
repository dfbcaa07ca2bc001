package org.leadflow.process.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Visitor;
import org.leadflow.organization.OrganizationChanges;
import org.leadflow.organization.Role;
import org.leadflow.organization.User;
import org.leadflow.rules.Target;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/** A partner is asked whether he wants a lead, and keeps what he took. */
abstract class LeadOffersTests extends WholeWay {

  private static final String ANSWER = "UserTask_AnswerOffer";
  private static final Map<String, String> NOTHING = Map.of();
  private static final Map<String, String> NO_ROOM = Map.of("reason", "We have no room");

  @Autowired ManagementService management;
  @Autowired TaskService tasks;
  @Autowired OrganizationChanges changes;

  private UUID offered() {
    UUID lead = sent(aGermanLead("channelPartnerId", "nordwind"));
    taskOf(lead, ANSWER);
    return lead;
  }

  private UUID taken() {
    UUID lead = offered();
    accepted(lead, "freja");
    taskOf(lead, "UserTask_WorkLead");
    return lead;
  }

  private Api.Answer accept(String user, UUID lead) {
    return as(user).post("/api/leads/" + lead + "/offer/accept", NOTHING);
  }

  private Api.Answer decline(String user, UUID lead) {
    return as(user).post("/api/leads/" + lead + "/offer/decline", NO_ROOM);
  }

  private JsonNode newestDecision(UUID lead) {
    for (JsonNode each : as("admin").get("/api/leads/" + lead + "/decisions").body()) {
      if (each.get("question").asText().equals("ROUTING")) {
        return each;
      }
    }
    throw new AssertionError("no decision about " + lead);
  }

  private void assertProblem(Api.Answer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
    assertThat(answer.text("code")).isEqualTo(code);
  }

  @Test
  void anOfferIsSeenByItsPartnerAloneAndNobodyElseAnswersIt() {
    UUID lead = offered();

    List<String> frejas = as("freja").get("/api/offers").body().findValuesAsText("leadId");
    assertThat(frejas).contains(lead.toString());
    assertThat(as("kenji").get("/api/offers").body().findValuesAsText("leadId"))
        .doesNotContain(lead.toString());
    assertThat(as("lena").get("/api/offers").body().findValuesAsText("leadId"))
        .contains(lead.toString());
    for (String stranger : List.of("kenji", "anna")) {
      assertThat(accept(stranger, lead).status()).isEqualTo(404);
      assertThat(decline(stranger, lead).status()).isEqualTo(404);
      assertThat(as(stranger).get("/api/leads/" + lead + "/offers").status()).isEqualTo(404);
      assertThat(as(stranger).get("/api/leads/" + lead).status()).isEqualTo(404);
    }
    assertProblem(accept("admin", lead), 403, "not-your-offer");
    assertThat(as("admin").get("/api/leads/" + lead + "/why-not/freja").text("code"))
        .isEqualTo("offered");
    assertThat(accept("website", lead).status()).isEqualTo(403);
    assertThat(decline("freja", lead).status()).as("after all these refusals").isEqualTo(200);
  }

  @Test
  void whoeverSeesFewOffersFindsThemAmongManyOthers() {
    String manager = "manager-" + unlikeAnyOther();
    changes.save(new User(manager, manager, null, "americas", null, Set.of(Role.MANAGER), true));
    changes.setPassword(manager, PASSWORD);
    UUID theirs = sent(aGermanLead("channelPartnerId", "pacifica"));
    taskOf(theirs, ANSWER);
    UUID others = offered();
    for (int n = 0; n <= 200; n++) {
      jdbc.sql(
              "INSERT INTO lead_offer (offer_id, lead_id, partner_id, team_id, state, offered_on, lapses_on)"
                  + " SELECT ?, lead_id, partner_id, team_id, state, offered_on, offered_on FROM lead_offer"
                  + " WHERE lead_id = ? FETCH FIRST 1 ROWS ONLY")
          .params(UUID.randomUUID(), others)
          .update();
    }
    try {
      Api.Answer open = as(manager).get("/api/offers");
      assertThat(open.body().path("items").findValuesAsText("leadId"))
          .contains(theirs.toString())
          .doesNotContain(others.toString());
      assertThat(as("freja").get("/api/offers?page=1&size=100").body().path("items")).hasSize(100);
      assertThat(as("freja").get("/api/offers?page=-1").faultyFields()).containsExactly("page");
    } finally {
      jdbc.sql("DELETE FROM lead_offer WHERE lead_id = ? AND lapses_on = offered_on")
          .param(others)
          .update();
      changes.deactivate(manager);
    }
  }

  @Test
  void whyAPartnerDeclinesStandsWithTheLeadAndNowhereInTheEngine() {
    UUID lead = offered();
    String why = "Mr Vogel of " + unlikeAnyOther() + " is not to be spoken to";

    assertThat(
            as("freja")
                .post("/api/leads/" + lead + "/offer/decline", Map.of("reason", why))
                .status())
        .isEqualTo(200);

    assertThat(as("admin").get("/api/leads/" + lead + "/decisions").body().toString())
        .contains(why);
    assertThat(count("act_ru_variable WHERE text_ = '" + why + "'")).isZero();
    assertThat(count("act_hi_varinst")).as("no variable is kept when its process is over").isZero();
  }

  @Test
  void somebodyOfAPartnerReadsOfTheOrganizationWhatIsHisPartnersAlone() {
    Api freja = as("freja");
    assertThat(freja.get("/api/organization/teams").body().path("items").findValuesAsText("id"))
        .containsOnly("nordwind-sales");
    assertThat(freja.get("/api/organization").body().toString())
        .contains("nordwind-sales")
        .doesNotContain("pacifica", "dach-enterprise", "anna");
    for (String others :
        List.of(
            "users/anna",
            "teams/triage",
            "teams/triage/record",
            "units/americas",
            "partners/pacifica")) {
      assertThat(freja.get("/api/organization/" + others).status()).as(others).isEqualTo(404);
      assertThat(as("marie").get("/api/organization/" + others).status()).as(others).isEqualTo(200);
    }
    UUID hers = taken();
    for (String other : List.of("anna", "nobody-" + unlikeAnyOther())) {
      Api.Answer given =
          freja.post(
              "/api/leads/" + hers + "/assign", Map.of("ownerId", other, "ownerIdType", "user"));
      assertThat(given.status()).as("%s", given.body()).isEqualTo(422);
      assertThat(given.body().at("/errors/0/message").asText())
          .isEqualTo("must be somebody of your own, or one of your teams");
    }
    assertThat(
            freja
                .post(
                    "/api/leads/" + hers + "/assign",
                    Map.of("ownerId", "nordwind-sales", "ownerIdType", "team"))
                .status())
        .isEqualTo(200);
    assertThat(
            freja
                .post("/api/leads/" + hers + "/qualify", Map.of("opportunityCurrencyId", "EUR"))
                .status())
        .isEqualTo(200);
    String opportunity = "/api/opportunities/" + lead(hers).text("qualifyingOpportunityId");
    assertThat(
            freja
                .post(opportunity + "/assign", Map.of("ownerId", "anna", "ownerIdType", "user"))
                .faultyFields())
        .containsExactly("ownerId");
    assertThat(
            freja
                .post(opportunity + "/assign", Map.of("ownerId", "freja", "ownerIdType", "user"))
                .status())
        .isEqualTo(200);
    var pages = new Visitor(port);
    pages.logIn("freja", PASSWORD);
    assertThat(pages.get("/organization").body())
        .contains("Nordwind Sales")
        .doesNotContain("DACH Enterprise", "Pacifica");
    assertThat(pages.get("/teams/dach-enterprise").statusCode()).isEqualTo(404);
    assertThat(pages.get("/leads/" + offered()).body())
        .contains(
            "It is offered to Nordwind Systemhaus (Team Nordwind Sales).", "Accept, I work it")
        .doesNotContain("Anna Keller", "DACH Enterprise");
  }

  @Test
  void tasklistShowsAnOfferToItsPartnerAlone() {
    UUID lead = offered();
    String task = taskOf(lead, ANSWER);
    String address = "/camunda/api/engine/engine/default/task/" + task;

    assertThat(tasklistOf("freja").getJson(address).statusCode()).isEqualTo(200);
    for (String stranger : List.of("kenji", "anna")) {
      assertThat(tasklistOf(stranger).getJson(address).statusCode()).isGreaterThanOrEqualTo(400);
      assertThat(
              tasklistOf(stranger)
                  .post(
                      address + "/submit-form", form("{\"offerAnswer\": {\"value\": \"accept\"}}"))
                  .statusCode())
          .isGreaterThanOrEqualTo(400);
    }
    assertThat(tasks.createTaskQuery().taskId(task).singleResult().getDueDate())
        .isAfter(new Date());
  }

  private static String form(String variables) {
    return "{\"variables\": " + variables + "}";
  }

  @Test
  void whoAcceptsHasTheLeadAndItIsProtected() {
    UUID lead = offered();
    assertThat(as("freja").post("/api/leads/" + lead + "/qualify", NOTHING).text("code"))
        .isEqualTo("offer-open");

    Api.Answer answer = accept("freja", lead);

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(answer.text("state")).isEqualTo("accepted");
    assertThat(ownerOf(lead)).isEqualTo("freja");
    Instant until = Instant.parse(lead(lead).text("protectedUntil"));
    assertThat(until)
        .isBetween(
            Instant.now().plus(Duration.ofDays(59)), Instant.now().plus(Duration.ofDays(61)));
    assertThat(newestDecision(lead).get("code").asText()).isEqualTo("offer-accepted");
    assertThat(newestDecision(lead).get("sentence").asText())
        .contains("Nordwind Systemhaus accepted it, by freja, and keeps it until");
    assertProblem(accept("freja", lead), 409, "offer-accepted");
    assertThat(accept("kenji", lead).status()).isEqualTo(404);
    assertThat(as("freja").post("/api/leads/" + lead + "/qualify", NOTHING).status())
        .isEqualTo(200);
  }

  @Test
  void theTeamMayTakeItForAnybodyOfItToClaim() {
    UUID lead = offered();

    Api.Answer answer =
        as("freja").post("/api/leads/" + lead + "/offer/accept", Map.of("workedBy", "team"));

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(ownerOf(lead)).isEqualTo("nordwind-sales");
    assertThat(lead(lead).text("protectedUntil")).isNotNull();
    assertThat(
            as("freja")
                .post("/api/leads/" + lead + "/offer/accept", Map.of("workedBy", "the dog"))
                .faultyFields())
        .containsExactly("workedBy");
  }

  @Test
  void aDeclinedLeadGoesToTheUnitOfThePartnerWhoDoesNotGetItAgain() {
    UUID lead = offered();
    assertThat(as("freja").post("/api/leads/" + lead + "/offer/decline", NOTHING).faultyFields())
        .containsExactly("reason");

    Api.Answer answer = decline("freja", lead);

    assertThat(answer.text("state")).as("%s", answer.body()).isEqualTo("declined");
    ownerOf(lead);
    assertThat(lead(lead).text("owningBusinessUnit")).isEqualTo("emea");
    assertThat(lead(lead).text("owningPartner")).isNull();
    JsonNode decision = newestDecision(lead);
    assertThat(decision.get("code").asText()).isEqualTo("fell-back");
    assertThat(decision.get("sentence").asText())
        .contains("Nordwind Systemhaus did not take it, so emea decides.");
    assertThat(as("admin").get("/api/leads/" + lead + "/decisions").body().toString())
        .contains("We have no room");
    assertThat(as("freja").get("/api/leads/" + lead).status()).isEqualTo(404);
    assertProblem(accept("freja", lead), 409, "offer-declined");

    Api.Answer again = as("admin").post("/api/leads/" + lead + "/route", NOTHING);
    assertThat(again.status()).as("%s", again.body()).isEqualTo(200);
    assertThat(lead(lead).text("owningBusinessUnit")).isEqualTo("emea");
  }

  @Test
  void whatNobodyAnswersInTimeFallsBackAndWhoComesLaterIsTold() {
    UUID lead = offered();
    management
        .createJobQuery()
        .processDefinitionKey("lead-offer")
        .activityId("BoundaryEvent_OfferLapses")
        .list()
        .stream()
        .filter(job -> isOf(lead, job.getProcessInstanceId()))
        .forEach(job -> management.setJobDuedate(job.getId(), new Date(0)));

    ownerOf(lead);

    assertThat(newestDecision(lead).get("code").asText()).isEqualTo("fell-back");
    assertProblem(accept("freja", lead), 409, "offer-lapsed");
    assertThat(as("admin").get("/api/leads/" + lead + "/offers").body().get(0).get("state"))
        .hasToString("\"lapsed\"");
    assertThat(as("admin").get("/api/leads/" + lead + "/timeline").body().toString())
        .contains("did not answer in time");
  }

  private boolean isOf(UUID lead, String instance) {
    return jdbc.sql("SELECT business_key_ FROM act_ru_execution WHERE id_ = ?")
        .param(instance)
        .query(String.class)
        .optional()
        .filter(lead.toString()::equals)
        .isPresent();
  }

  @Test
  void ofTwoWhoAnswerAtOnceOneComesFirstAndTheOtherIsTold() throws Exception {
    for (int round = 0; round < 4; round++) {
      UUID lead = offered();
      List<Api.Answer> answers = atOnce(() -> accept("freja", lead), () -> decline("freja", lead));

      assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 409);
      boolean accepted = answers.get(0).status() == 200;
      assertThat(answers.get(accepted ? 1 : 0).text("code"))
          .isIn(accepted ? "offer-accepted" : "offer-declined", "changed-meanwhile", "conflict");
      ownerOf(lead);
      assertThat(lead(lead).text("owningPartner")).isEqualTo(accepted ? "nordwind" : null);
    }
  }

  private static List<Api.Answer> atOnce(Callable<Api.Answer> one, Callable<Api.Answer> other)
      throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Api.Answer> answers = new ArrayList<>();
      for (Future<Api.Answer> each : both.invokeAll(List.of(one, other))) {
        answers.add(each.get());
      }
      return answers;
    } finally {
      both.shutdown();
    }
  }

  @Test
  void rulesDoNotTakeAProtectedLeadAndManagersDoWithAReason() {
    UUID lead = taken();
    Map<String, String> toMarie = Map.of("ownerId", "marie", "ownerIdType", "user");
    rules.answer("routing/partners/nordwind", Target.person("lena", 1));

    assertProblem(
        as("admin").post("/api/leads/" + lead + "/route", NOTHING), 409, "lead-protected");
    String etag = lead(lead).etag();
    assertThat(
            as("admin")
                .patch("/api/leads/" + lead, etag, Map.of("channelPartnerId", "pacifica"))
                .status())
        .isEqualTo(200);
    assertThat(lead(lead).text("ownerId")).isEqualTo("freja");
    assertProblem(
        as("lena").post("/api/leads/" + lead + "/assign", toMarie), 409, "lead-protected");

    Api.Answer assigned =
        as("lena")
            .post(
                "/api/leads/" + lead + "/assign",
                Map.of(
                    "ownerId", "marie", "ownerIdType", "user", "reason", "Nordwind asked us to"));

    assertThat(assigned.status()).as("%s", assigned.body()).isEqualTo(200);
    assertThat(ownerOf(lead)).isEqualTo("marie");
    assertThat(lead(lead).text("protectedUntil")).isNull();
    assertThat(newestDecision(lead).get("sentence").asText()).contains("Nordwind asked us to");
    assertThat(as("freja").get("/api/leads/" + lead).status()).isEqualTo(404);
  }

  @Test
  void whatAPartnerHandsBackIsHisNoLonger() {
    UUID lead = taken();

    assertThat(as("freja").post("/api/leads/" + lead + "/hand-back", NOTHING).status())
        .isEqualTo(200);

    taskOf(lead, "UserTask_TriageLead");
    assertThat(lead(lead).text("protectedUntil")).isNull();
    assertThat(as("admin").post("/api/leads/" + lead + "/route", NOTHING).text("outcome"))
        .isEqualTo("assigned");
    assertThat(newestDecision(lead).get("code").asText()).isEqualTo("fell-back");
  }

  @Test
  void aLeadAssignedByHandIsOnOfferNoLonger() {
    UUID lead = offered();

    assertThat(
            as("lena")
                .post(
                    "/api/leads/" + lead + "/assign",
                    Map.of("ownerId", "marie", "ownerIdType", "user"))
                .status())
        .isEqualTo(200);

    assertThat(ownerOf(lead)).isEqualTo("marie");
    assertProblem(accept("freja", lead), 409, "offer-withdrawn");
  }

  @Test
  void aPartnersOwnManagerMayGiveAnOfferToOneOfHis() {
    UUID lead = offered();

    assertThat(
            as("freja")
                .post(
                    "/api/leads/" + lead + "/assign",
                    Map.of("ownerId", "freja", "ownerIdType", "user"))
                .status())
        .isEqualTo(200);

    assertThat(ownerOf(lead)).isEqualTo("freja");
    assertThat(lead(lead).text("protectedUntil")).isNotNull();
  }

  @Test
  void aLeadOnOfferCanBeClosedAndHadNoDeadline() {
    UUID lead = offered();

    assertThat(
            as("lena").post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 7)).status())
        .isEqualTo(200);

    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Disqualified");
    assertThat(as("admin").get("/api/leads/" + lead + "/deadlines").body().path("events"))
        .isEmpty();
    assertProblem(accept("freja", lead), 409, "offer-withdrawn");
  }

  @Test
  void whoLeavesHandsAProtectedLeadToHisTeam() {
    String finn = "finn-" + unlikeAnyOther();
    changes.save(new User(finn, finn, null, "emea", "nordwind", Set.of(Role.SELLER), true));
    changes.setPassword(finn, PASSWORD);
    changes.join(finn, "nordwind-sales");
    UUID lead = offered();
    accepted(lead, finn);
    taskOf(lead, "UserTask_WorkLead");

    changes.deactivate(finn);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(lead(lead).text("ownerId")).isEqualTo("nordwind-sales"));
    assertThat(lead(lead).text("protectedUntil")).isNotNull();
    assertThat(newestDecision(lead).get("code").asText()).isEqualTo("protected");
  }

  @Test
  void whoLetsAProtectedLeadLapseLeavesItToHisTeam() {
    UUID lead = taken();
    jdbc.sql("UPDATE lead SET assigned_on = created_on - INTERVAL '200' DAY WHERE lead_id = ?")
        .param(lead)
        .update();
    management
        .createJobQuery()
        .processDefinitionKey("lead-qualification")
        .activityId("BoundaryEvent_LeadLapses")
        .list()
        .stream()
        .filter(job -> isOf(lead, job.getProcessInstanceId()))
        .forEach(job -> management.setJobDuedate(job.getId(), new Date(0)));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(lead(lead).text("ownerId")).isEqualTo("nordwind-sales"));
    taskOf(lead, "UserTask_WorkLead");
    assertThat(lead(lead).text("protectedUntil")).isNotNull();
    jdbc.sql("DELETE FROM turned_down WHERE lead_id = ?").param(lead).update();
  }

  @Test
  void rulesThatAreAskedOnceMoreOfferALeadToAPartner() {
    UUID worked = sent(aGermanLead());
    String owner = ownerOf(worked);
    UUID inTriage = sent(aGermanLead());
    as(ownerOf(inTriage)).post("/api/leads/" + inTriage + "/hand-back", NOTHING);
    taskOf(inTriage, "UserTask_TriageLead");
    for (UUID lead : List.of(worked, inTriage)) {
      String etag = lead(lead).etag();
      as("admin").patch("/api/leads/" + lead, etag, Map.of("channelPartnerId", "nordwind"));

      Api.Answer routed = as("admin").post("/api/leads/" + lead + "/route", NOTHING);

      assertThat(routed.text("outcome")).as("%s", routed.body()).isEqualTo("offered");
      taskOf(lead, ANSWER);
      assertThat(lead(lead).text("ownerId")).isEqualTo("nordwind-sales");
      assertProblem(as("admin").post("/api/leads/" + lead + "/route", NOTHING), 409, "offer-open");
      assertThat(accept("freja", lead).status()).isEqualTo(200);
      assertThat(ownerOf(lead)).isEqualTo("freja");
    }
    assertThat(as(owner).get("/api/leads/" + worked).status()).isEqualTo(404);
  }

  @Test
  void theFormInTasklistAsksTheSame() {
    UUID lead = offered();
    String task = taskOf(lead, ANSWER);
    Visitor tasklist = tasklistOf("freja");
    String address = "/camunda/api/engine/engine/default/task/" + task + "/submit-form";

    assertThat(tasklist.post(address, form("{\"offerAnswer\": {\"value\": \"maybe\"}}")).body())
        .contains("must be accept or decline");
    assertThat(tasklist.post(address, form("{\"offerAnswer\": {\"value\": \"decline\"}}")).body())
        .contains("declineReason must be filled");
    assertThat(
            tasklist.post(address, form("{\"offerAnswer\": {\"value\": \"accept\"}}")).statusCode())
        .isEqualTo(204);

    assertThat(ownerOf(lead)).isEqualTo("freja");
  }
}
