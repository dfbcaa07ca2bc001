package org.leadflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may set pools up, and what is answered to what is sent. */
class PoolsAtTheDoorTests extends AtTheDoor {

  private static final String POOL = "/api/pools/dach-enterprise";

  @AfterEach
  void asANewPool() {
    call("admin", "PUT", POOL).header("If-Match", etag()).json("{}").send();
  }

  @Test
  void aPoolIsSetUpReadAndNotOverwritten() {
    String before = etag();
    Call.Answer saved =
        call("admin", "PUT", POOL)
            .header("If-Match", before)
            .json(
                Map.of(
                    "strategy", "WEIGHTED",
                    "hoursAhead", 4,
                    "nobody", "NEXT_POOL",
                    "nextTeamId", "triage",
                    "kindPoints", Map.of("A", 3)))
            .send();

    assertThat(saved.status()).as("%s", saved).isEqualTo(200);
    JsonNode settings = call("admin", "GET", POOL).send().json().path("settings");
    assertThat(settings.path("strategy").asText()).isEqualTo("WEIGHTED");
    assertThat(settings.path("nextTeamId").asText()).isEqualTo("triage");
    assertThat(settings.path("kindPoints").path("A").asInt()).isEqualTo(3);
    assertProblem(
        call("admin", "PUT", POOL).header("If-Match", before).json("{}").send(),
        412,
        "stale-version");
    assertProblem(call("admin", "PUT", POOL).json("{}").send(), 428, "version-required");
  }

  @Test
  void everyWrongFieldIsNamedAtOnce() {
    Call.Answer refused =
        call("admin", "PUT", POOL)
            .header("If-Match", etag())
            .json(
                "{\"strategy\": \"LOUDEST\", \"nobody\": \"NEXT_POOL\", \"nextTeamId\": \"dach-enterprise\","
                    + " \"hoursAhead\": -1, \"timeZone\": \"Mars\", \"requiredSkills\": [\"A b\"]}")
            .send();

    assertProblem(refused, 422, "invalid");
    assertThat(fields(refused))
        .containsExactlyInAnyOrder(
            "strategy", "nextTeamId", "hoursAhead", "timeZone", "requiredSkills");
  }

  @Test
  void aMemberIsSetUpAndOnlyAMember() {
    Call.Answer saved =
        call("admin", "PUT", POOL + "/members/anna")
            .header("If-Match", etag())
            .json(
                "{\"weight\": 50, \"capacity\": 20, \"caps\": [{\"period\": \"DAY\", \"kind\": \"A\", \"most\": 3}]}")
            .send();
    assertThat(saved.status()).as("%s", saved).isEqualTo(200);
    JsonNode anna = member(saved.json(), "anna");
    assertThat(anna.path("settings").path("capacity").asInt()).isEqualTo(20);
    assertThat(anna.path("settings").path("caps").get(0).path("most").asInt()).isEqualTo(3);

    call("admin", "PUT", POOL + "/members/anna").header("If-Match", etag()).json("{}").send();
    assertProblem(
        call("admin", "PUT", POOL + "/members/freja").header("If-Match", etag()).json("{}").send(),
        404,
        "not-found");
  }

  @Test
  void membersReadTheirPoolAndOthersDoNotSeeIt() {
    assertThat(call("kim", "GET", POOL).send().status()).isEqualTo(200);
    assertThat(call("kim", "GET", POOL + "/fairness").send().status()).isEqualTo(200);
    assertProblem(
        call("kim", "PUT", POOL).header("If-Match", etag()).json("{}").send(),
        403,
        "not-your-pool");
    assertProblem(call("kim", "POST", POOL + "/pause").send(), 403, "not-your-pool");
    for (String stranger : List.of("freja", "kenji")) {
      assertProblem(call(stranger, "GET", POOL).send(), 404, "not-found");
      assertProblem(call(stranger, "POST", POOL + "/pause").send(), 404, "not-found");
      assertThat(call(stranger, "GET", "/api/pools").send().json().toString())
          .doesNotContain("dach-enterprise");
    }
    assertProblem(call("admin", "GET", "/api/pools/none").send(), 404, "not-found");
  }

  @Test
  void aPoolIsPausedAndResumed() {
    assertThat(paused(call("admin", "POST", POOL + "/pause").send())).isTrue();
    assertThat(paused(call("admin", "POST", POOL + "/resume").send())).isFalse();
  }

  @Test
  void theFairnessOfAWindowIsCounted() {
    ownerOf(sent(aGermanLead("numberOfEmployees", 800)));

    Call.Answer fairness = call("admin", "GET", POOL + "/fairness").send();

    assertThat(fairness.json().path("turns").asInt()).as("%s", fairness).isPositive();
    assertThat(fairness.json().path("shares").findValuesAsText("userId")).contains("anna");
    assertProblem(
        call("admin", "GET", POOL + "/fairness?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z")
            .send(),
        422,
        "invalid");
  }

  @Test
  void theReasonsAreListedWithWhatWouldHaveToChange() {
    JsonNode gates = call("anna", "GET", "/api/pools/gates").send().json();

    assertThat(gates.findValuesAsText("code")).contains("absent", "no-capacity", "pool-paused");
    assertThat(gates.findValuesAsText("remedy")).allMatch(remedy -> !remedy.isBlank());
  }

  private String etag() {
    return call("admin", "GET", POOL).send().header("ETag");
  }

  private static boolean paused(Call.Answer answer) {
    return answer.json().path("settings").path("paused").asBoolean();
  }

  private static JsonNode member(JsonNode pool, String user) {
    for (JsonNode member : pool.path("members")) {
      if (member.path("userId").asText().equals(user)) {
        return member;
      }
    }
    throw new AssertionError("no member " + user + " in " + pool);
  }

  private static List<String> fields(Call.Answer answer) {
    var fields = new ArrayList<String>();
    answer.json().findValues("field").forEach(field -> fields.add(field.asText()));
    return fields;
  }
}
