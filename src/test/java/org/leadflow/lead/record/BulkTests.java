package org.leadflow.lead.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;

/** Many leads in one call, on each of the databases. */
abstract class BulkTests extends WholeWay {

  @Test
  void eachLeadIsQualifiedOrRefusedForItself() {
    UUID first = waiting("transactionCurrencyId", "EUR");
    UUID closed = waiting();
    as("admin").post("/api/leads/" + closed + "/disqualify", Map.of("statusCode", 4));
    UUID failing = waiting("transactionCurrencyId", "EUR");
    breaks(failing);
    UUID nobodys = UUID.randomUUID();
    UUID last = waiting("transactionCurrencyId", "EUR");

    Api.Answer answer =
        as("admin")
            .post(
                "/api/leads/bulk/qualify",
                Map.of("leadIds", List.of(first, closed, failing, nobodys, last, first)));
    mend(failing);

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    List<JsonNode> results = results(answer);
    assertThat(results)
        .extracting(result -> result.path("leadId").asText())
        .containsExactly("" + first, "" + closed, "" + failing, "" + nobodys, "" + last);
    assertThat(results)
        .extracting(result -> result.path("outcome").asText())
        .containsExactly("qualified", "refused", "refused", "refused", "qualified");
    assertThat(results)
        .extracting(result -> result.path("code").asText())
        .containsExactly("", "lead-closed", "server-error", "not-found", "");
    assertThat(results.get(0).path("createdEntities")).hasSize(3);
    assertThat(results.get(2).toString()).doesNotContain("Exception", "SQL", "account_once");
    assertThat(answer.body().path("counts").toString())
        .isEqualTo("{\"qualified\":2,\"refused\":3}");
    assertThat(lead(first).text("stateCodeLabel")).isEqualTo("Qualified");
    assertThat(lead(failing).text("stateCodeLabel")).isEqualTo("Open");
    assertThat(lead(last).text("stateCodeLabel")).isEqualTo("Qualified");
  }

  @Test
  void twoHundredLeadsAreDisqualifiedInOneCall() {
    List<UUID> leads =
        IntStream.range(0, 200).mapToObj(i -> sent(aGermanLead("subject", "No. " + i))).toList();
    await().atMost(Duration.ofSeconds(60)).until(() -> count("pending_start") == 0);
    leads.forEach(lead -> taskOf(lead, "UserTask_WorkLead"));

    Api.Answer answer =
        as("admin")
            .post(
                "/api/leads/bulk/disqualify",
                Map.of("leadIds", leads, "statusCode", 5, "comment", "Dead numbers"));

    assertThat(answer.body().path("counts").toString()).isEqualTo("{\"disqualified\":200}");
    assertThat(lead(leads.get(199)).text("statusCodeLabel")).isEqualTo("Cannot Contact");
  }

  @Test
  void manyAreGivenToOneAsFarAsTheCallerReaches() {
    UUID own = waiting();
    String owner = lead(own).text("ownerId");
    UUID american = american();
    UUID closed = waiting();
    as("admin").post("/api/leads/" + closed + "/disqualify", Map.of("statusCode", 4));
    Map<String, Object> toMarie = Map.of("ownerId", "marie", "ownerIdType", "user");

    Api.Answer bySeller = bulkAssign(owner, toMarie, own, american, closed);
    Api.Answer byManager = bulkAssign("lena", toMarie, own, american, closed);

    assertThat(results(bySeller))
        .extracting(result -> result.path("code").asText())
        .containsExactly("", "not-found", "not-found");
    assertThat(byManager.body().path("counts").toString()).isEqualTo("{\"assigned\":3}");
    assertThat(lead(american).text("ownerId")).isEqualTo("marie");
    assertThat(lead(closed).text("ownerId")).isEqualTo("marie");
    assertThat(lead(closed).text("stateCodeLabel")).isEqualTo("Disqualified");
  }

  @Test
  void whatIsWrongForAllIsRefusedAsAWhole() {
    UUID lead = waiting();
    List<UUID> tooMany = IntStream.range(0, 1001).mapToObj(i -> UUID.randomUUID()).toList();
    List<String> wrong = new ArrayList<>();
    for (Map<String, ?> body :
        List.of(
            Map.of("statusCode", 4),
            Map.of("leadIds", List.of(), "statusCode", 4),
            Map.of("leadIds", tooMany, "statusCode", 4),
            Map.of("leadIds", List.of("x"), "statusCode", 4),
            Map.of("leadIds", List.of(lead)),
            Map.of("leadIds", List.of(lead), "statusCode", 77),
            Map.of("leadIds", List.of(lead), "statusCode", 4, "reason", "none"))) {
      Api.Answer answer = as("admin").post("/api/leads/bulk/disqualify", body);
      wrong.add(answer.status() + " " + String.join(",", answer.faultyFields()));
    }

    assertThat(wrong)
        .containsExactly(
            "422 leadIds",
            "422 leadIds",
            "422 leadIds",
            "400 leadIds.[0]",
            "422 statusCode",
            "422 statusCode",
            "400 reason");
    assertThat(
            as("website")
                .post("/api/leads/bulk/qualify", Map.of("leadIds", List.of(lead)))
                .status())
        .isEqualTo(403);
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Open");
  }

  private Api.Answer bulkAssign(String user, Map<String, Object> owner, UUID... leads) {
    Map<String, Object> body = new HashMap<>(owner);
    body.put("leadIds", leads);
    return as(user).post("/api/leads/bulk/assign", body);
  }

  private UUID waiting(Object... changes) {
    UUID lead = sent(aGermanLead(changes));
    taskOf(lead, "UserTask_WorkLead");
    return lead;
  }

  private UUID american() {
    UUID lead = sent(aGermanLead("address1Country", "USA", "address1City", "Austin"));
    taskOf(lead, "UserTask_WorkLead");
    return lead;
  }

  /** Its account cannot be created: there is one that claims to originate from it. */
  private void breaks(UUID lead) {
    jdbc.sql(
            """
            INSERT INTO account (account_id, version, name, originating_lead_id, owner_user, owning_business_unit,
              created_on, created_by)
            SELECT CAST(? AS uuid), 0, 'In the way', CAST(? AS uuid), id, business_unit_id, CURRENT_TIMESTAMP, 'test'
            FROM app_user WHERE id = 'james'
            """)
        .params(UUID.randomUUID(), lead)
        .update();
  }

  private void mend(UUID lead) {
    jdbc.sql("DELETE FROM account WHERE originating_lead_id = ?").param(lead).update();
  }

  private static List<JsonNode> results(Api.Answer answer) {
    List<JsonNode> results = new ArrayList<>();
    answer.body().path("results").forEach(results::add);
    return results;
  }
}
