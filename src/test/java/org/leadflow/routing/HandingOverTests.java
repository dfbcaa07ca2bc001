package org.leadflow.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.assignment.PoolSettingsChanges;
import org.leadflow.organization.OrganizationChanges;
import org.leadflow.organization.Role;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;
import org.leadflow.rules.Outcome;
import org.leadflow.rules.Target;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Who gets a lead when it is not simply somebody's turn: those who know the customer, another pool,
 * nobody for now, and somebody else than before.
 */
abstract class HandingOverTests extends WholeWay {

  private static final String EMEA = "routing/units/emea";

  @Autowired OrganizationChanges changes;
  @Autowired PoolSettingsChanges pools;

  private String team;
  private String ada;
  private String ben;

  @BeforeEach
  void aTeamOfTwo() {
    team = "team-" + unlikeAnyOther();
    ada = "ada-" + unlikeAnyOther();
    ben = "ben-" + unlikeAnyOther();
    changes.save(new Team(team, "Two", "emea", null));
    for (String member : List.of(ada, ben)) {
      changes.save(new User(member, member, null, "emea", null, Set.of(Role.SELLER), true));
      changes.setPassword(member, PASSWORD);
      changes.join(member, team);
    }
  }

  private void rule(Outcome... targets) {
    rules.answer(EMEA, targets);
  }

  private void pool(String settings) {
    jdbc.sql("UPDATE pool SET version = version + 1, " + settings + " WHERE team_id = ?")
        .param(team)
        .update();
  }

  private UUID routed(Object... fields) {
    UUID lead = sent(aGermanLead(fields));
    ownerOf(lead);
    return lead;
  }

  private JsonNode decision(UUID lead) {
    for (JsonNode each : as("admin").get("/api/leads/" + lead + "/decisions").body()) {
      if (each.get("question").asText().equals("ROUTING")) {
        return each;
      }
    }
    throw new AssertionError("no decision about " + lead);
  }

  private JsonNode awaitDecision(UUID lead, String outcome) {
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .untilAsserted(
            () -> assertThat(decision(lead).path("outcome").asText()).isEqualTo(outcome));
    return decision(lead);
  }

  private String owner(UUID lead) {
    return lead(lead).text("ownerId");
  }

  private void away(String user) {
    away(user, 1);
  }

  private void away(String user, int days) {
    LocalDate today = LocalDate.now();
    jdbc.sql(
            "INSERT INTO absence (absence_id, user_id, first_day, last_day, entered_by, entered_on)"
                + " VALUES (?, ?, ?, ?, 'admin', CURRENT_TIMESTAMP)")
        .params(UUID.randomUUID(), user, today.minusDays(1), today.plusDays(days))
        .update();
  }

  private Api.Answer route(UUID lead, String query, Map<String, ?> body) {
    return as("admin").post("/api/leads/" + lead + "/route" + query, body);
  }

  private static Map<String, String> to(String user) {
    return Map.of("ownerId", user, "ownerIdType", "user");
  }

  // Sticky owner

  @Test
  void aLeadOfAKnownCustomerGoesToItsOwner() {
    rule(Target.team(team, 1));
    UUID first = routed("transactionCurrencyId", "EUR");
    String knows = owner(first);
    Api.Answer qualified = as(knows).post("/api/leads/" + first + "/qualify", Map.of());
    String account = qualified.body().get("createdEntities").findValuesAsText("id").get(0);

    rules.answer(EMEA, Target.owner(team, 1));
    UUID second = routed("parentAccountId", account);

    assertThat(owner(second)).isEqualTo(knows);
    JsonNode acquaintance = decision(second).at("/explanation/acquaintance");
    assertThat(acquaintance.get("through").asText()).isEqualTo("ACCOUNT");
    assertThat(acquaintance.get("code").asText()).isEqualTo("passed");
    assertThat(decision(second).at("/explanation/pool").isMissingNode()).as("no turn").isTrue();
    String other = knows.equals(ada) ? ben : ada;
    assertThat(whyNot(second, other).text("code")).isEqualTo("customer-is-known");
  }

