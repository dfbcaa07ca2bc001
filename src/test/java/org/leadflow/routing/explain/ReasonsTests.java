package org.leadflow.routing.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.leadflow.rules.explain.HitCounts;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/** Why a lead is where it is, why not elsewhere, and what other rules would have made of it. */
abstract class ReasonsTests extends WholeWay {

  private static final String EMEA = "routing/units/emea";

  @Autowired HitCounts counts;

  @Test
  void theExplanationTellsFactsVersionsAndWhatBecameOfEveryRuleThatFired() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);

    JsonNode questions = reasons(owner, lead, "explanation").get("questions");

    assertThat(questions.findValuesAsText("question"))
        .containsExactly("SCREENING", "SCORING", "ROUTING");
    JsonNode screening = questions.get(0);
    assertThat(screening.get("workedOut").asBoolean()).isTrue();
    assertThat(screening.get("code").asText()).isEqualTo("passed");
    JsonNode routing = questions.get(2);
    assertThat(routing.get("workedOut").asBoolean()).isFalse();
    assertThat(routing.at("/facts/employees").asInt()).isEqualTo(800);
    assertThat(routing.at("/owner/id").asText()).isEqualTo(owner);
    assertThat(routing.get("candidates").findValuesAsText("userId")).contains(owner);
    assertThat(routing.get("decidedOn").asText()).isNotBlank();
    JsonNode inside = routing.at("/ruleSets/1");
    assertThat(inside.get("ruleSet").asText()).isEqualTo(EMEA);
    assertThat(inside.get("version").asText()).isNotBlank();
    assertThat(inside.get("answer").asText()).isEqualTo("team dach-enterprise");
    JsonNode won = inside.at("/fired/0");
    assertThat(won.get("ruleId").asText()).isEqualTo("EMEA-110");
    assertThat(won.get("result").asText()).isEqualTo("WON");
    assertThat(won.get("owner").asText()).isEqualTo("emea-sales");
    assertThat(won.get("place").asText()).isEqualTo(EMEA + "/dach.dslr:1");
    JsonNode lost = inside.at("/fired/1");
    assertThat(lost.get("result").asText()).isEqualTo("LOST");
    assertThat(lost.get("why").asText())
        .isEqualTo("Priority 900 against 50 of EMEA-110; the lower number comes first.");
    assertThat(inside.has("silent")).isFalse();
  }

  @Test
  void theRulesThatDidNotFireAreWorkedOutWhenSomebodyAsks() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);

    JsonNode silent =
        reasons(owner, lead, "explanation?silent=true").at("/questions/2/ruleSets/1/silent");

    assertThat(silent.findValuesAsText("ruleId")).contains("EMEA-111").doesNotContain("EMEA-110");
    JsonNode revenue = find(silent, "ruleId", "EMEA-111");
    assertThat(revenue.get("reason").asText())
        .isEqualTo("revenue is not known, asked: at least 50000000.");
    assertThat(revenue.at("/alternatives/0/conditions").findValuesAsText("held"))
        .containsExactly("true", "false");
  }

  @Test
  void whyNotSaysWhatDidNotHoldWhatItLostToAndWhoWasNotAsked() {
    UUID small = sent(aGermanLead("numberOfEmployees", 120));
    String owner = ownerOf(small);

    JsonNode enterprise = reasons(owner, small, "why-not-team/dach-enterprise");
    assertThat(enterprise.get("code").asText()).isEqualTo("did-not-fire");
    assertThat(enterprise.get("sentence").asText())
        .contains("employees is 120, asked: at least 250");
    assertThat(enterprise.get("rules").findValuesAsText("ruleId"))
        .containsExactlyInAnyOrder("EMEA-110", "EMEA-111");
    JsonNode rule = reasons(owner, small, "why-not-rule/EMEA-110");
    assertThat(rule.get("code").asText()).isEqualTo("did-not-fire");
    assertThat(reasons(owner, small, "why-not-team/emea-inside-sales").get("code").asText())
        .isEqualTo("chosen");
    assertThat(reasons(owner, small, "why-not-person/" + owner).get("code").asText())
        .isEqualTo("chosen");
    JsonNode passedOver =
        reasons(owner, small, "why-not-person/" + (owner.equals("luca") ? "marie" : "luca"));
    assertThat(passedOver.get("code").asText()).isEqualTo("turn-of-another");
    assertThat(passedOver.at("/candidate/gate").asText()).isEqualTo("passed");
    JsonNode americas = reasons(owner, small, "why-not-team/americas-inside-sales");
    assertThat(americas.get("code").asText()).isEqualTo("not-asked");
    assertThat(americas.get("sentence").asText()).contains("sent the lead to unit emea before");
    JsonNode mateo = reasons(owner, small, "why-not-person/mateo");
    assertThat(mateo.at("/rules/0/reason").asText()).contains("is DE, asked: BR");
    assertThat(reasons(owner, small, "why-not-unit/americas").get("code").asText())
        .isEqualTo("did-not-fire");
    assertThat(reasons(owner, small, "why-not-partner/nordwind").get("code").asText())
        .isEqualTo("did-not-fire");
    JsonNode triage = reasons(owner, small, "why-not-team/triage");
    assertThat(triage.get("code").asText()).isEqualTo("no-rule-names-it");

    UUID large = sent(aGermanLead());
    String other = ownerOf(large);
    JsonNode inside = reasons(other, large, "why-not-team/emea-inside-sales");
    assertThat(inside.get("code").asText()).isEqualTo("lost");
    assertThat(inside.get("sentence").asText()).contains("Priority 900 against 50 of EMEA-110");

    for (String nobody : List.of("why-not-team/nowhere", "why-not-rule/XX-1", "why-not-person/x")) {
      assertThat(as(other).get("/api/leads/" + large + "/" + nobody).status())
          .as(nobody)
          .isEqualTo(404);
    }
    for (String door : List.of("explanation", "why-not-rule/EMEA-110", "why-not-team/triage")) {
      assertThat(as("kenji").get("/api/leads/" + large + "/" + door).status())
          .as(door)
          .isEqualTo(404);
    }
  }

  @Test
  void whoWorksForAPartnerIsNotToldWhoThereIsBeyondIt() {
    UUID lead = sent(aGermanLead("channelPartnerId", "nordwind"));
    accepted(lead, "freja");
    String doors = "/api/leads/" + lead + "/";
    for (String own :
        List.of(
            "why-not-team/nordwind-sales",
            "why-not-person/freja",
            "why-not-unit/emea",
            "why-not-partner/nordwind",
            "why-not/freja")) {
      assertThat(as("freja").get(doors + own).status()).as(own).isEqualTo(200);
    }
    Map.of(
            "why-not-team/", "dach-enterprise",
            "why-not-person/", "anna",
            "why-not-unit/", "americas",
            "why-not-partner/", "pacifica",
            "why-not/", "anna")
        .forEach(
            (door, id) -> {
              Api.Answer hidden = as("freja").get(doors + door + id);
              Api.Answer unknown = as("freja").get(doors + door + "nobody");
              assertThat(hidden.status()).as(door).isEqualTo(404);
              assertThat(hidden.text("code")).isEqualTo(unknown.text("code"));
              assertThat(hidden.text("detail").replace(id, "nobody"))
                  .isEqualTo(unknown.text("detail"));
              assertThat(as("lena").get(doors + door + id).status()).as(door).isEqualTo(200);
            });
  }

  @Test
  void whoWorksForAPartnerReadsTheCalendarsOfItsUnitAlone() {
    String calendars = "/api/organization/calendars";
    assertThat(as("freja").get(calendars).body().findValuesAsText("id"))
        .containsExactly("berlin-office");
    assertThat(as("freja").get(calendars + "/berlin-office").status()).isEqualTo(200);
    assertThat(as("freja").get(calendars + "/new-york-office").status()).isEqualTo(404);
    assertThat(as("anna").get(calendars).body().findValuesAsText("id"))
        .contains("berlin-office", "new-york-office", "three-days");
  }

  @Test
  void aLeadThatIsScreenedOutSaysSo() {
    UUID lead = sent(aGermanLead("emailAddress1", "test@example.com", "subject", "test test"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !reasons("admin", lead, "explanation").get("questions").isEmpty());
    JsonNode first = reasons("admin", lead, "explanation").at("/questions/0");
    if (first.get("code").asText().equals("screened-out")) {
      assertThat(reasons("admin", lead, "why-not-team/dach-enterprise").get("code").asText())
          .isEqualTo("screened-out");
    }
  }

  @Test
  void aTriedLeadGoesWhereARealOneGoesAndLeavesNothing() {
    Map<String, Object> fields = aGermanLead();
    await().atMost(Duration.ofSeconds(60)).until(() -> count("pending_start") == 0);
    Map<String, Object> before = everything();

    Api.Answer tried = as("admin").post("/api/leads/try", fields);

    assertThat(tried.status()).as("%s", tried.body()).isEqualTo(200);
    assertThat(everything()).isEqualTo(before);
    assertThat(tried.text("outcome")).isEqualTo("team dach-enterprise");
    assertThat(tried.body().get("questions")).hasSize(3);
    assertThat(tried.body().at("/questions/2/candidates")).isNotEmpty();
    assertThat(ownerOf(sent(fields))).isEqualTo(tried.body().at("/owner/id").asText());
  }

  /** The rows of every table of ours and of the engine, and how far the turns are. */
  private Map<String, Object> everything() {
    Map<String, Object> all = new TreeMap<>();
    jdbc
        .sql(
            """
            SELECT table_name FROM information_schema.tables
            WHERE lower(table_schema) = 'public' AND table_type = 'BASE TABLE'
            """)
        .query(String.class)
        .list()
        .stream()
        // Counting goes on behind what happened before.
        .filter(
            table ->
                !table
                    .toLowerCase()
                    .matches("rule_hit|rule_shadow_count|act_.*|rule_set.*|flyway.*"))
        .forEach(table -> all.put(table, count(table)));
    all.put("turns", jdbc.sql("SELECT sum(turn) FROM pool").query(Long.class).single());
    return all;
  }

  @Test
  void aTriedLeadIsCheckedAsARealOneAndOnlyByThoseWhoAnswerForOthers() throws Exception {
    assertThat(as("admin").post("/api/leads/try", Map.of("subject", " ")).faultyFields())
        .contains("subject", "lastName");
    assertThat(as("anna").post("/api/leads/try", aGermanLead()).status()).isEqualTo(403);
    assertThat(as("website").post("/api/leads/try", aGermanLead()).status()).isEqualTo(403);
    assertThat(
            as("admin")
                .post("/api/leads/try?ruleSet=scoring&version=nothing", aGermanLead())
                .faultyFields())
        .containsExactly("version");
    Api.Answer draft =
        new Form()
            .value("lead", new ObjectMapper().writeValueAsString(aGermanLead()))
            .file("rules", "rules.zip", toInsideSales())
            .post(port, "/api/leads/try", "admin", PASSWORD);
    assertThat(draft.text("outcome")).as("%s", draft.body()).isEqualTo("team emea-inside-sales");
  }

  @Test
  void aManagerTriesDraftsThatOnlyCompareFacts() throws Exception {
    String lead = new ObjectMapper().writeValueAsString(aGermanLead());
    assertThat(triedByLena(lead, toInsideSales()).text("outcome"))
        .isEqualTo("team emea-inside-sales");
    byte[] code =
        ZippedFolder.of(
            EMEA,
            text -> text.replace("customer == true", "customer == true, today.hashCode() > 0"));
    assertThat(triedByLena(lead, code))
        .returns(422, Api.Answer::status)
        .returns("broken-rules", answer -> answer.text("code"))
        .matches(answer -> answer.body().toString().contains("does more than compare facts"));
  }

  private Api.Answer triedByLena(String lead, byte[] rules) throws Exception {
    return new Form()
        .value("lead", lead)
        .file("rules", "rules.zip", rules)
        .post(port, "/api/leads/try", "lena", PASSWORD);
  }

  private static byte[] toInsideSales() {
    return ZippedFolder.of(EMEA, text -> text.replace("dach-enterprise", "emea-inside-sales"));
  }

  @Test
  void aReplayTellsWhoWouldHaveGotWhatUnderADraft() throws Exception {
    Instant from = Instant.now();
    UUID large = sent(aGermanLead());
    UUID small = sent(aGermanLead("numberOfEmployees", 120));
    String owner = ownerOf(large);
    ownerOf(small);

    Api.Answer started =
        new Form()
            .value("from", from.toString())
            .file("rules", "rules.zip", toInsideSales())
            .post(port, "/api/replays", "admin", PASSWORD);

    assertThat(started.status()).as("%s", started.body()).isEqualTo(202);
    JsonNode result = done(started);
    assertThat(result.get("leads").asInt()).isEqualTo(2);
    assertThat(result.get("changed").asInt()).isEqualTo(1);
    JsonNode example = result.at("/examples/0");
    assertThat(example.get("leadId").asText()).isEqualTo(large.toString());
    assertThat(example.get("from").asText()).isEqualTo("team dach-enterprise");
    assertThat(example.get("to").asText()).isEqualTo("team emea-inside-sales");
    assertThat(example.get("personFrom").asText()).isEqualTo(owner);
    assertThat(example.get("personTo").asText()).isNotBlank();
    assertThat(find(result.get("teams"), "id", "dach-enterprise").get("before").asInt())
        .isEqualTo(1);
    assertThat(find(result.get("teams"), "id", "dach-enterprise").get("after").asInt()).isZero();
    assertThat(find(result.get("persons"), "id", owner).get("before").asInt()).isEqualTo(1);
    assertThat(find(result.get("flows"), "to", "team emea-inside-sales")).isNotNull();
    assertThat(result.get("unassignedBefore").asInt()).isZero();
    String path = "/api/replays/" + started.text("replayId");
    assertThat(as("lena").get(path).status()).as("sees all leads").isIn(200, 404);
    assertThat(as("anna").get(path).status()).isEqualTo(403);
  }

  @Test
  void theSameRulesChangeNothingAndALeadOutOfReachIsLeftOut() throws Exception {
    Instant from = Instant.now();
    UUID lead = sent(aGermanLead());
    ownerOf(lead);
    String version = as("admin").get("/api/rule-sets/scoring").text("version");

    JsonNode all =
        done(
            as("admin")
                .post(
                    "/api/replays",
                    Map.of("ruleSet", "scoring", "version", version, "from", from.toString())));

    assertThat(all.get("leads").asInt()).isEqualTo(1);
    assertThat(all.get("changed").asInt()).isZero();
    assertThat(all.get("regraded").asInt()).isZero();
    assertThat(as("admin").post("/api/replays", Map.of()).faultyFields()).containsExactly("from");
  }

  @Test
  void theLeadsOfAFileAreComparedWithTheRulesAtWork() throws Exception {
    byte[] csv = "country,employees\nDE,800\nDE,120\n,\nUS,1000\n".getBytes("UTF-8");

    JsonNode result =
        done(
            new Form()
                .file("leads", "leads.csv", csv)
                .file("rules", "rules.zip", toInsideSales())
                .post(port, "/api/replays", "admin", PASSWORD));

    assertThat(result.get("changed").asInt()).isEqualTo(1);
    assertThat(result.at("/examples/0/line").asInt()).isEqualTo(2);
    Api.Answer wrong =
        new Form()
            .file("leads", "leads.csv", "country,employes\nDE,x\n".getBytes("UTF-8"))
            .post(port, "/api/replays", "admin", PASSWORD);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body().at("/errors/0/message").asText())
        .contains("line 2, column 2")
        .contains("did you mean \"employees\"");
  }

  private JsonNode done(Api.Answer started) {
    String path = "/api/replays/" + started.text("replayId");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> as("admin").get(path).text("finishedOn") != null);
    Api.Answer replay = as("admin").get(path);
    assertThat(replay.text("state")).as("%s", replay.body()).isEqualTo("DONE");
    return replay.body().get("result");
  }

  @Test
  void aShadowIsCountedAndNeverFollowed() throws Exception {
    String name = "routing~units~emea";
    String active = as("admin").get("/api/rule-sets/" + name).text("version");
    Api.Answer published =
        new Form()
            .file("file", "emea.zip", toInsideSales())
            .post(port, "/api/rule-sets/" + name + "/versions", "admin", PASSWORD);
    assertThat(published.status()).as("%s", published.body()).isEqualTo(201);
    Api.Answer back =
        as("admin")
            .post(
                "/api/rule-sets/" + name + "/rollback",
                Map.of("version", active, "reason", "only a shadow"));
    assertThat(back.status()).as("%s", back.body()).isLessThan(300);
    String path = "/api/rule-sets/" + name + "/shadow";
    assertThat(as("admin").get(path).status()).isEqualTo(404);
    assertThat(as("admin").put(path, Map.of("version", "nothing")).faultyFields())
        .containsExactly("version");

    Api.Answer set = as("admin").put(path, Map.of("version", published.text("version")));
    assertThat(set.status()).as("%s", set.body()).isEqualTo(200);
    UUID large = sent(aGermanLead());
    UUID small = sent(aGermanLead("numberOfEmployees", 120));
    ownerOf(large);
    ownerOf(small);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              JsonNode total = as("admin").get(path).body().get("total");
              assertThat(total.get("differed").asInt()).isEqualTo(1);
              assertThat(total.get("agreed").asInt()).isEqualTo(1);
            });
    JsonNode agreement = as("admin").get(path).body();
    assertThat(agreement.get("rate").asDouble()).isEqualTo(0.5);
    assertThat(find(agreement.get("rules"), "ruleId", "EMEA-110").at("/counted/differed").asInt())
        .isEqualTo(1);
    JsonNode example = agreement.at("/examples/0");
    assertThat(example.get("leadId").asText()).isEqualTo(large.toString());
    assertThat(example.get("activeAnswer").asText()).isEqualTo("team dach-enterprise");
    assertThat(example.get("shadowAnswer").asText()).isEqualTo("team emea-inside-sales");
    assertThat(reasons("admin", large, "explanation").at("/questions/2/target/id").asText())
        .isEqualTo("dach-enterprise");
    assertThat(as("lena").put(path, Map.of("version", active)).status()).isEqualTo(403);
    assertThat(as("admin").delete(path).status()).isEqualTo(204);
    assertThat(as("admin").delete(path).status()).isEqualTo(404);
  }

  @Test
  void everyRuleThatDecidesIsCountedAndTheOthersAreNamed() {
    counts.write();
    long before = counted("EMEA-110", "fired");
    long wonBefore = counted("EMEA-110", "won");
    ownerOf(sent(aGermanLead()));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(counted("EMEA-110", "fired")).isEqualTo(before + 1));
    assertThat(counted("EMEA-110", "won")).isEqualTo(wonBefore + 1);
    JsonNode hits = as("admin").get("/api/rule-sets/routing~units~emea/hits?days=7").body();
    assertThat(hits.get("neverFired").toString()).contains("EMEA-").doesNotContain("EMEA-110");
    assertThat(as("admin").get("/api/rule-sets/scoring/hits?days=0").faultyFields())
        .containsExactly("days");
    assertThat(as("admin").get("/api/rule-sets/nothing/hits").status()).isEqualTo(404);
    assertThat(as("anna").get("/api/rule-sets/scoring/hits").status()).isEqualTo(403);
  }

  private long counted(String ruleId, String what) {
    JsonNode rules = as("admin").get("/api/rule-sets/routing~units~emea/hits").body().get("rules");
    return find(rules, "ruleId", ruleId).get(what).asLong();
  }

  private static JsonNode find(JsonNode list, String field, String value) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(each -> each.path(field).asText().equals(value))
        .findFirst()
        .orElse(null);
  }

  private JsonNode reasons(String user, UUID lead, String door) {
    Api.Answer answer = as(user).get("/api/leads/" + lead + "/" + door);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }
}
