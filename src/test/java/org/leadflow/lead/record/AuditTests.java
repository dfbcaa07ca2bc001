package org.leadflow.lead.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;

/** Who changed what from what to what, and who gets a lead, on each of the databases. */
abstract class AuditTests extends WholeWay {

  @Test
  void everyChangeIsToldFromWhatToWhatWithItsDoor() {
    UUID lead =
        sent(
            aGermanLead(
                "jobTitle",
                "Secret Agent",
                "companyName",
                "Vogel Antriebe GmbH",
                "numberOfEmployees",
                800));
    String owner = ownerOf(lead);
    Map<String, Object> changes = new HashMap<>();
    changes.put("jobTitle", "Head of Production");
    changes.put("fax", null);
    changes.put("companyName", null);
    changes.put("numberOfEmployees", 900);
    as(owner).patch("/api/leads/" + lead, lead(lead).etag(), changes);
    as(owner).post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 5));
    as("lena").post("/api/leads/" + lead + "/assign", to("marie"));

    List<JsonNode> lines = audit("lena", lead, "?size=200");

    assertThat(lines)
        .extracting(line -> line.path("action").asText() + " " + line.path("door").asText())
        .containsExactly(
            "ASSIGNED API",
            "DISQUALIFIED API",
            "CHANGED API",
            "ASSIGNED RULE",
            "SCORED RULE",
            "CREATED API");
    assertThat(changesOf(lines.get(0))).containsExactly("ownerId: user " + owner + " → user marie");
    assertThat(changesOf(lines.get(1))).containsExactly("stateCode: 0 → 2", "statusCode: 1 → 5");
    assertThat(changesOf(lines.get(2)))
        .containsExactly(
            "companyName: Vogel Antriebe GmbH → ",
            "jobTitle: Secret Agent → Head of Production",
            "numberOfEmployees: 800 → 900");
    assertThat(changesOf(lines.get(3))).containsExactly("ownerId: team triage → user " + owner);
    assertThat(changesOf(lines.get(4))).containsExactly("score:  → 33", "grade:  → C");
    assertThat(lines.get(3).path("actor").asText()).isEqualTo("leadflow");
    assertThat(lines.get(2).path("actor").asText()).isEqualTo(owner);
    assertThat(lines.get(2).path("actorName").asText()).contains(" ");
    assertThat(lines.get(2).path("details").asText())
        .as("the trail that stays names texts and tells no values of them")
        .isEqualTo("jobTitle, companyName, numberOfEmployees: 800 → 900");
  }

  @Test
  void theTrailIsReadPageByPage() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    for (int i = 0; i < 5; i++) {
      as(owner).patch("/api/leads/" + lead, lead(lead).etag(), Map.of("fax", "No. " + i));
    }

    List<String> seen = new ArrayList<>();
    for (int page = 0; page < 4; page++) {
      audit(owner, lead, "?size=3&page=" + page)
          .forEach(line -> seen.add(line.path("seq").asText() + changesOf(line)));
    }

    assertThat(seen)
        .startsWith("8[fax: No. 3 → No. 4]", "7[fax: No. 2 → No. 3]")
        .hasSize(8)
        .element(7)
        .asString()
        .startsWith("1[stateCode:  → 0");
    assertThat(as("kenji").get("/api/leads/" + lead + "/audit").status()).isEqualTo(404);
    assertThat(as(owner).get("/api/leads/" + lead + "/audit?size=0").status()).isEqualTo(422);
  }

  @Test
  void qualifyingTellsWhatTheLeadWasLinkedTo() {
    UUID lead = sent(aGermanLead("transactionCurrencyId", "EUR"));
    String owner = ownerOf(lead);
    as(owner).post("/api/leads/" + lead + "/qualify", Map.of());

    List<String> changes = changesOf(audit(owner, lead, "").get(0));

    assertThat(changes)
        .contains("stateCode: 0 → 1")
        .anyMatch(
            change -> change.equals("parentAccountId:  → " + lead(lead).text("parentAccountId")))
        .anyMatch(change -> change.startsWith("qualifyingOpportunityId:  → "));
  }

  @Test
  void onlyManagersAssignAClosedLeadAndNothingElseOfItChanges() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    as(owner).post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 4));
    JsonNode before = lead(lead).body();

    assertThat(as(owner).post("/api/leads/" + lead + "/assign", to("marie")).text("code"))
        .isEqualTo("lead-closed");
    assertThat(as("lena").post("/api/leads/" + lead + "/assign", to("marie")).status())
        .isEqualTo(200);

    JsonNode after = lead(lead).body();
    List<String> changed = new ArrayList<>();
    after
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!after.get(name).equals(before.get(name))) {
                changed.add(name);
              }
            });
    assertThat(changed)
        .isSubsetOf("version", "ownerId", "owningUser", "assignedOn", "modifiedOn", "modifiedBy")
        .contains("ownerId", "modifiedBy");
    assertThat(as("marie").get("/api/leads/" + lead).status()).isEqualTo(200);
    assertThat(as(owner).get("/api/leads/" + lead).status()).isEqualTo(404);
  }

  @Test
  void openActivitiesOfTheOwnerGoToTheNextOneAndAllOthersStay() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    String open = activity(owner, lead, owner);
    String done = activity(owner, lead, owner);
    as(owner).post("/api/leads/" + lead + "/activities/" + done + "/complete", "");
    String lenas = activity(owner, lead, "lena");

    as("lena").post("/api/leads/" + lead + "/assign", to("marie"));

    assertThat(doer(lead, open)).isEqualTo("marie");
    assertThat(doer(lead, done)).isEqualTo(owner);
    assertThat(doer(lead, lenas)).isEqualTo("lena");
  }

  @Test
  void whoMayNotReadLeadsIsGivenNone() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    jdbc.sql("DELETE FROM app_user_role WHERE user_id = 'sofia'").update();

    Api.Answer refused = as("lena").post("/api/leads/" + lead + "/assign", to("sofia"));

    jdbc.sql("INSERT INTO app_user_role (user_id, role) VALUES ('sofia', 'SELLER')").update();
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.faultyFields()).containsExactly("ownerId");
    assertThat(lead(lead).text("ownerId")).isEqualTo(owner);
  }

  @Test
  void managersCorrectWhatAClosedLeadIsAssociatedWith() {
    UUID customer = sent(aGermanLead());
    String seller = ownerOf(customer);
    as(seller).post("/api/leads/" + customer + "/qualify", Map.of("createOpportunity", false));
    String account = lead(customer).text("parentAccountId");
    UUID lead = sent(aGermanLead());
    as("lena").post("/api/leads/" + lead + "/assign", to(seller));
    taskOf(lead, "UserTask_WorkLead");
    as("lena").post("/api/leads/" + lead + "/assign", to(seller));
    as("lena").post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 4));
    String path = "/api/leads/" + lead + "/accounts/" + account;

    assertThat(as(seller).put(path, "").text("code")).isEqualTo("lead-closed");
    assertThat(as("lena").put(path, "").status()).isEqualTo(204);
    assertThat(as("lena").put(path, "").status()).isEqualTo(204);
    assertThat(as("lena").delete(path).status()).isEqualTo(204);

    assertThat(audit("lena", lead, ""))
        .extracting(line -> line.path("action").asText() + " " + line.path("details").asText())
        .startsWith(
            "UNLINKED account " + account, "LINKED account " + account, "DISQUALIFIED Lost");
  }

  private String activity(String user, UUID lead, String doer) {
    Api.Answer answer =
        as(user)
            .post(
                "/api/leads/" + lead + "/activities",
                Map.of("activityTypeCode", "task", "subject", "Send prices", "ownerId", doer));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.text("activityId");
  }

  private String doer(UUID lead, String activity) {
    return as("admin").get("/api/leads/" + lead + "/activities/" + activity).text("ownerId");
  }

  private static Map<String, String> to(String user) {
    return Map.of("ownerId", user, "ownerIdType", "user");
  }

  private List<JsonNode> audit(String user, UUID lead, String query) {
    Api.Answer answer = as(user).get("/api/leads/" + lead + "/audit" + query);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    List<JsonNode> lines = new ArrayList<>();
    answer.body().path("items").forEach(lines::add);
    return lines;
  }

  private static List<String> changesOf(JsonNode line) {
    List<String> changes = new ArrayList<>();
    line.path("changes")
        .forEach(
            change ->
                changes.add(
                    change.path("field").asText()
                        + ": "
                        + change.path("from").asText()
                        + " → "
                        + change.path("to").asText()));
    return changes;
  }
}