  @Test
  void whoWorksAnotherLeadOfThePersonGetsTheNextOneUnlessHeIsAway() {
    rule(Target.owner(team, 1));
    String mail = unlikeAnyOther() + "@" + unlikeAnyOther() + ".example";
    UUID first = routed(notCompared("emailAddress1", mail));
    UUID second = routed(notCompared("emailAddress1", mail.toUpperCase()));
    assertThat(owner(second)).isEqualTo(owner(first));

    away(owner(first));
    UUID third = routed(notCompared("emailAddress1", mail));

    assertThat(owner(third)).isNotEqualTo(owner(first));
    JsonNode acquaintance = decision(third).at("/explanation/acquaintance");
    assertThat(acquaintance.get("through").asText()).isEqualTo("LEAD");
    assertThat(acquaintance.get("code").asText()).isEqualTo("absent");
    assertThat(whyNot(third, owner(first)).text("code")).isEqualTo("absent");
  }

  @Test
  void whoSharesAMailboxOrIsAnotherPartnersIsNobodysAcquaintance() {
    rule(Target.owner(team, 1));
    String mail = "info@" + unlikeAnyOther() + ".example";
    String own = "petra@" + unlikeAnyOther() + ".example";
    routed(notCompared("emailAddress1", mail));
    UUID partners = routed(notCompared("emailAddress1", own));
    jdbc.sql("UPDATE lead SET owning_partner = 'nordwind' WHERE lead_id = ?")
        .param(partners)
        .update();

    UUID another = routed(notCompared("emailAddress1", mail));
    UUID direct = routed(notCompared("emailAddress1", own));

    for (UUID lead : List.of(another, direct)) {
      assertThat(decision(lead).at("/explanation/acquaintance").isMissingNode()).isTrue();
    }
  }

  @Test
  void t16AnAcquaintanceCountsInTheTurnAsThePoolSays() {
    rule(Target.owner(team, 1));
    pool("counts_sticky = TRUE");
    String mail = unlikeAnyOther() + "@" + unlikeAnyOther() + ".example";
    UUID first = routed(notCompared("emailAddress1", mail));
    String knows = owner(first);
    long before = turns(knows);

    routed(notCompared("emailAddress1", mail));
    assertThat(turns(knows)).isEqualTo(before + 1);

    pool("counts_sticky = FALSE");
    routed(notCompared("emailAddress1", mail));
    assertThat(turns(knows)).isEqualTo(before + 1);
    evenOut();
  }

  private long turns(String user) {
    return jdbc.sql("SELECT turns FROM pool_member WHERE team_id = ? AND user_id = ?")
        .params(team, user)
        .query(Long.class)
        .single();
  }

  /** What these tests do on purpose to a pool is no breach of its fairness. */
  private void evenOut() {
    jdbc.sql("UPDATE pool_member SET turns = 100, credited = 0 WHERE team_id = ?")
        .param(team)
        .update();
  }

  @Test
  void t40LinkingAnAccountDoesNotRouteALeadAgain() {
    rule(Target.team(team, 1));
    UUID lead = routed("transactionCurrencyId", "EUR");
    UUID other = routed("transactionCurrencyId", "EUR");
    Api.Answer qualified = as(owner(other)).post("/api/leads/" + other + "/qualify", Map.of());
    String account = qualified.body().get("createdEntities").findValuesAsText("id").get(0);
    int decisions = as("admin").get("/api/leads/" + lead + "/decisions").body().size();
    String owner = owner(lead);
    rules.answer(EMEA, Target.owner(team, 1));

    assertThat(as("admin").put("/api/leads/" + lead + "/accounts/" + account, Map.of()).status())
        .isBetween(200, 299);

    assertThat(owner(lead)).isEqualTo(owner);
    assertThat(as("admin").get("/api/leads/" + lead + "/decisions").body()).hasSize(decisions);
  }

  // Nobody is available

