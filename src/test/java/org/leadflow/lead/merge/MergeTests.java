package org.leadflow.lead.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;

/** Two leads become one, and two again, on each of the databases. */
abstract class MergeTests extends WholeWay {

  UUID master;
  UUID other;

  @BeforeEach
  void twoLeads() {
    master = sent(aGermanLead("telephone1", "+49 711 111111"));
    other =
        sent(
            aGermanLead(
                "telephone1",
                "+49 711 222222",
                "jobTitle",
                "Buyer",
                "doNotEmail",
                true,
                "description",
                "We need forty"));
    ownerOf(master);
    ownerOf(other);
  }

  @Test
  void theMasterIsFilledAndTheStrictestOptOutHolds() {
    String owner = lead(master).text("ownerId");

    Api.Answer merged = merge(Map.of("leadId", other));

    assertThat(merged.status()).as("%s", merged.body()).isEqualTo(200);
    assertThat(merged.etag()).isEqualTo(lead(master).etag());
    Api.Answer stays = lead(master);
    assertThat(stays.text("jobTitle")).isEqualTo("Buyer");
    assertThat(stays.text("telephone1")).isEqualTo("+49 711 111111");
    assertThat(stays.text("doNotEmail")).isEqualTo("true");
    assertThat(stays.text("ownerId")).isEqualTo(owner);
    assertThat(stays.text("stateCode")).isEqualTo("0");
    Api.Answer gone = lead(other);
    assertThat(gone.text("statusCode")).isEqualTo("100000001");
    assertThat(gone.text("masterId")).isEqualTo(master.toString());
    assertThat(taskOf(master, "UserTask_WorkLead")).isNotNull();
    assertThat(field(merged, "telephone1").path("taken").asText()).isEqualTo("master");
    assertThat(field(merged, "doNotEmail").path("taken").asText()).isEqualTo("strictest");
  }

  @Test
  void aDryRunTellsTheSameAndDoesNothing() {
    Api.Answer before = lead(master);

    Api.Answer told = merge(Map.of("leadId", other, "dryRun", true, "take", List.of("telephone1")));

    assertThat(told.text("dryRun")).isEqualTo("true");
    assertThat(told.body().has("mergeId")).isFalse();
    assertThat(field(told, "telephone1").path("taken").asText()).isEqualTo("other");
    assertThat(told.body().at("/moved/requests").asInt()).isEqualTo(1);
    assertThat(lead(master).etag()).isEqualTo(before.etag());
    assertThat(lead(other).text("stateCode")).isEqualTo("0");
  }

  @Test
  void whatBelongsToTheOtherFollowsAndComesBack() {
    String note = created("/notes", Map.of("text", "Call in spring"));
    String activity =
        created("/activities", Map.of("activityTypeCode", "phonecall", "subject", "Call"));
    Api.Answer mastersBefore = lead(master);

    merge(Map.of("leadId", other, "take", List.of("telephone1")));

    assertThat(idsOf(master, "/notes", "noteId")).contains(note);
    assertThat(idsOf(master, "/activities", "activityId")).contains(activity);
    assertThat(idsOf(other, "/notes", "noteId")).isEmpty();
    assertThat(lead(master).text("telephone1")).isEqualTo("+49 711 222222");

    Api.Answer back = as("admin").post("/api/leads/" + other + "/unmerge", Map.of());

    assertThat(back.status()).as("%s", back.body()).isEqualTo(200);
    assertThat(back.text("stateCode")).isEqualTo("0");
    assertThat(back.body().has("masterId")).isFalse();
    assertThat(idsOf(other, "/notes", "noteId")).containsExactly(note);
    assertThat(idsOf(other, "/activities", "activityId")).containsExactly(activity);
    assertThat(idsOf(master, "/notes", "noteId")).isEmpty();
    assertThat(lead(master).text("telephone1")).isEqualTo("+49 711 111111");
    assertThat(lead(master).text("doNotEmail")).isEqualTo("false");
    assertThat(lead(master).text("jobTitle")).isEqualTo(mastersBefore.text("jobTitle"));
    assertThat(taskOf(other, "UserTask_WorkLead")).isNotNull();
    assertThat(as("admin").get("/api/leads/" + master + "/merges").body()).hasSize(1);
  }

  @Test
  void whatSomebodyChangedSinceStaysWhenTheMergeIsTakenBack() {
    merge(Map.of("leadId", other));
    Api.Answer now = lead(master);
    as("admin").patch("/api/leads/" + master, now.etag(), Map.of("jobTitle", "Head of buying"));

    as("admin").post("/api/leads/" + other + "/unmerge", Map.of());

    assertThat(lead(master).text("jobTitle")).isEqualTo("Head of buying");
    assertThat(lead(master).text("doNotEmail")).isEqualTo("false");
  }

