package org.leadflow.wholeway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leadflow.assignment.PoolSettingsChanges;
import org.leadflow.organization.OrganizationChanges;
import org.leadflow.organization.Role;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;
import org.leadflow.rules.Target;
import org.springframework.beans.factory.annotation.Autowired;

/** Leads are shared out fairly whatever way they come, and whoever gets one is told. */
abstract class FairShareTests extends WholeWay {

  private static final String EMEA = "routing/units/emea";

  /** {@code -Dleadflow.leads=10000} for more. */
  private static final int LEADS = Integer.getInteger("leadflow.leads", 260);

  @Autowired OrganizationChanges changes;
  @Autowired PoolSettingsChanges pools;
  @Autowired ObjectMapper json;

  private String team;
  private List<String> members;

  @BeforeEach
  void aTeamOfThree() {
    String name = unlikeAnyOther();
    team = "team-" + name;
    members = List.of("a-" + name, "b-" + name, "c-" + name);
    changes.save(new Team(team, "Three", "emea", null));
    for (String member : members) {
      changes.save(new User(member, member, null, "emea", null, Set.of(Role.SELLER), true));
      changes.setPassword(member, PASSWORD);
      changes.join(member, team);
    }
    rules.answer(EMEA, Target.team(team, 1));
  }

  @Test
  @DisplayName("T-05 who is switched off between rule and assignment gets no lead")
  void whoIsSwitchedOffBetweenRuleAndAssignmentGetsNoLead() {
    String first = members.get(0);
    Runnable meanwhile = () -> elsewhere(() -> changes.deactivate(first));
    rules.answer(EMEA, meanwhile, Target.team(team, 1));
    UUID byTurn = sent(aGermanLead());
    assertThat(ownerOf(byTurn)).isEqualTo(members.get(1));

    changes.activate(first);
    rules.answer(EMEA, meanwhile, Target.person(first, 1));
    UUID byName = sent(aGermanLead());

    taskOf(byName, "UserTask_TriageLead");
    assertThat(newest(byName).get("code").asText()).isEqualTo("target-inactive");
    assertThat(lead(byName).text("ownerId")).isEqualTo("triage");
  }

  @Test
  @DisplayName(
      "T-07, T-08 many leads in one request give the shares of single ones, and end without error")
  void manyLeadsInOneRequestGiveTheSharesOfSingleOnes() {
    JsonNode incidents = as("admin").get("/api/incidents").body();
    int failedJobs = failedJobs();
    IntStream.range(0, 4).forEach(i -> ownerOf(sent(aGermanLead())));
    assertEvenShares(4);

    long begin = System.nanoTime();
    imported(200);
    assertEvenShares(204);
    imported(LEADS - 200);
    assertEvenShares(4 + LEADS);
    System.out.printf(
        "%d leads in two requests routed in %.0f s%n", LEADS, (System.nanoTime() - begin) / 1e9);

    assertThat(as("admin").get("/api/incidents").body()).isEqualTo(incidents);
    assertThat(failedJobs()).as("failed jobs").isEqualTo(failedJobs);
  }

  private int failedJobs() {
    return jdbc.sql("SELECT count(*) FROM act_ru_job WHERE exception_msg_ IS NOT NULL")
        .query(Integer.class)
        .single();
  }

  @Test
  @DisplayName("T-11 the API, a file and the job executor share one turn")
  void theApiAFileAndTheJobExecutorShareOneTurn() {
    jdbc.sql("UPDATE pool SET nobody = 'WAIT' WHERE team_id = ?").param(team).update();
    pools.pause(team, true, null);
    List<UUID> waiting = IntStream.range(0, 4).mapToObj(i -> sent(aGermanLead())).toList();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(waiting)
                    .allSatisfy(lead -> assertThat(lead(lead).text("ownerId")).isEqualTo(team)));

    pools.pause(team, false, null);
    CompletableFuture<Void> file = CompletableFuture.runAsync(() -> imported(9));
    List<UUID> single = IntStream.range(0, 5).mapToObj(i -> sent(aGermanLead())).toList();
    file.join();
    waiting.forEach(this::ownerOf);
    single.forEach(this::ownerOf);

