package org.leadflow.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;

/** Taking a conversion back. */
abstract class UndoTests extends WholeWay {

  private Api.Answer undo(UUID lead) {
    return as("admin").post("/api/leads/" + lead + "/undo-qualification", Map.of());
  }

  private Api.Answer qualified(UUID lead, Map<String, ?> request) {
    Api.Answer answer = as("admin").post("/api/leads/" + lead + "/qualify", request);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer;
  }

  private UUID routed(Object... changes) {
    UUID lead = sent(aGermanLead(changes));
    ownerOf(lead);
    return lead;
  }

  private static String id(Api.Answer answer, int place) {
    return answer.body().get("createdEntities").get(place).get("id").asText();
  }

  @Test
  void whatWasCreatedIsGoneAndTheLeadIsWorkedAgain() {
    int accounts = count("account");
    int pursued = count("act_ru_execution");
    UUID lead = routed();
    String owner = lead(lead).text("ownerId");
    as(owner).post("/api/leads/" + lead + "/contacted", Map.of());
    Api.Answer done = qualified(lead, Map.of("comment", "Wants three"));
    assertThat(Instant.parse(done.text("undoUntil")))
        .isAfter(Instant.now().plus(23, ChronoUnit.HOURS));

    Api.Answer undone = undo(lead);

    assertThat(undone.status()).as("%s", undone.body()).isEqualTo(200);
    assertThat(undone.text("statusCodeLabel")).isEqualTo("Contacted");
    assertThat(undone.body().has("qualifyingOpportunityId")).isFalse();
    assertThat(undone.body().has("parentAccountId")).isFalse();
    assertThat(count("account")).isEqualTo(accounts);
    for (String record :
        List.of(
            "/accounts/" + id(done, 0),
            "/contacts/" + id(done, 1),
            "/opportunities/" + id(done, 2))) {
      assertThat(as("admin").get("/api" + record).status()).isEqualTo(404);
    }
    assertThat(ownerOf(lead)).isEqualTo(owner);
    assertThat(
            jdbc.sql("SELECT count(*) FROM act_ru_execution WHERE business_key_ = ?")
                .param(id(done, 2))
                .query(Integer.class)
                .single())
        .as("the process of the opportunity")
        .isZero();
    assertThat(count("act_ru_execution")).isGreaterThan(pursued);
    assertThat(
            as("admin").get("/api/leads/" + lead + "/trail").body().get(0).get("action").asText())
        .isEqualTo("CONVERSION_UNDONE");
    assertThat(undo(lead).text("code")).isEqualTo("not-qualified");

    Api.Answer again = qualified(lead, Map.of());
    assertThat(again.body().get("createdEntities")).hasSize(3);
  }

  @Test
  void whatWasFilledIsEmptyAgainAndWhatExistedBeforeStays() {
    Api.Answer first = qualified(routed(), Map.of("createOpportunity", false));
    UUID second = routed("telephone1", "+49 711 5550 123", "doNotPhone", true);
    qualified(second, Map.of("accountId", id(first, 0), "contactId", id(first, 1)));
    assertThat(contact(first).get("telephone1").asText()).isEqualTo("+49 711 5550 123");

    assertThat(undo(second).status()).isEqualTo(200);

    assertThat(contact(first).has("telephone1")).isFalse();
    assertThat(contact(first).get("doNotPhone").asBoolean()).isFalse();
    assertThat(as("admin").get("/api/accounts/" + id(first, 0)).status()).isEqualTo(200);
    assertThat(as("admin").get("/api/leads/" + second + "/accounts").body().get("items")).isEmpty();
  }

  @Test
  void aNoThatSomebodyFoundThereStays() {
    Api.Answer first = qualified(routed(), Map.of("createOpportunity", false));
    UUID second = routed("doNotEmail", true);
    qualified(second, Map.of("accountId", id(first, 0), "contactId", id(first, 1)));
    String path = "/api/contacts/" + id(first, 1);
    Api.Answer seen = as("admin").get(path);
    assertThat(as("admin").patch(path, seen.etag(), Map.of("jobTitle", "Boss")).status())
        .isEqualTo(200);

    assertThat(undo(second).status()).isEqualTo(200);

    assertThat(contact(first).get("doNotEmail").asBoolean()).isTrue();
  }

  @Test
  void undoingGivesNoNewDeadline() {
    UUID lead = routed();
    String due = lead(lead).text("slaDueOn");
    qualified(lead, Map.of());

    assertThat(undo(lead).text("slaDueOn")).isEqualTo(due);
  }

  private JsonNode contact(Api.Answer first) {
    return as("admin").get("/api/contacts/" + id(first, 1)).body();
  }

  @Test
  void whatWasWorkedWithSinceStaysAndTheAnswerSaysWhy() {
    UUID lead = routed();
    Api.Answer done = qualified(lead, Map.of());
    UUID second = routed();
    qualified(second, Map.of("accountId", id(done, 0)));

    Api.Answer refused = undo(lead);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("undo-refused");
    assertThat(refused.faultyFields()).contains("account");
    assertThat(refused.body().get("errors").toString()).contains("another lead");
    assertThat(lead(lead).text("statusCodeLabel")).isEqualTo("Qualified");
    assertThat(as("admin").get("/api/opportunities/" + id(done, 2)).status()).isEqualTo(200);
  }

  @Test
  void anOpportunityThatMovedOnIsNotTakenBack() {
    UUID lead = routed();
    Api.Answer done = qualified(lead, Map.of());
    String opportunity = id(done, 2);
    jdbc.sql(
            "UPDATE opportunity SET stage = 'PROPOSE', version = version + 1 WHERE opportunity_id = ?")
        .param(UUID.fromString(opportunity))
        .update();

    assertThat(undo(lead).faultyFields()).containsExactly("opportunity");
  }

  @Test
  void openActivitiesComeBack() {
    UUID lead = routed();
    Api.Answer call =
        as("admin")
            .post(
                "/api/leads/" + lead + "/activities",
                Map.of("activityTypeCode", "phonecall", "subject", "Ask for the drawings"));
    assertThat(call.status()).as("%s", call.body()).isEqualTo(201);
    qualified(lead, Map.of());
    assertThat(openOf(lead)).isEmpty();

    assertThat(undo(lead).status()).isEqualTo(200);

    assertThat(openOf(lead)).containsExactly("Ask for the drawings");
  }

  private List<String> openOf(UUID lead) {
    List<String> open = new ArrayList<>();
    as("admin")
        .get("/api/leads/" + lead + "/activities")
        .body()
        .get("items")
        .forEach(item -> open.add(item.get("subject").asText()));
    return open;
  }

  @Test
  void afterTheWindowItIsTooLate() {
    UUID lead = routed();
    qualified(lead, Map.of());
    jdbc.sql("UPDATE conversion SET completed_on = ? WHERE lead_id = ?")
        .params(Instant.now().minus(25, ChronoUnit.HOURS).atOffset(java.time.ZoneOffset.UTC), lead)
        .update();

    Api.Answer refused = undo(lead);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("undo-expired");
  }

  @Test
  void whoMayNotWriteTheLeadMayNotUndoIt() {
    UUID lead = routed();
    qualified(lead, Map.of());
    assertThat(as("kenji").post("/api/leads/" + lead + "/undo-qualification", Map.of()).status())
        .isEqualTo(404);
    await().untilAsserted(() -> assertThat(undo(lead).status()).isEqualTo(200));
  }
}
