package org.leadflow.wholeway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules are published, refused and taken back through the doors while leads come in. */
abstract class RulesWhileLeadsFlowTests extends WholeWay {

  private static final String CASES =
      """
      - because: somebody
        lead: { employees: 1 }
        fires: [SCO-999]
      - because: nobody knows
        lead: { employees: 0 }
        fires: []
      """;

  private static final String SCORING = "/api/rule-sets/scoring";

  private String first;

  @BeforeEach
  void before() {
    first = as("admin").get("/api/rule-sets/scoring").text("version");
  }

  @AfterEach
  void back() {
    as("admin")
        .post(
            "/api/rule-sets/scoring/rollback", Map.of("version", first, "reason", "test is over"));
  }

  @Test
  void everyLeadIsDecidedByAVersionThatWasPublishedAndNoneIsLost() throws Exception {
    ExecutorService sender = Executors.newSingleThreadExecutor();
    Future<List<UUID>> sending =
        sender.submit(
            () -> {
              List<UUID> leads = new ArrayList<>();
              for (int i = 0; i < 60; i++) {
                leads.add(sent(aGermanLead()));
                Thread.sleep(50);
              }
              return leads;
            });
    Map<String, Integer> pointsByVersion = new HashMap<>();
    for (int points = 1; !sending.isDone(); points++) {
      Api.Answer good = published(rule("employees >= 1", points), CASES);
      assertThat(good.status()).as("%s", good.body()).isEqualTo(201);
      pointsByVersion.put(good.text("version"), points);
      assertThat(published(rule("employes >= 1", 90), CASES).status()).isEqualTo(422);
      assertThat(published("", CASES).status()).as("no rules").isEqualTo(422);
      assertThat(published(rule("employees >= 5", 90), CASES).status())
          .as("no match")
          .isEqualTo(422);
      assertThat(published(looping(), CASES).status()).as("looping").isEqualTo(422);
      assertThat(published(rule("employees >= 1, need.length() > 0", 90), CASES).status())
          .as("throwing")
          .isEqualTo(422);
    }
    List<UUID> leads = sending.get();
    sender.shutdown();

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(count("pending_start")).isZero());
    assertThat(pointsByVersion).hasSizeGreaterThan(3);
    for (UUID lead : leads) {
      ownerOf(lead);
      JsonNode scored = decision(lead, "scored");
      String version = scored.at("/explanation/verdicts/0/version").asText();
      if (!version.equals(first)) {
        assertThat(pointsByVersion).containsKey(version);
        assertThat(scored.at("/explanation/verdicts/0/fired/0/outcome/points").asInt())
            .isEqualTo(pointsByVersion.get(version));
      }
    }
  }

  @Test
  void anOperatorListsComparesAndTakesBack() {
    Api.Answer good = published(rule("employees >= 1", 70), CASES);
    String second = good.text("version");

    Api.Answer state = as("admin").get("/api/rule-sets/scoring");
    assertThat(state.text("version")).isEqualTo(second);
    assertThat(state.text("state")).isEqualTo("WORKING");
    assertThat(
            as("admin").get("/api/rule-sets/scoring/versions/" + second).body().at("/rules/0/id"))
        .hasToString("\"SCO-999\"");
    JsonNode comparison =
        as("admin").get("/api/rule-sets/scoring/compare?from=" + first + "&to=" + second).body();
    assertThat(comparison.get("added").findValuesAsText("id")).containsExactly("SCO-999");
    assertThat(comparison.get("removed").findValuesAsText("id")).contains("SCO-010");
    assertThat(comparison.get("files").findValuesAsText("path")).contains("scoring/budget.drl");

    Api.Answer stale =
        as("admin")
            .post(
                "/api/rule-sets/scoring/rollback",
                Map.of("version", first, "reason", "stale"),
                Map.of("If-Match", "W/\"1\""));
    assertThat(stale.status()).isEqualTo(412);
    Api.Answer back =
        as("admin")
            .post(
                "/api/rule-sets/scoring/rollback",
                Map.of("version", first, "reason", "it was better"),
                Map.of("If-Match", state.etag()));
    assertThat(back.status()).as("%s", back.body()).isEqualTo(200);
    JsonNode last = as("admin").get("/api/rule-sets/scoring/activations").body().get(0);
    assertThat(last.get("by").asText()).isEqualTo("admin");
    assertThat(last.get("reason").asText()).isEqualTo("it was better");
    assertThat(last.get("from").asText()).isEqualTo(second);
  }

  @Test
  void aRefusalNamesFileLineAndSentence() {
    Api.Answer refused = published(rule("employes >= 1", 90), CASES);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("code")).isEqualTo("rules-refused");
    assertThat(refused.faultyFields()).containsExactly("scoring/all.drl:5");
    assertThat(refused.body().at("/findings/0/sentence").asText()).contains("\"employees\"");
    assertThat(as("admin").get(SCORING).text("state")).isEqualTo("LAST_GOOD");
    assertThat(as("admin").get(SCORING).body().at("/refusals/0/origin").asText())
        .isEqualTo("UPLOAD");
    assertThat(as("admin").delete(SCORING + "/refusals/UPLOAD").status()).isEqualTo(204);
    assertThat(as("admin").delete(SCORING + "/refusals/UPLOAD").status()).isEqualTo(404);
    assertThat(as("admin").get(SCORING).text("state")).isEqualTo("WORKING");
  }

  @Test
  void rulesAreReadByManagersAndChangedByOperators() {
    String set = "/api/rule-sets/routing~units~emea";
    assertThat(as("admin").get(set).status()).isEqualTo(200);
    assertThat(as("anna").get(set).status()).isEqualTo(403);
    assertThat(as("lena").get(set).status()).isEqualTo(200);
    assertThat(as("lena").post(set + "/rollback", Map.of("version", "x", "reason", "y")).status())
        .isEqualTo(403);
    assertThat(as("lena").post("/api/rule-sets/reload", Map.of()).status()).isEqualTo(403);
    Map<String, String> files =
        Map.of("all.drl", rule("employees >= 1", 95), "all.cases.yaml", CASES);
    assertThat(as("anna").uploadAll(SCORING + "/versions?dryRun=true", files).status())
        .isEqualTo(403);
    assertThat(as("lena").uploadAll(SCORING + "/versions", files).text("code"))
        .isEqualTo("missing-role");
    assertThat(as("lena").uploadAll(SCORING + "/versions?dryRun=true", files).text("result"))
        .isEqualTo("GOOD");
    assertThat(as("lena").delete(SCORING + "/refusals/UPLOAD").status()).isEqualTo(403);
    assertThat(as("admin").get("/api/rule-sets/routing~units~nowhere").status()).isEqualTo(404);
    assertThat(
            as("admin")
                .post(set + "/rollback", Map.of("version", "x", "reason", " "))
                .faultyFields())
        .containsExactly("reason");
    assertThat(
            as("admin")
                .post(set + "/rollback", Map.of("version", "x", "reason", "y"))
                .faultyFields())
        .containsExactly("version");
    assertThat(
            as("admin").post("/api/rule-sets/scoring/retire", Map.of("reason", "y")).text("code"))
        .isEqualTo("always-asked");
    assertThat(as("admin").post("/api/rule-sets/reload", Map.of()).status()).isEqualTo(200);
  }

  private JsonNode decision(UUID lead, String code) {
    for (JsonNode each : as("admin").get("/api/leads/" + lead + "/decisions").body()) {
      if (each.get("code").asText().equals(code)) {
        return each;
      }
    }
    throw new AssertionError("lead " + lead + " has no decision " + code);
  }

  private Api.Answer published(String drl, String cases) {
    return as("admin")
        .uploadAll(
            "/api/rule-sets/scoring/versions", Map.of("all.drl", drl, "all.cases.yaml", cases));
  }

  private static String rule(String condition, int points) {
    return """
        package scoring
        import org.leadflow.rules.*
        rule "Somebody works there"
        @Id("SCO-999") @Owner("sales-ops")
        when LeadFacts( %s )
        then insert( new Points(%d) );
        end
        """
        .formatted(condition, points);
  }

  private static String looping() {
    return rule("employees >= 1", 1)
        .replace("LeadFacts( employees >= 1 )", "LeadFacts( employees >= 1 ) or Points( )");
  }
}
