package org.leadflow.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;

/** What qualifying a lead does and refuses, as a client of the API sees it. */
abstract class ConversionTests extends WholeWay {

  private static final Map<String, Object> NOTHING = Map.of();

  private Api.Answer qualify(UUID lead, Map<String, ?> request) {
    return as("admin").post("/api/leads/" + lead + "/qualify", request);
  }

  private UUID routed(Object... changes) {
    UUID lead = sent(aGermanLead(changes));
    ownerOf(lead);
    return lead;
  }

  private static String created(Api.Answer answer, String type) {
    return idOf(answer.body().get("createdEntities"), type);
  }

  private static String idOf(JsonNode entities, String type) {
    for (JsonNode entity : entities) {
      if (entity.get("entityType").asText().equals(type)) {
        return entity.get("id").asText();
      }
    }
    return null;
  }

  private static List<String> types(JsonNode entities) {
    return entities.findValuesAsText("entityType");
  }

  private JsonNode record(String type, String id) {
    String plural = type.equals("opportunity") ? "opportunities" : type + "s";
    return as("admin").get("/api/" + plural + "/" + id).body();
  }

  @Test
  void aDryRunTellsWhatWouldBeDoneAndDoesNothing() {
    UUID lead = routed("estimatedAmount", 48000, "transactionCurrencyId", "EUR");
    int accounts = count("account");

    Api.Answer plan = qualify(lead, Map.of("dryRun", true));

    assertThat(plan.status()).as("%s", plan.body()).isEqualTo(200);
    assertThat(plan.body().get("dryRun").asBoolean()).isTrue();
    assertThat(types(plan.body().get("createdEntities")))
        .containsExactly("account", "contact", "opportunity");
    JsonNode opportunity = plan.body().get("createdEntities").get(2).get("values");
    assertThat(opportunity.get("estimatedAmount").decimalValue()).isEqualByComparingTo("48000");
    assertThat(opportunity.get("leadSourceCode").asInt()).isEqualTo(7);
    assertThat(plan.text("stage")).isEqualTo("Develop");
    assertThat(plan.body().has("undoUntil")).isFalse();
    assertThat(count("account")).isEqualTo(accounts);
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Open");
  }