  @Test
  void t26ALeadWaitsWithItsTeamAndGoesOnWhenSomebodyIsBack() {
    rule(Target.team(team, 1));
    pool("nobody = 'WAIT'");
    away(ada);
    away(ben);
    UUID lead = sent(aGermanLead());
    JsonNode waits = awaitDecision(lead, "WAITS");
    assertThat(waits.get("code").asText()).isEqualTo("absent");
    assertThat(waits.at("/explanation/waitUntil").asText()).isNotBlank();
    assertThat(waits.at("/explanation/candidates").findValuesAsText("gate"))
        .containsExactly("absent", "absent");
    assertThat(owner(lead)).isEqualTo(team);
    assertThat(
            as("lena")
                .get("/api/unassigned-leads?teamId=" + team)
                .body()
                .findValuesAsText("leadId"))
        .contains(lead.toString());

    jdbc.sql("DELETE FROM absence WHERE user_id = ?").param(ada).update();
    changes.deactivate(ada);
    changes.activate(ada);

    assertThat(ownerOf(lead)).isEqualTo(ada);
    assertThat(decision(lead).get("code").asText()).isEqualTo("routed");
    evenOut();
  }

  @Test
  void aWaitingLeadIsAssignedByHandOrDisqualifiedLikeAnyOther() {
    rule(Target.team(team, 1));
    pool("nobody = 'WAIT', paused = TRUE");
    UUID assigned = sent(aGermanLead());
    UUID closed = sent(aGermanLead());
    awaitDecision(assigned, "WAITS");
    awaitDecision(closed, "WAITS");

    done("/api/leads/" + assigned + "/assign", to("marie"));
    done("/api/leads/" + closed + "/disqualify", Map.of("statusCode", 5));

    assertThat(ownerOf(assigned)).isEqualTo("marie");
    assertThat(lead(closed).text("stateCodeLabel")).isEqualTo("Disqualified");
  }