    List<String> inTurn = inTurn();
    assertThat(inTurn).hasSize(18);
    for (int turn = 0; turn + 3 <= inTurn.size(); turn++) {
      assertThat(Set.copyOf(inTurn.subList(turn, turn + 3)))
          .as("from turn %d of %s", turn + 1, inTurn)
          .hasSize(3);
    }
  }

  @Test
  @DisplayName("T-20 a lead that was given but not touched yet counts in the next turn")
  void aLeadThatWasGivenButNotTouchedYetCountsInTheNextTurn() {
    jdbc.sql("UPDATE pool SET strategy = 'LEAST_LOADED', version = version + 1 WHERE team_id = ?")
        .param(team)
        .update();

    List<String> owners =
        IntStream.range(0, 6).mapToObj(i -> ownerOf(sent(aGermanLead()))).toList();

    assertThat(members)
        .allSatisfy(member -> assertThat(Collections.frequency(owners, member)).isEqualTo(2));
  }

  @Test
  @DisplayName("T-20 a lead in a queue is nobody's load until somebody takes it")
  void aLeadInAQueueIsNobodysLoadUntilSomebodyTakesIt() {
    jdbc.sql("UPDATE pool SET strategy = 'LEAST_LOADED', version = version + 1 WHERE team_id = ?")
        .param(team)
        .update();
    rules.answer(EMEA, Target.queue(team, 1));
    UUID queued = sent(aGermanLead());
    assertThat(ownerOf(queued)).isEqualTo(team);
    rules.answer(EMEA, Target.team(team, 1));
    assertThat(ownerOf(sent(aGermanLead()))).isEqualTo(members.get(0));

    String task = taskOf(queued, "UserTask_WorkLead");
    String second = members.get(1);
    assertThat(
            tasklistOf(second)
                .post(
                    "/camunda/api/engine/engine/default/task/" + task + "/claim",
                    "{\"userId\": \"" + second + "\"}")
                .statusCode())
        .isEqualTo(204);

    assertThat(ownerOf(sent(aGermanLead()))).isEqualTo(members.get(2));
  }

  @Test
  @DisplayName("T-22 a lead of any age is routed")
  void aLeadOfAnyAgeIsRouted() {
    UUID lead = sent(aGermanLead());
    String first = ownerOf(lead);
    OffsetDateTime old = OffsetDateTime.of(2009, 3, 1, 8, 0, 0, 0, ZoneOffset.UTC);
    jdbc.sql("UPDATE lead SET created_on = ? WHERE lead_id = ?").params(old, lead).update();

    Api.Answer moved =
        as("admin").post("/api/leads/" + lead + "/route", Map.of("leaveOutOwner", true));

    assertThat(moved.text("outcome")).as("%s", moved.body()).isEqualTo("assigned");
    assertThat(ownerOf(lead)).isNotEqualTo(first).isIn(members);
    assertThat(lead(lead).text("createdOn")).startsWith("2009-03-01");
  }

  @Test
  @DisplayName("T-27 the new owner is told, whether a rule, a person, a timer or a file assigned")
  void theNewOwnerIsToldWhoeverAssigned() {
    UUID byRule = sent(aGermanLead());
    assertTold(byRule, ownerOf(byRule));

    assertThat(
            as("lena")
                .post(
                    "/api/leads/" + byRule + "/assign",
                    Map.of("ownerId", members.get(2), "ownerIdType", "user"))
                .status())
        .isEqualTo(200);
    assertTold(byRule, members.get(2));

    jdbc.sql("UPDATE pool SET nobody = 'WAIT' WHERE team_id = ?").param(team).update();
    pools.pause(team, true, null);
    UUID byTimer = sent(aGermanLead());
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(lead(byTimer).text("ownerId")).isEqualTo(team));
    pools.pause(team, false, null);
    assertTold(byTimer, ownerOf(byTimer));

    UUID byFile = imported(1).get(0);
    assertTold(byFile, ownerOf(byFile));
  }

  @Test
  @DisplayName("T-27 the new owner is told when a reassignment gave him the lead")
  void theNewOwnerIsToldAfterAReassignment() {
    UUID lead = sent(aGermanLead());
    String left = ownerOf(lead);

    changes.deactivate(left);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(lead(lead).text("ownerId")).isNotEqualTo(left));
    assertTold(lead, lead(lead).text("ownerId"));
  }

  @Test
  @DisplayName("T-28 a routing run that fails leaves an incident that names lead and cause")
  void aRoutingRunThatFailsLeavesAnIncidentThatNamesLeadAndCause() {
    rules.breakSet(EMEA);
    UUID lead = sent(aGermanLead());

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(incidents(lead)).hasSize(1));
    JsonNode incident = incidents(lead).get(0);
    assertThat(incident.toString()).contains("a rule of " + EMEA + " broke");
    assertThat(lead(lead).text("ownerId")).isEqualTo("triage");
    rules.answer(EMEA, Target.team(team, 1));
    as("admin").post("/api/incidents/" + incident.get("incidentId").asText() + "/retry", Map.of());
    assertThat(ownerOf(lead)).isIn(members);
  }

  private List<JsonNode> incidents(UUID lead) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode incident : as("admin").get("/api/incidents").body()) {
      if (incident.path("leadId").asText().equals(lead.toString())) {
        found.add(incident);
      }
    }
    return found;
  }

  /** In another transaction. */
  private static void elsewhere(Runnable work) {
    CompletableFuture.runAsync(work).join();
  }

  private JsonNode newest(UUID lead) {
    return as("admin").get("/api/leads/" + lead + "/decisions").body().get(0);
  }

  /** His task is in Tasklist, and the lead's timeline names him. */
  private void assertTold(UUID lead, String owner) {
    assertThat(
            tasklistOf(owner)
                .getJson(
                    "/camunda/api/engine/engine/default/task?maxResults=10&processInstanceBusinessKey="
                        + lead
                        + "&assignee="
                        + owner)
                .body())
        .contains("UserTask_WorkLead");
    JsonNode timeline =
        as(owner).get("/api/leads/" + lead + "/timeline?size=200").body().get("items");
    List<String> given = new ArrayList<>();
    for (JsonNode item : timeline) {
      if (item.path("kind").asText().equals("DECISION")) {
        given.add(item.path("title").asText());
      }
    }
    assertThat(given).as("%s", timeline).first().isEqualTo(owner);
  }

  /** Sends a file of so many leads in and waits until each has its owner; answers their ids. */
  private List<UUID> imported(int number) {
    String source = "file-" + unlikeAnyOther();
    var csv = new StringBuilder("Last Name;Company;Mail;Country\n");
    for (int row = 0; row < number; row++) {
      String name = unlikeAnyOther();
      csv.append("%s;%s GmbH;%s@%s.example;Germany%n".formatted(name, name, name, name));
    }
    Api.Answer file = as("admin").upload("/api/imports", "leads.csv", csv.toString());
    assertThat(file.status()).as("%s", file.body()).isEqualTo(201);
    List<Map<String, Object>> columns =
        List.of(
            Map.of("column", 0, "field", "lastName"),
            Map.of("column", 1, "field", "companyName"),
            Map.of("column", 2, "field", "emailAddress1"),
            Map.of("column", 3, "field", "address1Country"));
    Api.Answer started =
        as("admin")
            .post(
                "/api/imports/" + file.text("importId") + "/start",
                Map.of(
                    "source",
                    source,
                    "mapping",
                    Map.of(
                        "columns", columns, "constants", Map.of("subject", "Plant monitoring"))));
    assertThat(started.status()).as("%s", started.body()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(60 + number / 5))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(owned(source)).hasSize(number));
    return owned(source);
  }

  private List<UUID> owned(String source) {
    return jdbc.sql("SELECT lead_id FROM lead WHERE source_system = ? AND owner_user IS NOT NULL")
        .param(source)
        .query(UUID.class)
        .list();
  }

  private void assertEvenShares(int leads) {
    List<String> inTurn = inTurn();
    assertThat(inTurn).hasSize(leads);
    List<Integer> shares =
        members.stream().map(member -> Collections.frequency(inTurn, member)).toList();
    assertThat(Collections.max(shares) - Collections.min(shares))
        .as("%s", shares)
        .isLessThanOrEqualTo(1);
  }

  /** Who had the first turn of the team, who the second and so on, each turn once. */
  private List<String> inTurn() {
    var turns = new HashSet<Long>();
    List<String> owners =
        jdbc
            .sql("SELECT owner_user, explanation FROM decision WHERE pool_id = ?")
            .param(team)
            .query((row, number) -> Map.entry(turn(row.getString(2)), row.getString(1)))
            .list()
            .stream()
            .peek(entry -> assertThat(turns.add(entry.getKey())).as("turn once").isTrue())
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList();
    assertThat(turns).as("no turn is left out").allMatch(turn -> turn <= owners.size());
    return owners;
  }

  private long turn(String explanation) {
    try {
      return json.readTree(explanation).at("/pool/turnAfter").asLong();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