  @Test
  void aPlanIsCarriedOutAsItWasSeenOrNotAtAll() {
    UUID lead = routed();
    String token = qualify(lead, Map.of("dryRun", true)).text("planToken");
    Api.Answer read = lead(lead);
    as("admin").patch("/api/leads/" + lead, read.etag(), Map.of("jobTitle", "Buyer"));

    Api.Answer changed = qualify(lead, Map.of("planToken", token));

    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.text("code")).isEqualTo("plan-changed");
    String renewed = qualify(lead, Map.of("dryRun", true)).text("planToken");
    assertThat(qualify(lead, Map.of("planToken", renewed)).status()).isEqualTo(200);
  }

  @Test
  void aRequestSentAgainUnderItsKeyGetsTheFirstAnswer() {
    UUID lead = routed();
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    int opportunities = count("opportunity");

    Api.Answer first = as("admin").post("/api/leads/" + lead + "/qualify", NOTHING, key);
    Api.Answer again = as("admin").post("/api/leads/" + lead + "/qualify", NOTHING, key);

    assertThat(first.status()).as("%s", first.body()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(count("opportunity")).isEqualTo(opportunities + 1);
    Api.Answer other =
        as("admin").post("/api/leads/" + lead + "/qualify", Map.of("comment", "else"), key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("code")).isEqualTo("idempotency-key-reused");
    assertThat(qualify(lead, NOTHING).text("code")).isEqualTo("lead-closed");
  }

  @Test
  void aRequestSentTwiceAtOnceUnderOneKeyCountsOnce() throws Exception {
    UUID lead = routed();
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    int opportunities = count("opportunity");

    List<Api.Answer> answers =
        atOnce(4, () -> as("admin").post("/api/leads/" + lead + "/qualify", NOTHING, key));

    assertThat(answers).extracting(Api.Answer::status).containsAnyOf(200).isSubsetOf(200, 409);
    assertThat(count("opportunity")).isEqualTo(opportunities + 1);
  }

  private static List<Api.Answer> atOnce(int times, Callable<Api.Answer> request) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(times);
    List<Callable<Api.Answer>> requests = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      requests.add(request);
    }
    List<Api.Answer> answers = new ArrayList<>();
    for (var future : clients.invokeAll(requests)) {
      answers.add(future.get());
    }
    clients.shutdown();
    return answers;
  }

  @Test
  void aDuplicateStopsBeforeAnythingIsWrittenAndNamesItsCandidates() {
    String company = unlikeAnyOther() + " GmbH";
    String account =
        created(qualify(routed(notCompared("companyName", company)), NOTHING), "account");
    UUID lead = routed(notCompared("companyName", company.toUpperCase() + "."));
    int contacts = count("contact");

    Api.Answer refused = qualify(lead, NOTHING);

    assertThat(refused.status()).as("%s", refused.body()).isEqualTo(412);
    assertThat(refused.text("code")).isEqualTo("duplicate-found");
    assertThat(refused.text("dynamicsCode")).isEqualTo("0x80040333");
    JsonNode candidate = refused.body().get("duplicates").get("account").get(0);
    assertThat(candidate.get("id").asText()).isEqualTo(account);
    assertThat(candidate.get("name").asText()).isEqualTo(company);
    assertThat(candidate.get("address1City").asText()).isEqualTo("Stuttgart");
    assertThat(candidate.get("openOpportunities")).hasSize(1);
    assertThat(candidate.get("sentence").asText()).isNotBlank();
    assertThat(refused.body().get("duplicates").get("contact")).isEmpty();
    assertThat(count("contact")).isEqualTo(contacts);
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Open");

    Api.Answer chosen = qualify(lead, Map.of("accountId", account));
    assertThat(chosen.status()).as("%s", chosen.body()).isEqualTo(200);
    assertThat(idOf(chosen.body().get("linkedEntities"), "account")).isEqualTo(account);
    assertThat(as("admin").get("/api/leads/" + lead + "/accounts").body().get("items")).hasSize(1);
  }

  @Test
  void whoSawTheDuplicatesMayContinueWithoutThem() {
    String company = unlikeAnyOther() + " GmbH";
    qualify(routed(notCompared("companyName", company)), NOTHING);
    UUID lead = routed(notCompared("companyName", company));
    Api.Answer refused = qualify(lead, NOTHING);
    assertThat(qualify(lead, Map.of("ignoreDuplicates", List.of("account"))).status())
        .as("without the token nobody has seen them")
        .isEqualTo(412);

    Api.Answer done =
        qualify(
            lead,
            Map.of(
                "ignoreDuplicates",
                List.of("account"),
                "duplicateToken",
                refused.text("duplicateToken")));

    assertThat(done.status()).as("%s", done.body()).isEqualTo(200);
    assertThat(created(done, "account")).isNotNull();
  }

  @Test
  void aDuplicateThatAppearsAfterwardsIsShownAnew() {
    String company = unlikeAnyOther() + " GmbH";
    qualify(routed(notCompared("companyName", company)), NOTHING);
    UUID lead = routed(notCompared("companyName", company));
    String token = qualify(lead, NOTHING).text("duplicateToken");
    UUID other = routed(notCompared("companyName", company));
    qualify(other, Map.of("suppressDuplicateDetection", true));

    Api.Answer again =
        qualify(lead, Map.of("ignoreDuplicates", List.of("account"), "duplicateToken", token));

    assertThat(again.status()).isEqualTo(412);
    assertThat(again.body().get("duplicates").get("account")).hasSize(2);
  }

  @Test
  void lookingForNoDuplicatesNeedsThePrivilegeAndIsTold() {
    String company = unlikeAnyOther() + " GmbH";
    qualify(routed(notCompared("companyName", company)), NOTHING);
    UUID lead = routed(notCompared("companyName", company));
    String owner = lead(lead).text("ownerId");
    Map<String, String> header = Map.of("MSCRM.SuppressDuplicateDetection", "true");

    Api.Answer refused = as(owner).post("/api/leads/" + lead + "/qualify", NOTHING, header);
    Api.Answer done = as("admin").post("/api/leads/" + lead + "/qualify", NOTHING, header);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(done.status()).as("%s", done.body()).isEqualTo(200);
    assertThat(as("admin").get("/api/leads/" + lead + "/trail").body().get(0).toString())
        .contains("without looking for duplicates");
  }

  @Test
  void aSellerReadsHowManyCandidatesHeMayNotSee() {
    String company = unlikeAnyOther() + " GmbH";
    qualify(routed(notCompared("companyName", company)), NOTHING);
    UUID lead = routed(notCompared("companyName", company));
    Map<String, String> kenji = Map.of("ownerId", "kenji", "ownerIdType", "user");
    assertThat(as("admin").post("/api/leads/" + lead + "/assign", kenji).status()).isEqualTo(200);

    Api.Answer refused = as("kenji").post("/api/leads/" + lead + "/qualify", NOTHING);

    assertThat(refused.status()).as("%s", refused.body()).isEqualTo(412);
    assertThat(refused.body().get("duplicates").get("account")).isEmpty();
    assertThat(refused.body().get("hidden").asInt()).isEqualTo(1);
    assertThat(refused.body().toString()).doesNotContain(company);
  }

  @Test
  void anExactMatchHeMayNotSeeIsNotLinkedForHimEither() {
    String company = unlikeAnyOther() + " GmbH";
    qualify(routed(notCompared("companyName", company)), NOTHING);
    UUID lead = routed(notCompared("companyName", company));
    Map<String, String> kenji = Map.of("ownerId", "kenji", "ownerIdType", "user");
    as("admin").post("/api/leads/" + lead + "/assign", kenji);

    for (boolean dryRun : List.of(true, false)) {
      Api.Answer answer =
          as("kenji")
              .post(
                  "/api/leads/" + lead + "/qualify",
                  Map.of("onDuplicate", "useExact", "dryRun", dryRun));
      assertThat(answer.status()).isEqualTo(dryRun ? 200 : 412);
      assertThat(answer.body().get("hidden").asInt()).isEqualTo(1);
      assertThat(answer.body().path("linkedEntities")).isEmpty();
    }
  }

  @Test
  void aDryRunUsesNoKeyUp() {
    UUID lead = routed();
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    String path = "/api/leads/" + lead + "/qualify";

    assertThat(as("admin").post(path, Map.of("dryRun", true), key).status()).isEqualTo(200);
    assertThat(as("admin").post(path, NOTHING, key).body().get("dryRun").asBoolean()).isFalse();
  }

  @Test
  void workGoesToNoDealThatIsLost() {
    UUID lead = routed();
    String opportunity = created(qualify(lead, NOTHING), "opportunity");
    as("admin").post("/api/opportunities/" + opportunity + "/lose", Map.of("statusCode", 5));
    as("admin").post("/api/leads/" + lead + "/reactivate", NOTHING);
    ownerOf(lead);

    assertThat(qualify(lead, Map.of("createOpportunity", true)).faultyFields())
        .containsExactly("createOpportunity");
    assertThat(qualify(lead, Map.of("dryRun", true)).text("openActivitiesTo")).isEqualTo("contact");
  }

  @Test
  void ofTwoLeadsOfOneCompanyQualifiedAtOnceTheSecondSeesTheFirstOnesAccount() throws Exception {
    String company = unlikeAnyOther() + " GmbH";
    List<UUID> leads =
        List.of(
            routed(notCompared("companyName", company)),
            routed(notCompared("companyName", company)));
    int accounts = count("account");
    List<UUID> left = new ArrayList<>(leads);

    List<Api.Answer> answers =
        atOnce(
            2,
            () -> {
              UUID lead;
              synchronized (left) {
                lead = left.remove(0);
              }
              return qualify(lead, NOTHING);
            });

    assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 412);
    assertThat(count("account")).isEqualTo(accounts + 1);
  }

  @Test
  void anExistingRecordGetsOnlyItsEmptyFieldsFilledAndKeepsItsOwner() {
    UUID first = routed("jobTitle", "Head of Production");
    Api.Answer done = qualify(first, Map.of("createOpportunity", false));
    String account = created(done, "account");
    String contact = created(done, "contact");
    UUID second =
        routed("jobTitle", "Something else", "telephone1", "+49 711 5550 123", "doNotEmail", true);

    Api.Answer plan =
        qualify(second, Map.of("accountId", account, "contactId", contact, "dryRun", true));
    assertThat(plan.body().get("filledFields").findValuesAsText("field"))
        .contains("telephone1", "doNotEmail")
        .doesNotContain("jobTitle", "lastName");
    Api.Answer linked = qualify(second, Map.of("accountId", account, "contactId", contact));

    assertThat(linked.status()).as("%s", linked.body()).isEqualTo(200);
    JsonNode person = record("contact", contact);
    assertThat(person.get("jobTitle").asText()).isEqualTo("Head of Production");
    assertThat(person.get("telephone1").asText()).isEqualTo("+49 711 5550 123");
    assertThat(person.get("doNotEmail").asBoolean()).isTrue();
    assertThat(person.get("ownerUser").asText()).isEqualTo(lead(first).text("ownerId"));
    assertThat(person.get("originatingLeadId").asText()).isEqualTo(first.toString());
    assertThat(linked.body().get("filledFields").toString()).doesNotContain("5550");
  }

  @Test
  void twoLeadsBecomeOneOpportunity() {
    Api.Answer first = qualify(routed(), NOTHING);
    String opportunity = created(first, "opportunity");
    int opportunities = count("opportunity");
    UUID second = routed();

    Api.Answer joined = qualify(second, Map.of("opportunityId", opportunity));

    assertThat(joined.status()).as("%s", joined.body()).isEqualTo(200);
    assertThat(idOf(joined.body().get("linkedEntities"), "opportunity")).isEqualTo(opportunity);
    assertThat(idOf(joined.body().get("linkedEntities"), "account"))
        .as("the opportunity's own account")
        .isEqualTo(created(first, "account"));
    assertThat(count("opportunity")).isEqualTo(opportunities);
    assertThat(lead(second).text("qualifyingOpportunityId")).isEqualTo(opportunity);
    assertThat(as("admin").get("/api/opportunities/" + opportunity + "/leads").body().get("items"))
        .hasSize(2);
    assertThat(record("opportunity", opportunity).get("originatingLeadId").asText())
        .isNotEqualTo(second.toString());
  }

  @Test
  void aChosenRecordThatIsGoneClosedOrOfAnotherAccountIsRefused() {
    Api.Answer first = qualify(routed(), NOTHING);
    Api.Answer second = qualify(routed(), NOTHING);
    UUID lead = routed();

    assertThat(qualify(lead, Map.of("contactId", UUID.randomUUID())).faultyFields())
        .containsExactly("contactId");
    Api.Answer mixed =
        qualify(
            lead,
            Map.of(
                "accountId", created(first, "account"), "contactId", created(second, "contact")));
    assertThat(mixed.status()).isEqualTo(409);
    assertThat(mixed.text("code")).isEqualTo("target-not-usable");
    assertThat(mixed.faultyFields()).containsExactly("contactId");
    Api.Answer other =
        qualify(
            lead,
            Map.of(
                "accountId",
                created(first, "account"),
                "opportunityId",
                created(second, "opportunity")));
    assertThat(other.faultyFields()).containsExactly("opportunityId");
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Open");
  }

  @Test
  void theStatusMustBelongToQualified() {
    UUID lead = routed();

    Api.Answer refused = qualify(lead, Map.of("status", 4));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("code")).isEqualTo("invalid-status");
    assertThat(refused.text("dynamicsCode")).isEqualTo("0x80048408");
    assertThat(qualify(lead, Map.of("status", -1)).status()).isEqualTo(200);
  }

  @Test
  void anotherProcessIsRefused() {
    UUID lead = routed();
    assertThat(qualify(lead, Map.of("processInstanceId", "somebody-elses")).faultyFields())
        .containsExactly("processInstanceId");
  }

  @Test
  void withoutAnOpportunityTheLeadIsQualifiedAndItsStageStays() {
    UUID lead = routed();

    Api.Answer done = qualify(lead, Map.of("createOpportunity", false));

    assertThat(done.text("stage")).isEqualTo("Qualify");
    assertThat(types(done.body().get("createdEntities"))).containsExactly("account", "contact");
    assertThat(done.body().get("skipped").get(0).get("reason").asText()).isNotBlank();
    assertThat(lead(lead).text("statusCodeLabel")).isEqualTo("Qualified");
  }

  @Test
  void withAllThreeFlagsFalseTheLeadIsJustQualified() {
    UUID lead = routed();
    Api.Answer done =
        qualify(
            lead,
            Map.of("createAccount", false, "createContact", false, "createOpportunity", false));
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body().get("createdEntities")).isEmpty();
    assertThat(lead(lead).text("statusCodeLabel")).isEqualTo("Qualified");
  }

  @Test
  void theCustomerAndTheCampaignOfTheOpportunityCanBeChosen() {
    Api.Answer other = qualify(routed(), NOTHING);
    String customer = created(other, "contact");

    Api.Answer done =
        qualify(
            routed(), Map.of("opportunityCustomerId", customer, "sourceCampaignId", "fair-2026"));

    assertThat(done.status()).as("%s", done.body()).isEqualTo(200);
    JsonNode opportunity = record("opportunity", created(done, "opportunity"));
    assertThat(opportunity.get("customerId").asText()).isEqualTo(customer);
    assertThat(opportunity.get("customerIdType").asText()).isEqualTo("contact");
    assertThat(opportunity.get("campaignId").asText()).isEqualTo("fair-2026");
  }

  @Test
  void amountsAreConvertedAtTheStoredRateAndWithoutOneRefused() {
    UUID lead = routed("estimatedAmount", 1000, "transactionCurrencyId", "EUR");

    Api.Answer refused = qualify(lead, Map.of("opportunityCurrencyId", "ISK"));
    assertThat(refused.status()).as("%s", refused.body()).isEqualTo(422);
    assertThat(refused.faultyFields()).containsExactly("estimatedAmount");

    Api.Answer done = qualify(lead, Map.of("opportunityCurrencyId", "USD"));
    JsonNode opportunity = record("opportunity", created(done, "opportunity"));
    assertThat(opportunity.get("transactionCurrencyId").asText()).isEqualTo("USD");
    assertThat(opportunity.get("estimatedAmount").decimalValue()).isNotEqualByComparingTo("1000");
  }

  @Test
  void aUnitThatWantsToBeAskedIsAskedAndItsRequiredFieldsAreRequired() {
    String settings = "/api/organization/units/emea/conversion";
    assertThat(as("lena").put(settings, Map.of("createOpportunity", false)).status())
        .isEqualTo(403);
    Api.Answer stored =
        as("admin")
            .put(
                settings,
                Map.of("createOpportunity", false, "requiredFields", List.of("purchaseTimeFrame")));
    assertThat(stored.status()).as("%s", stored.body()).isEqualTo(200);
    try {
      UUID lead = routed();
      await()
          .untilAsserted(
              () ->
                  assertThat(qualify(lead, Map.of("dryRun", true)).faultyFields())
                      .containsExactlyInAnyOrder("purchaseTimeFrame", "createOpportunity"));
      as("admin").patch("/api/leads/" + lead, lead(lead).etag(), Map.of("purchaseTimeFrame", 1));
      assertThat(qualify(lead, NOTHING).text("code")).isEqualTo("choose-records");
      assertThat(qualify(lead, Map.of("createOpportunity", true)).status()).isEqualTo(200);
    } finally {
      as("admin").put(settings, Map.of());
      UUID lead = routed();
      await()
          .untilAsserted(
              () -> assertThat(qualify(lead, Map.of("dryRun", true)).status()).isEqualTo(200));
    }
  }

  @Test
  void anAdministratorChangesWhichFieldBecomesWhich() {
    JsonNode mappings = as("admin").get("/api/field-mappings").body();
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode row : mappings.get("mappings")) {
      rows.add(
          new HashMap<>(
              Map.of(
                  "recordType", row.get("recordType").asText(),
                  "field", row.get("field").asText(),
                  "leadField", row.get("leadField").asText())));
    }
    List<Map<String, String>> changed = new ArrayList<>();
    for (Map<String, String> row : rows) {
      Map<String, String> copy = new HashMap<>(row);
      if (row.get("recordType").equals("opportunity") && row.get("field").equals("description")) {
        copy.put("leadField", "qualificationComments");
      }
      changed.add(copy);
    }
    assertThat(as("lena").put("/api/field-mappings", Map.of("mappings", changed)).status())
        .isEqualTo(403);
    assertThat(
            as("admin")
                .put(
                    "/api/field-mappings",
                    Map.of(
                        "mappings",
                        List.of(
                            Map.of(
                                "recordType",
                                "account",
                                "field",
                                "ownerUser",
                                "leadField",
                                "subject"))))
                .faultyFields())
        .contains("mappings[0].field", "mappings");
    assertThat(as("admin").put("/api/field-mappings", Map.of("mappings", changed)).status())
        .isEqualTo(200);
    try {
      UUID lead = routed("qualificationComments", "Budget is there");
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          qualify(lead, Map.of("dryRun", true))
                              .body()
                              .get("createdEntities")
                              .get(2)
                              .get("values")
                              .path("description")
                              .asText())
                      .isEqualTo("Budget is there"));
    } finally {
      as("admin").put("/api/field-mappings", Map.of("mappings", rows));
    }
  }

  @Test
  void aCompanyNameIsNeededOnlyForAnAccountThatIsWanted() {
    UUID lead = routed("companyName", "  ");

    assertThat(qualify(lead, Map.of("createAccount", true)).faultyFields())
        .containsExactly("companyName");
    Api.Answer done = qualify(lead, NOTHING);

    assertThat(types(done.body().get("createdEntities"))).containsExactly("contact", "opportunity");
    JsonNode opportunity = record("opportunity", created(done, "opportunity"));
    assertThat(opportunity.get("customerIdType").asText()).isEqualTo("contact");
  }

  @Test
  void bulkTellsOfDuplicatesPerLeadAndTheRestIsDone() {
    String company = unlikeAnyOther() + " GmbH";
    UUID first = routed(notCompared("companyName", company));
    UUID second = routed(notCompared("companyName", company));
    UUID third = routed();

    JsonNode results =
        as("admin")
            .post("/api/leads/bulk/qualify", Map.of("leadIds", List.of(first, second, third)))
            .body()
            .get("results");

    assertThat(results.findValuesAsText("outcome"))
        .containsExactly("qualified", "needsDecision", "qualified");
    assertThat(results.get(1).get("duplicates").get("account")).hasSize(1);
    JsonNode again =
        as("admin")
            .post(
                "/api/leads/bulk/qualify",
                Map.of("leadIds", List.of(second), "onDuplicate", "useExact"))
            .body()
            .get("results")
            .get(0);
    assertThat(again.get("outcome").asText()).as("%s", again).isEqualTo("qualified");
    assertThat(idOf(again.get("linkedEntities"), "account"))
        .isEqualTo(idOf(results.get(0).get("createdEntities"), "account"));
  }
}