  /** A waiting lead may look again at that very moment; who comes second is told and asks again. */
  private void done(String path, Map<String, ?> request) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> as("lena").post(path, request).status(),
            status -> {
              assertThat(status).isIn(200, 409, 412);
              return status == 200;
            });
  }

  @Test
  void t25WhoMayHaveNoMoreSendsALeadToTheNextPoolAndEveryPoolIsInTheRecord() {
    rule(Target.team(team, 1));
    pool("nobody = 'NEXT_POOL', next_team = 'emea-inside-sales'");
    jdbc.sql("UPDATE pool_member SET capacity = 0 WHERE team_id = ?").param(team).update();
    jdbc.sql(
            "INSERT INTO seller (user_id, turns) SELECT u.id, 0 FROM app_user u WHERE u.id IN (?, ?)"
                + " AND NOT EXISTS (SELECT 1 FROM seller s WHERE s.user_id = u.id)")
        .params(ada, ben)
        .update();

    UUID lead = routed();

    assertThat(owner(lead)).isIn("marie", "luca", "sofia");
    JsonNode before = decision(lead).at("/explanation/poolsBefore");
    assertThat(before.findValuesAsText("teamId")).contains(team);
    assertThat(before.get(0).get("code").asText()).isEqualTo("no-capacity");
    assertThat(decision(lead).at("/explanation/pool/teamId").asText())
        .isEqualTo("emea-inside-sales");
    assertThat(whyNot(lead, ada).text("code")).isEqualTo("no-capacity");
    assertThat(whyNot(lead, ada).body().at("/hindrances/0/remedy").asText()).isNotBlank();
  }

  @Test
  void poolsThatSendALeadRoundEndAtTheLeadDesk() {
    rule(Target.team(team, 1));
    String other = "team-" + unlikeAnyOther();
    changes.save(new Team(other, "Nobody", "emea", null));
    pool("paused = TRUE, nobody = 'NEXT_POOL', next_team = '" + other + "'");
    jdbc.sql("UPDATE pool SET nobody = 'NEXT_POOL', next_team = ? WHERE team_id = ?")
        .params(team, other)
        .update();

    UUID lead = sent(aGermanLead());

    taskOf(lead, "UserTask_TriageLead");
    assertThat(decision(lead).get("code").asText()).isEqualTo("pool-empty");
    assertThat(decision(lead).get("outcome").asText()).isEqualTo("TRIAGE");
    assertThat(decision(lead).at("/explanation/poolsBefore").findValuesAsText("teamId"))
        .contains(team);
  }

  @Test
  void aLeadThatWaitedOftenEnoughGoesToTheLeadDesk() {
    rule(Target.team(team, 1));
    pool("nobody = 'WAIT', paused = TRUE");
    UUID lead = sent(aGermanLead());
    awaitDecision(lead, "WAITS");
    // As if its timer had run out eight times more; ten times are allowed.
    for (int time = 0; time < 8; time++) {
      waitedOnceMore(lead);
    }
    pools.pause(team, true, null);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(waits(lead)).isEqualTo(10));
    assertThat(owner(lead)).isEqualTo(team);

    pools.pause(team, true, null);

    taskOf(lead, "UserTask_TriageLead");
    assertThat(decision(lead).get("outcome").asText()).isEqualTo("TRIAGE");
    assertThat(decision(lead).get("code").asText()).isEqualTo("pool-paused");
    assertThat(decision(lead).get("sentence").asText()).contains("It waited often enough.");
    assertThat(owner(lead)).isEqualTo("triage");
  }

  private int waits(UUID lead) {
    return jdbc.sql("SELECT count(*) FROM decision WHERE lead_id = ? AND outcome = 'WAITS'")
        .param(lead)
        .query(Integer.class)
        .single();
  }

  private void waitedOnceMore(UUID lead) {
    jdbc.sql(
            """
            INSERT INTO decision (decision_id, lead_id, question, decided_on, code, sentence, outcome, owner_team, explanation)
            SELECT ?, lead_id, question, CURRENT_TIMESTAMP, code, sentence, outcome, owner_team, explanation
            FROM decision WHERE lead_id = ? AND outcome = 'WAITS' ORDER BY decision_id FETCH FIRST 1 ROWS ONLY
            """)
        .params(UUID.randomUUID(), lead)
        .update();
  }

  @Test
  void aLeadThatWouldWaitTooLongGoesToTheLeadDeskAtOnce() {
    rule(Target.team(team, 1));
    pool("nobody = 'WAIT'");
    for (String member : List.of(ada, ben)) {
      away(member, 10);
    }

    UUID lead = sent(aGermanLead());

    taskOf(lead, "UserTask_TriageLead");
    assertThat(decision(lead).get("outcome").asText()).isEqualTo("TRIAGE");
    assertThat(decision(lead).get("code").asText()).isEqualTo("absent");
    assertThat(decision(lead).get("sentence").asText())
        .contains("Before ")
        .contains(" nobody is available.");
  }

  @Test
  void aLeadThatHadManyOwnersByRulesGoesToTheLeadDeskUnlessAPersonAsks() {
    rule(Target.team(team, 1));
    UUID lead = routed();
    UUID fewer = routed();
    hops(lead, 20);
    hops(fewer, 19);
    assertThat(route(lead, "", Map.of("leaveOutOwner", true)).text("outcome"))
        .as("a person decides")
        .isEqualTo("assigned");
    hops(lead, 20);
    String left = owner(lead);
    Map<String, String> same = to(left);
    as("lena").post("/api/leads/" + fewer + "/assign", same);
    hops(fewer, 19);

    changes.deactivate(left);

    taskOf(lead, "UserTask_TriageLead");
    assertThat(decisions(lead)).contains("hop-limit");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(owner(fewer)).isIn(ada, ben).isNotEqualTo(left));
    evenOut();
  }

  private List<String> decisions(UUID lead) {
    return as("admin").get("/api/leads/" + lead + "/decisions").body().findValuesAsText("code");
  }

  private void hops(UUID lead, int hops) {
    jdbc.sql("UPDATE lead SET routing_hops = ? WHERE lead_id = ?").params(hops, lead).update();
  }

  // Rules that cannot answer

  @Test
  void t30RulesThatFailSendALeadToTheLeadDeskAndNameTheSet() {
    rules.fail("screening");
    rules.fail("scoring");
    rules.fail(EMEA);
    UUID lead = sent(aGermanLead());

    taskOf(lead, "UserTask_TriageLead");

    JsonNode all = as("lena").get("/api/leads/" + lead + "/decisions").body();
    assertThat(all.findValuesAsText("code"))
        .containsOnly("rules-failed")
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(decision(lead).get("sentence").asText()).contains(EMEA).contains("Large ones");

    rules.answer(EMEA, Target.team(team, 1));
    assertThat(route(lead, "", Map.of()).text("outcome")).isEqualTo("assigned");
    assertThat(ownerOf(lead)).isIn(ada, ben);
  }

  @Test
  void aMissingSetAndRulesThatContradictEachOtherGoToTheLeadDesk() {
    rules.remove(EMEA);
    UUID missing = sent(aGermanLead());
    taskOf(missing, "UserTask_TriageLead");
    assertThat(decision(missing).get("code").asText()).isEqualTo("no-rules");

    rules.remove("");
    rule(Target.team(team, 1), Target.person("anna", 1));
    UUID torn = sent(aGermanLead());
    taskOf(torn, "UserTask_TriageLead");
    assertThat(decision(torn).get("code").asText()).isEqualTo("rules-conflict");
    assertThat(decision(torn).get("sentence").asText()).contains("TEST-1").contains("TEST-2");
  }

  // Somebody else than before

  @Test
  void t92WhoHandedALeadBackIsNotChosenForItAgainAndT93ItKeepsItsAge() {
    rule(Target.team(team, 1));
    UUID lead = routed();
    String first = owner(lead);
    String due = lead(lead).text("slaDueOn");
    String created = lead(lead).text("createdOn");

    assertThat(
            as(first)
                .post("/api/leads/" + lead + "/hand-back", Map.of("reason", "Not my region"))
                .status())
        .isEqualTo(200);
    taskOf(lead, "UserTask_TriageLead");
    assertThat(decision(lead).get("code").asText()).isEqualTo("handed-back");
    assertThat(decision(lead).get("sentence").asText()).contains("Not my region");
    assertThat(as("admin").get("/api/leads/" + lead + "/trail").body().toString())
        .doesNotContain("Not my region");

    for (int round = 0; round < 3; round++) {
      assertThat(route(lead, "", Map.of()).text("outcome")).isEqualTo("assigned");
      assertThat(ownerOf(lead)).isNotEqualTo(first);
    }
    assertThat(whyNot(lead, first).text("code")).isEqualTo("declined");
    assertThat(lead(lead).text("slaDueOn")).isEqualTo(due);
    assertThat(lead(lead).text("createdOn")).isEqualTo(created);
    evenOut();
  }

  @Test
  void t33T22ALeadWithAnOwnerIsRoutedAgainOnPurposeAndItsTaskFollows() {
    rule(Target.team(team, 1));
    UUID lead = routed();
    String first = owner(lead);

    Api.Answer dry = route(lead, "?dryRun=true", Map.of("leaveOutOwner", true));
    assertThat(dry.status()).as("%s", dry.body()).isEqualTo(200);
    assertThat(owner(lead)).isEqualTo(first);
    String task = taskOf(lead, "UserTask_WorkLead");

    Api.Answer moved = route(lead, "", Map.of("leaveOutOwner", true, "reason", "Speaks no Polish"));

    assertThat(moved.body().at("/to/id").asText()).isEqualTo(dry.body().at("/to/id").asText());
    assertThat(ownerOf(lead)).isNotEqualTo(first).isIn(ada, ben);
    assertThat(assignee(task)).isEqualTo(owner(lead));
    assertThat(decision(lead).at("/explanation/occasion/reason").asText())
        .isEqualTo("Speaks no Polish");
    assertThat(as(first).post("/api/leads/" + lead + "/route", Map.of()).status())
        .as("not his any more")
        .isEqualTo(404);
    evenOut();
  }

  private String assignee(String task) {
    return jdbc.sql("SELECT assignee_ FROM act_ru_task WHERE id_ = ?")
        .param(task)
        .query(String.class)
        .single();
  }

  @Test
  void anAssignmentByHandTellsItsReasonWithTheLeadAndNotInTheTrail() {
    rule(Target.team(team, 1));
    UUID lead = routed();
    Map<String, String> request =
        Map.of("ownerId", "marie", "ownerIdType", "user", "reason", "Mr Vogel asked for her");

    assertThat(as("lena").post("/api/leads/" + lead + "/assign", request).status()).isEqualTo(200);

    assertThat(decision(lead).get("sentence").asText()).contains("Mr Vogel asked for her");
    assertThat(as("admin").get("/api/leads/" + lead + "/trail").body().toString())
        .doesNotContain("Vogel");
    assertThat(as("marie").get("/api/leads/" + lead + "/timeline").body().toString())
        .contains("Mr Vogel asked for her");
    assertThat(whyNot(lead, ada).text("code")).isEqualTo("person-decided");
  }

  @Test
  void t31WhoIsSwitchedOffLeavesNoOpenLeadBehind() {
    rule(Target.team(team, 1));
    List<UUID> leads = List.of(routed(), routed(), routed(), routed());

    changes.deactivate(ada);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(leads.stream().map(this::owner)).containsOnly(ben));
    leads.forEach(lead -> assertThat(assignee(taskOf(lead, "UserTask_WorkLead"))).isEqualTo(ben));

    changes.deactivate(ben);

    leads.forEach(lead -> taskOf(lead, "UserTask_TriageLead"));
    assertThat(owner(leads.get(0))).isEqualTo("triage");
  }

  @Test
  void theLeadsOfWhoIsAwayAreForeseenAndThenGivenToOthers() {
    rule(Target.team(team, 1));
    List<UUID> leads = List.of(routed(), routed(), routed(), routed());
    List<UUID> his = leads.stream().filter(lead -> owner(lead).equals(ada)).toList();
    Map<String, Object> request = Map.of("why", "ABSENT", "fromUserId", ada, "dryRun", true);

    assertThat(as(ben).post("/api/reassignments", request).status()).isEqualTo(403);
    Api.Answer preview = as("lena").post("/api/reassignments", request);

    assertThat(preview.status()).as("%s", preview.body()).isEqualTo(200);
    assertThat(preview.body().get("results").findValuesAsText("leadId"))
        .containsExactlyElementsOf(his.stream().map(UUID::toString).toList());
    assertThat(preview.body().at("/results/0/to/id").asText()).isEqualTo(ben);
    assertThat(his.stream().map(this::owner)).containsOnly(ada);
    String token = preview.text("token");

    as(ada).post("/api/leads/" + his.get(0) + "/contacted", Map.of());
    Map<String, Object> real = Map.of("why", "ABSENT", "fromUserId", ada, "token", token);
    assertThat(as("lena").post("/api/reassignments", real).text("code"))
        .isEqualTo("preview-outdated");

    Api.Answer moved =
        as("lena").post("/api/reassignments", Map.of("why", "ABSENT", "fromUserId", ada));
    assertThat(moved.body().at("/counts/assigned").asInt()).as("%s", moved.body()).isEqualTo(2);
    assertThat(his.stream().map(this::owner)).containsOnly(ben);
    evenOut();
  }

  @Test
  void whenTheRulesChangedOnlyLeadsNobodyTouchedMove() {
    rule(Target.team(team, 1));
    UUID untouched = routed();
    UUID contacted = routed();
    UUID claimed = routed();
    as(owner(contacted)).post("/api/leads/" + contacted + "/contacted", Map.of());
    as("lena").post("/api/leads/" + claimed + "/assign", to(ada));
    rules.answer(EMEA, Target.team("emea-inside-sales", 1));
    Map<String, Object> request = Map.of("why", "RULES", "teamId", team, "dryRun", true);

    Api.Answer preview = as("lena").post("/api/reassignments", request);

    assertThat(preview.body().get("results").findValuesAsText("leadId"))
        .containsExactly(untouched.toString());
    assertThat(preview.body().at("/results/0/to/id").asText()).isIn("marie", "luca", "sofia");
    Api.Answer moved =
        as("lena")
            .post(
                "/api/reassignments",
                Map.of("why", "RULES", "teamId", team, "token", preview.text("token")));
    assertThat(moved.body().at("/counts/assigned").asInt()).as("%s", moved.body()).isEqualTo(1);
    assertThat(owner(untouched)).isIn("marie", "luca", "sofia");
    assertThat(as("lena").post("/api/reassignments", request).body().get("results")).isEmpty();
  }

  @Test
  void wrongReassignmentsNameEveryField() {
    assertThat(
            as("lena")
                .post("/api/reassignments", Map.of("why", "LEFT", "teamId", team))
                .faultyFields())
        .containsExactly("fromUserId", "teamId");
    assertThat(as("lena").post("/api/reassignments", Map.of("why", "x")).faultyFields())
        .containsExactly("why");
  }

  @Test
  void aLeadThatWasNoneGivesItsTurnBackOnce() {
    rule(Target.team(team, 1));
    UUID lead = routed();
    String owner = owner(lead);

    as(owner).post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 100000000));

    assertThat(credits(lead)).isEqualTo(1);
    assertThat(as("admin").get("/api/leads/" + lead + "/decisions").body().findValuesAsText("code"))
        .contains("turn-given-back");
    as("admin").post("/api/leads/" + lead + "/reactivate", Map.of());
    ownerOf(lead);
    as(owner).post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 100000000));
    assertThat(credits(lead)).isEqualTo(1);

    UUID other = routed();
    Map<String, String> why = Map.of("reason", "A test");
    assertThat(as(owner(other)).post("/api/leads/" + other + "/credit", why).status())
        .isEqualTo(403);
    assertThat(as("lena").post("/api/leads/" + other + "/credit", why).status()).isEqualTo(204);
    assertThat(as("lena").post("/api/leads/" + other + "/credit", why).text("code"))
        .isEqualTo("no-turn-to-give-back");
    evenOut();
  }

  private int credits(UUID lead) {
    return jdbc.sql("SELECT count(*) FROM pool_credit WHERE lead_id = ?")
        .param(lead)
        .query(Integer.class)
        .single();
  }

  @Test
  void whyNotTellsWhoWasNextAndWhoIsInAnotherTeam() {
    rule(Target.team(team, 1));
    UUID lead = routed();
    String other = owner(lead).equals(ada) ? ben : ada;

    assertThat(whyNot(lead, other).text("code")).isEqualTo("next-in-turn");
    assertThat(whyNot(lead, owner(lead)).text("code")).isEqualTo("has-it");
    assertThat(whyNot(lead, "kenji").text("code")).isEqualTo("not-in-team");
    assertThat(whyNot(lead, "nobody-here").status()).isEqualTo(404);
    assertThat(as("kenji").get("/api/leads/" + lead + "/why-not/" + ada).status()).isEqualTo(404);
  }

  private Api.Answer whyNot(UUID lead, String user) {
    return as("admin").get("/api/leads/" + lead + "/why-not/" + user);
  }

  @Test
  void t21OfTwoWhoAssignAtOnceOneIsToldAndTheTimelineHasOneLine() throws Exception {
    rule(Target.team(team, 1));
    UUID lead = routed();
    int before = assignments(lead);
    String etag = lead(lead).etag();
    var both = Executors.newFixedThreadPool(2);
    Callable<Integer> one = () -> assign(lead, "marie", etag);
    Callable<Integer> other = () -> assign(lead, "luca", etag);

    var answers = both.invokeAll(List.of(one, other));
    both.shutdown();

    assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
        .containsOnlyOnce(200)
        .allMatch(status -> status == 200 || status == 409 || status == 412);
    assertThat(assignments(lead)).isEqualTo(before + 1);
  }

  private int assignments(UUID lead) {
    return jdbc.sql("SELECT assignment_version FROM lead WHERE lead_id = ?")
        .param(lead)
        .query(Integer.class)
        .single();
  }

  private int assign(UUID lead, String user, String etag) {
    return as("lena")
        .post("/api/leads/" + lead + "/assign", to(user), Map.of("If-Match", etag))
        .status();
  }
}
