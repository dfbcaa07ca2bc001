package org.leadflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading with ETag, changing with If-Match, and what a merge patch does to the fields. */
class ChangesTests extends AtTheDoor {

  private UUID lead;

  @BeforeEach
  void aLeadAtTheDesk() {
    lead = sent(aLead("jobTitle", "Buyer", "revenue", 100, "numberOfEmployees", 12));
    taskOf(lead, "UserTask_TriageLead");
  }

  @Test
  void whoHasSeenTheLeadIsToldThatItIsTheSame() {
    Call.Answer first = read();
    Call.Answer again = get().header("If-None-Match", first.header("ETag")).send();
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.text()).isEmpty();

    changed(Map.of("jobTitle", "CEO"), first.header("ETag"));

    assertThat(get().header("If-None-Match", first.header("ETag")).send().status()).isEqualTo(200);
  }

  @Test
  void aChangeAnswersTheNewVersion() {
    Call.Answer before = read();
    Call.Answer change = changed(Map.of("jobTitle", "CEO"), before.header("ETag"));

    assertThat(change.status()).as("%s", change).isEqualTo(200);
    assertThat(change.header("ETag")).isNotEqualTo(before.header("ETag"));
    assertThat(change.json().path("jobTitle").asText()).isEqualTo("CEO");
    assertThat(read().text()).isEqualTo(change.text());
    assertThat(read().header("ETag")).isEqualTo(change.header("ETag"));
  }

  @Test
  void withoutTheVersionSeenNothingIsChanged() {
    Call.Answer answer = patch().json(Map.of("jobTitle", "CEO")).send();
    assertProblem(answer, 428, "version-required");
    assertThat(read().json().path("jobTitle").asText()).isEqualTo("Buyer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"W/\"99\"", "\"99\"", "W/\"999999999999999999\"", "W/\"-0\"", "\"\""})
  void anotherVersionThanTheCurrentOneIsRefused(String seen) {
    Call.Answer answer = changed(Map.of("jobTitle", "CEO"), seen);
    assertThat(answer.status()).as("%s", answer).isIn(400, 412);
    assertProblem(answer, answer.status(), answer.status() == 412 ? "stale-version" : "unreadable");
    assertThat(read().json().path("jobTitle").asText()).isEqualTo("Buyer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "abc", "*", "W/1", "\"one\"", "W/\"0\", W/\"1\"", "\"99999999999999999999\""})
  void whatIsNoVersionIsRefused(String seen) {
    assertProblem(changed(Map.of("jobTitle", "CEO"), seen), 400, "unreadable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST|/assign|{\"ownerId\":\"anna\",\"ownerIdType\":\"user\"}",
        "POST|/contacted|{}",
        "POST|/wait|{\"until\":\"2099-01-01\"}",
        "POST|/hand-back|{}",
        "POST|/disqualify|{\"statusCode\":5}",
        "POST|/qualify|{\"opportunityCurrencyId\":\"EUR\"}",
        "DELETE|''|''"
      })
  void noDoorActsOnAVersionThatIsNoLongerCurrent(String method, String door, String body) {
    Call.Answer answer =
        call("admin", method, "/api/leads/" + lead + door)
            .json(body)
            .header("If-Match", "W/\"99\"")
            .send();
    assertProblem(answer, 412, "stale-version");
    Call.Answer broken =
        call("admin", method, "/api/leads/" + lead + door)
            .json(body)
            .header("If-Match", "none")
            .send();
    assertProblem(broken, 400, "unreadable");
  }

  @Test
  void ofManyWhoChangeTheSameVersionOneWins() throws Exception {
    String seen = read().header("ETag");
    int writers = 8;
    ExecutorService all = Executors.newFixedThreadPool(writers);
    Callable<Integer> change =
        () -> changed(Map.of("jobTitle", UUID.randomUUID().toString()), seen).status();
    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> answer : all.invokeAll(Collections.nCopies(writers, change))) {
      answers.add(answer.get());
    }
    all.shutdown();

    assertThat(answers).containsOnlyOnce(200);
    assertThat(answers).allMatch(status -> status == 200 || status == 412 || status == 409);
  }

  @Test
  void nullEmptiesAFieldAndWhatIsNotSentStays() {
    Call.Answer answer =
        changed("{\"jobTitle\": null, \"companyName\": \"Ōno\"}", read().header("ETag"));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(read().json().has("jobTitle")).isFalse();
    assertThat(read().json().path("companyName").asText()).isEqualTo("Ōno");
    assertThat(read().json().path("numberOfEmployees").asInt()).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"subject", "lastName"})
  void whatEveryLeadHasCannotBeEmptied(String field) {
    for (String value : new String[] {"null", "\"\"", "\"  \""}) {
      Call.Answer answer = changed("{\"" + field + "\": " + value + "}", read().header("ETag"));
      assertNames(answer, 422, "invalid", field);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"jobTitle\"", "5", "null", "", "{} {}", "{\"jobTitle\": \"a\""})
  void aPatchIsOneObject(String body) {
    assertProblem(changed(body, read().header("ETag")), 400, "unreadable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"jobTitle\": 5}|400|unreadable|jobTitle",
        "{\"jobTitle\": {\"a\": 1}}|400|unreadable|jobTitle",
        "{\"numberOfEmployees\": 1.5}|400|unreadable|numberOfEmployees",
        "{\"numberOfEmployees\": \"12\"}|400|unreadable|numberOfEmployees",
        "{\"decisionMaker\": 1}|400|unreadable|decisionMaker",
        "{\"estimatedCloseDate\": 5}|400|unreadable|estimatedCloseDate",
        "{\"jobTitle\": \"\\u0000\"}|422|invalid|jobTitle",
        "{\"jobTitle\": \"\\ud800\"}|422|invalid|jobTitle",
        "{\"emailAddress1\": \"x\", \"leadQualityCode\": 9}|422|invalid|emailAddress1,leadQualityCode",
        "{\"jobTitle\": \"a\", \"jobTitle\": \"b\"}|400|unreadable|line 1"
      })
  void aPatchIsReadAsStrictlyAsALead(String body, int status, String code, String fields) {
    assertNames(changed(body, read().header("ETag")), status, code, fields.split(","));
  }

  @Test
  void aChangeThatChangesNothingLeavesNoTrace() {
    Call.Answer before = read();
    String trail = trailOf();
    for (String same :
        List.of("{}", "{\"jobTitle\": \"Buyer\"}", "{\"revenue\": 100}", "{\"revenue\": 1e2}")) {
      Call.Answer answer = changed(same, before.header("ETag"));
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      assertThat(answer.header("ETag")).as(same).isEqualTo(before.header("ETag"));
      assertThat(read().text()).isEqualTo(before.text());
    }
    assertThat(trailOf()).isEqualTo(trail);
  }

  @Test
  void theTrailNamesWhatWasChangedAndNothingElse() {
    changed(Map.of("jobTitle", "CEO"), read().header("ETag"));
    Call.Answer trail = call("admin", "GET", "/api/leads/" + lead + "/trail").send();
    assertThat(trail.json().path(0).path("action").asText()).isEqualTo("CHANGED");
    assertThat(trail.json().path(0).path("details").asText()).isEqualTo("jobTitle");
    assertThat(trail.text()).doesNotContain("CEO", "Tanaka");
  }

  @Test
  void amountsAreKeptToTheCent() {
    Call.Answer answer = changed("{\"revenue\": 99999999999999.99}", read().header("ETag"));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(read().text()).contains("\"revenue\":99999999999999.99");
    changed("{\"jobTitle\": \"CEO\"}", read().header("ETag"));
    assertThat(read().text()).contains("\"revenue\":99999999999999.99");
  }

  @Test
  void timesAreAnsweredAsTheyAreKept() {
    Call.Answer answer =
        changed("{\"consentOn\": \"2026-01-01T01:02:03.123456789+01:00\"}", read().header("ETag"));
    assertThat(answer.json().path("consentOn").asText()).isEqualTo("2026-01-01T00:02:03.123456Z");
    assertThat(read().text()).isEqualTo(answer.text());
  }

  @Test
  void aMergePatchMayCallItselfOne() {
    Call.Answer answer =
        patch()
            .json(Map.of("jobTitle", "CEO"))
            .header("Content-Type", "application/merge-patch+json")
            .header("If-Match", read().header("ETag"))
            .send();
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertProblem(
        patch().raw("x").header("Content-Type", "text/plain").send(),
        415,
        "unsupported-media-type");
  }

  private String trailOf() {
    return call("admin", "GET", "/api/leads/" + lead + "/trail").send().text();
  }

  private Call get() {
    return call("admin", "GET", "/api/leads/" + lead);
  }

  private Call.Answer read() {
    return get().send();
  }

  private Call patch() {
    return call("admin", "PATCH", "/api/leads/" + lead);
  }

  private Call.Answer changed(Object changes, String seen) {
    return patch().json(changes).header("If-Match", seen).send();
  }
}