  @Test
  void aMergeIsNotTakenBackOnceTheMasterIsClosed() {
    merge(Map.of("leadId", other));
    as("admin").post("/api/leads/" + master + "/disqualify", Map.of("statusCode", 4));

    Api.Answer refused = as("admin").post("/api/leads/" + other + "/unmerge", Map.of());

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("built-upon");
    assertThat(refused.text("detail")).contains(master.toString());
  }

  @Test
  void whatTheSourceOfAMergedLeadSendsAgainIsReadAtItsMaster() {
    Map<String, Object> lead = aGermanLead("sourceSystem", "fair", "sourceKey", unlikeAnyOther());
    UUID third = sentAndMerged(lead);
    lead.put("jobTitle", "Head of spare parts");
    lead.put("doNotPhone", true);

    as("website").post("/api/leads", lead);

    assertThat(as("admin").get("/api/leads/" + master + "/notes").body().toString())
        .contains("Head of spare parts");
    assertThat(lead(master).text("doNotPhone")).isEqualTo("true");
    assertThat(lead(third).text("stateCode")).isEqualTo("2");
  }

  @Test
  void aNoOfAnotherThatIsStillMergedOutlivesTheMergeThatBroughtItFirst() {
    UUID third = sent(aGermanLead("doNotEmail", true));
    ownerOf(third);
    merge(Map.of("leadId", other));
    merge(Map.of("leadId", third));

    as("admin").post("/api/leads/" + other + "/unmerge", Map.of());

    assertThat(lead(master).text("doNotEmail")).isEqualTo("true");
    as("admin").post("/api/leads/" + third + "/unmerge", Map.of());
  }

  @Test
  void anOptOutSentForAMergedLeadHoldsOnItsMasterAlsoWhenThatOneIsClosed() {
    Map<String, Object> lead = aGermanLead("sourceSystem", "fair", "sourceKey", unlikeAnyOther());
    sentAndMerged(lead);
    as("admin").post("/api/leads/" + master + "/disqualify", Map.of("statusCode", 5));
    lead.put("doNotPhone", true);

    as("website").post("/api/leads", lead);

    assertThat(lead(master).text("doNotPhone")).isEqualTo("true");
  }

  @Test
  void aLeadThatOthersAreMergedIntoIsNotDeletedBeforeThem() {
    merge(Map.of("leadId", other));

    Api.Answer refused = as("admin").delete("/api/leads/" + master);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("merged-into");
    assertThat(refused.text("detail")).contains(other.toString());
  }

  @Test
  void anOptOutSentForAMergedLeadOutlivesTheMerge() {
    Map<String, Object> lead = aGermanLead("sourceSystem", "fair", "sourceKey", unlikeAnyOther());
    UUID third = sentAndMerged(lead);
    lead.put("doNotPhone", true);
    as("website").post("/api/leads", lead);

    as("admin").post("/api/leads/" + third + "/unmerge", Map.of());

    assertThat(lead(third).text("stateCode")).isEqualTo("0");
    assertThat(lead(third).text("doNotPhone")).isEqualTo("true");
  }

  @Test
  void anOptOutSentForTheFirstOfSeveralOutlivesTheMergeInTheirMidst() {
    Map<String, Object> lead = aGermanLead("sourceSystem", "fair", "sourceKey", unlikeAnyOther());
    sentAndMerged(lead);
    as("admin").post("/api/leads/" + other + "/merge", Map.of("leadId", master));
    lead.put("doNotPhone", true);
    as("website").post("/api/leads", lead);
    assertThat(lead(other).text("doNotPhone")).isEqualTo("true");

    unmerged(master);

    assertThat(lead(master).text("stateCode")).isEqualTo("0");
    assertThat(lead(master).text("doNotPhone")).isEqualTo("true");
  }

  @Test
  void aNoThatTheSourceOfTheMasterSaysTooOutlivesTheMergeThatBroughtIt() {
    Map<String, Object> lead = aGermanLead("sourceSystem", "fair", "sourceKey", unlikeAnyOther());
    master = sent(lead);
    ownerOf(master);
    merge(Map.of("leadId", other));
    lead.put("doNotEmail", true);

    Api.Answer said = as("website").post("/api/leads", lead);
    Api.Answer again = as("website").post("/api/leads", lead);

    assertThat(said.text("outcome")).as("%s", said.body()).isEqualTo("UNCHANGED");
    assertThat(again.etag()).as("it is told once").isEqualTo(said.etag());
    assertThat(lead(master).etag()).isEqualTo(said.etag());
    unmerged(other);
    assertThat(lead(master).text("doNotEmail")).isEqualTo("true");
    assertThat(lead(master).text("jobTitle")).isNull();
  }

  @Test
  void aLinkThatWasPutBackMeanwhileOnlyLeavesTheMaster() {
    String account = account();
    link(other, account);
    merge(Map.of("leadId", other));
    link(other, account);

    unmerged(other);

    assertThat(idsOf(other, "/accounts", "accountId")).containsExactly(account);
    assertThat(idsOf(master, "/accounts", "accountId")).isEmpty();
  }

  @Test
  void whatTwoMergedLeadsHadStaysWithTheMasterUntilBothAreTakenBack() {
    UUID third = sent(aGermanLead());
    ownerOf(third);
    String account = account();
    String contact = contact();
    for (UUID each : List.of(other, third)) {
      link(each, account);
      as("admin").post("/api/leads/" + each + "/stakeholders", Map.of("contactId", contact));
    }
    merge(Map.of("leadId", other));
    merge(Map.of("leadId", third));

    unmerged(other);

    for (UUID each : List.of(other, master)) {
      assertThat(idsOf(each, "/accounts", "accountId")).containsExactly(account);
      assertThat(idsOf(each, "/stakeholders", "contactId")).containsExactly(contact);
    }
    unmerged(third);
    assertThat(idsOf(third, "/accounts", "accountId")).containsExactly(account);
    assertThat(idsOf(third, "/stakeholders", "contactId")).containsExactly(contact);
    assertThat(idsOf(master, "/accounts", "accountId")).isEmpty();
    assertThat(idsOf(master, "/stakeholders", "contactId")).isEmpty();
  }

  @Test
  void aMergedLeadIsNotReactivatedAndNamesItsMaster() {
    merge(Map.of("leadId", other));

    Api.Answer refused = as("admin").post("/api/leads/" + other + "/reactivate", Map.of());

    assertThat(refused.text("code")).isEqualTo("lead-merged");
    assertThat(refused.text("detail")).contains(master.toString());
  }

  @Test
  void whatCannotBeMergedIsRefusedWithAReason() {
    assertThat(merge(Map.of("leadId", master)).text("code")).isEqualTo("same-lead");
    assertThat(merge(Map.of("leadId", UUID.randomUUID())).status()).isEqualTo(404);
    assertThat(merge(Map.of()).faultyFields()).containsExactly("leadId");
    assertThat(merge(Map.of("leadId", other, "take", List.of("doNotEmail", "ownerId"))).status())
        .isEqualTo(422);
    assertThat(merge(Map.of("leadId", other, "version", 99)).status()).isEqualTo(412);
    assertThat(
            as("admin")
                .post(
                    "/api/leads/" + master + "/merge",
                    Map.of("leadId", other),
                    Map.of("If-Match", "W/\"99\""))
                .status())
        .isEqualTo(412);
    assertThat(as("admin").post("/api/leads/" + other + "/unmerge", Map.of()).text("code"))
        .isEqualTo("not-merged");
    merge(Map.of("leadId", other));
    assertThat(merge(Map.of("leadId", other)).text("code")).isEqualTo("lead-closed");
  }

  @Test
  void whoMayNotWriteBothMergesNothing() {
    Api.Answer refused =
        as("website").post("/api/leads/" + master + "/merge", Map.of("leadId", other));

    assertThat(refused.status()).isIn(403, 404);
    assertThat(lead(other).text("stateCode")).isEqualTo("0");
  }

  @Test
  void thePageComparesMergesAndTakesBack() {
    var admin = tasklistOf("admin");

    assertThat(admin.get("/leads/" + master + "/merge?other=" + other).body())
        .contains("Buyer", "telephone1");
    assertThat(admin.get("/leads/" + master).body()).contains("The same lead twice?");
    merge(Map.of("leadId", other));
    assertThat(admin.get("/leads/" + other).body()).contains("Take the merge back");
  }

  private UUID sentAndMerged(Map<String, Object> lead) {
    UUID third = sent(lead);
    ownerOf(third);
    merge(Map.of("leadId", third));
    return third;
  }

  private Api.Answer merge(Map<String, ?> wish) {
    return as("admin").post("/api/leads/" + master + "/merge", wish);
  }

  private void unmerged(UUID lead) {
    Api.Answer back = as("admin").post("/api/leads/" + lead + "/unmerge", Map.of());
    assertThat(back.status()).as("%s", back.body()).isEqualTo(200);
  }

  private void link(UUID lead, String account) {
    assertThat(as("admin").put("/api/leads/" + lead + "/accounts/" + account, Map.of()).status())
        .isEqualTo(204);
  }

  private String account() {
    return as("admin").post("/api/accounts", Map.of("name", unlikeAnyOther())).text("accountId");
  }

  private String contact() {
    return as("admin")
        .post("/api/contacts", Map.of("lastName", unlikeAnyOther()))
        .text("contactId");
  }

  private String created(String path, Map<String, ?> what) {
    Api.Answer answer = as("admin").post("/api/leads/" + other + path, what);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.body().fields().next().getValue().asText();
  }

  private List<String> idsOf(UUID lead, String path, String id) {
    return as("admin").get("/api/leads/" + lead + path).body().findValuesAsText(id);
  }

  private static JsonNode field(Api.Answer answer, String name) {
    for (JsonNode each : answer.body().path("fields")) {
      if (each.path("field").asText().equals(name)) {
        return each;
      }
    }
    throw new AssertionError(name + " is not in " + answer.body());
  }
}
