package org.leadflow.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Visitor;
import org.leadflow.wholeway.Api;

/** What becomes of a lead there is business with. */
abstract class ConversionPromisesTests extends Promises {

  private static final List<List<String>> COMBINATIONS =
      List.of(
          List.of(),
          List.of("account"),
          List.of("contact"),
          List.of("account", "contact"),
          List.of("account", "opportunity"),
          List.of("contact", "opportunity"),
          List.of("account", "contact", "opportunity"));

  private static Map<String, Boolean> wanted(List<String> types) {
    return Map.of(
        "createAccount", types.contains("account"),
        "createContact", types.contains("contact"),
        "createOpportunity", types.contains("opportunity"));
  }

  @Test
  void aLeadBecomesWhicheverRecordsAreWantedAndMovesOnOnlyWithAnOpportunity() {
    for (List<String> combination : COMBINATIONS) {
      UUID lead = routed();

      Api.Answer answer = qualified(lead, wanted(combination));

      assertThat(types(answer)).isEqualTo(combination);
      assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Qualified");
      assertThat(answer.text("stage"))
          .isEqualTo(combination.contains("opportunity") ? "Develop" : "Qualify");
    }
  }

  @Test
  void whereTheUnitSaysNoTheFormAsksAndWhereItSaysYesAllThreeAreMade() {
    String settings = "/api/organization/units/emea/conversion";
    Map<String, Boolean> no = wanted(List.of());
    try {
      done(as("admin").put(settings, no));
      await().untilAsserted(() -> assertThat(asks(routed())).isTrue());
      UUID asked = routed();
      assertThat(submitted(asked, "{\"answer\": {\"value\": \"qualified\"}}")).isEqualTo(400);
      assertThat(act(asked, "qualify", NOTHING).text("code")).isEqualTo("choose-records");
      assertThat(lead(asked).text("stateCodeLabel")).isEqualTo("Open");
      assertThat(
              submitted(
                  asked,
                  """
                  {"answer": {"value": "qualified"}, "accountWanted": {"value": "true"},
                   "contactWanted": {"value": "false"}, "opportunityWanted": {"value": "false"}}
                  """))
          .isEqualTo(204);
      assertThat(lead(asked).text("parentAccountId")).isNotNull();
      assertThat(lead(asked).text("parentContactId")).isNull();

      done(as("admin").put(settings, wanted(List.of("account", "contact", "opportunity"))));
      await().untilAsserted(() -> assertThat(asks(routed())).isFalse());
      UUID unasked = routed();
      assertThat(submitted(unasked, "{\"answer\": {\"value\": \"qualified\"}}")).isEqualTo(204);
      assertThat(lead(unasked).text("parentAccountId")).isNotNull();
      assertThat(lead(unasked).text("parentContactId")).isNotNull();
      assertThat(lead(unasked).text("qualifyingOpportunityId")).isNotNull();
    } finally {
      as("admin").put(settings, NOTHING);
      await().untilAsserted(() -> assertThat(asks(routed())).isFalse());
    }
  }

  /** Whether the form of the lead's task says that its reader has to choose. */
  private boolean asks(UUID lead) {
    Visitor tasklist = tasklistOf(lead(lead).text("ownerId"));
    return tasklist
        .getJson(
            "/camunda/api/engine/engine/default/task/"
                + taskOf(lead, "UserTask_WorkLead")
                + "/form-variables")
        .body()
        .replaceAll("\\s", "")
        .matches(".*\"asksForRecords\":\\{[^}]*\"value\":true.*");
  }

  @Test
  void theCurrencyChosenIsTheOneOfTheOpportunity() {
    UUID lead = routed("estimatedAmount", 1000, "transactionCurrencyId", "EUR");

    String opportunity =
        created(qualified(lead, Map.of("opportunityCurrencyId", "USD")), "opportunity");

    JsonNode made = get("/api/opportunities/" + opportunity);
    assertThat(made.get("transactionCurrencyId").asText()).isEqualTo("USD");
    assertThat(made.get("estimatedAmount").decimalValue()).isEqualByComparingTo("1085");
    assertThat(act(routed(), "qualify", Map.of("opportunityCurrencyId", "XXQ")).faultyFields())
        .containsExactly("opportunityCurrencyId");
  }

  @Test
  void notesAndFilesStayWithTheLeadAndAreSeenAtTheOpportunity() {
    UUID lead = routed();
    done(act(lead, "notes", Map.of("text", "Contract ends in May")));
    String file =
        done(as("admin").upload("/api/leads/" + lead + "/attachments", "plan.txt", "A plan"))
            .text("attachmentId");

    String path = "/api/opportunities/" + created(qualified(lead, NOTHING), "opportunity");

    assertThat(items("/api/leads/" + lead + "/notes", "text"))
        .containsExactly("Contract ends in May");
    assertThat(items(path + "/notes", "text")).as("its own").isEmpty();
    assertThat(shown(path, "NOTE")).containsExactly("Contract ends in May");
    assertThat(get(path + "/attachments").findValuesAsText("fileName")).containsExactly("plan.txt");
    assertThat(as("admin").content(path + "/attachments/" + file + "/content")).isEqualTo("A plan");
  }

  @Test
  void openWorkGoesOnAtTheOpportunityAndWhatEndedStaysEnded() {
    UUID lead = routed();
    String open = activity(lead, "Send the offer");
    String canceled = activity(lead, "Visit them");
    done(act(lead, "activities/" + canceled + "/cancel", NOTHING));
    Api.Answer answer = qualified(lead, NOTHING);
    String path = "/api/opportunities/" + created(answer, "opportunity");

    assertThat(items(path + "/activities", "subject")).containsExactly("Send the offer");
    done(as("admin").post(path + "/activities/" + open + "/complete", NOTHING));
    assertThat(items(path + "/activities?stateCode=1", "subject"))
        .containsExactly("Send the offer");
    assertThat(items("/api/leads/" + lead + "/activities?stateCode=2", "subject"))
        .containsExactly("Visit them");
    assertThat(shown("/api/accounts/" + created(answer, "account"), "ACTIVITY"))
        .contains("Send the offer", "Visit them");
  }

  private String activity(UUID lead, String subject) {
    return done(act(lead, "activities", Map.of("activityTypeCode", "task", "subject", subject)))
        .text("activityId");
  }

  @Test
  void anExistingCustomerShowsTheWorkOfHisNewLeadAndMayHaveManyContacts() {
    Api.Answer first = qualified(routed(), Map.of("createOpportunity", false));
    String account = created(first, "account");
    UUID lead = routed();
    activity(lead, "Ask for the drawings");

    Api.Answer second = qualified(lead, Map.of("accountId", account));

    assertThat(created(second, "contact")).isNotNull().isNotEqualTo(created(first, "contact"));
    for (Api.Answer answer : List.of(first, second)) {
      assertThat(get("/api/contacts/" + created(answer, "contact")).get("parentAccountId").asText())
          .isEqualTo(account);
    }
    assertThat(shown("/api/accounts/" + account, "ACTIVITY")).contains("Ask for the drawings");
  }

  @Test
  void theOpportunityHasTheStakeholdersAndOneOfThemIsThePrimaryOne() {
    UUID lead = routed();
    done(
        act(
            lead,
            "stakeholders",
            Map.of("newContact", Map.of("lastName", "Orlow"), "roleId", "decision-maker")));

    Api.Answer answer = qualified(lead, NOTHING);

    JsonNode there = get("/api/opportunities/" + created(answer, "opportunity") + "/stakeholders");
    assertThat(there.findValuesAsText("roleId")).containsExactly("stakeholder", "decision-maker");
    assertThat(there.findValuesAsText("isPrimary")).containsExactly("true", "false");
    assertThat(there.get(0).get("contactId").asText()).isEqualTo(created(answer, "contact"));
  }

  @Test
  void everythingTypedThatHasAPlaceIsInWhatTheLeadBecomes() {
    Map<String, Object> typed = new LinkedHashMap<>();
    typed.put("salutation", "Ms");
    typed.put("jobTitle", "Head of Production");
    typed.put("telephone1", "+49 711 5550 123");
    typed.put("mobilePhone", "+49 171 5550123");
    typed.put("websiteUrl", "https://plant.example");
    typed.put("sic", "3599");
    typed.put("industryCode", 12);
    typed.put("revenue", 2000000);
    typed.put("address1Line1", "Werkstrasse 1");
    typed.put("address1Line2", "Tor 2");
    typed.put("address1Line3", "Halle 3");
    typed.put("address1StateOrProvince", "BW");
    typed.put("address1PostalCode", "70173");
    typed.put("transactionCurrencyId", "EUR");
    typed.put("estimatedAmount", 48000);
    typed.put("estimatedCloseDate", "2027-03-31");
    typed.put("budgetAmount", 50000);
    typed.put("budgetStatus", 2);
    typed.put("need", 1);
    typed.put("purchaseTimeFrame", 1);
    typed.put("purchaseProcess", 1);
    typed.put("decisionMaker", true);
    typed.put("description", "Two presses");
    typed.put("campaignId", "fair-2026");
    List<Object> changes = new ArrayList<>();
    typed.forEach((field, value) -> changes.addAll(List.of(field, value)));
    UUID lead = routed(changes.toArray());
    JsonNode stored = lead(lead).body();

    Api.Answer answer = qualified(lead, NOTHING);

    for (JsonNode row : get("/api/field-mappings").get("mappings")) {
      String type = row.get("recordType").asText();
      String from = row.get("leadField").asText();
      JsonNode record =
          get(
              "/api/"
                  + (type.equals("opportunity") ? "opportunities" : type + "s")
                  + "/"
                  + created(answer, type));
      assertThat(stored.has(from)).as("the test types " + from).isTrue();
      JsonNode value = record.path(row.get("field").asText());
      if (value.isNumber()) {
        assertThat(value.decimalValue())
            .as("%s", row)
            .isEqualByComparingTo(new BigDecimal(stored.get(from).asText()));
      } else {
        assertThat(value).as("%s", row).isEqualTo(stored.get(from));
      }
    }
  }

  @Test
  void whoSaidNoOnceIsNotAskedAgainWhicheverSideSaidIt() {
    Api.Answer first = qualified(routed("doNotEmail", true), Map.of("createOpportunity", false));
    String contact = created(first, "contact");
    assertThat(get("/api/contacts/" + contact).get("doNotEmail").asBoolean()).isTrue();

    UUID lead = routed("doNotPhone", true);
    qualified(lead, Map.of("contactId", contact));

    JsonNode person = get("/api/contacts/" + contact);
    assertThat(person.get("doNotEmail").asBoolean()).isTrue();
    assertThat(person.get("doNotPhone").asBoolean()).isTrue();
    assertThat(person.get("doNotFax").asBoolean()).isFalse();
  }

  @Test
  void theCustomerThatIsChosenOverwritesNothingOnTheLead() {
    Api.Answer first = qualified(routed("jobTitle", "Head"), Map.of("createOpportunity", false));
    UUID lead = routed("jobTitle", "Buyer");
    JsonNode before = lead(lead).body();

    qualified(
        lead,
        Map.of("accountId", created(first, "account"), "contactId", created(first, "contact")));

    JsonNode after = lead(lead).body();
    for (String field : List.of("lastName", "companyName", "jobTitle", "emailAddress1")) {
      assertThat(after.get(field)).as(field).isEqualTo(before.get(field));
    }
  }

  @Test
  void aKnownContactStopsTheConversionBeforeItsAccountIsWrittenAndCanBeChosenOrPassedOver() {
    UUID first = ofAnna();
    String contact =
        created(
            qualified(first, Map.of("createAccount", false, "createOpportunity", false)),
            "contact");
    UUID lead = ofAnna(notCompared("emailAddress1", lead(first).text("emailAddress1")));
    int accounts = count("account");

    Api.Answer warned = act(lead, "qualify", NOTHING);

    assertThat(warned.status()).isEqualTo(412);
    assertThat(warned.body().at("/duplicates/contact")).hasSize(1);
    assertThat(warned.body().at("/duplicates/contact/0/id").asText()).isEqualTo(contact);
    assertThat(get("/api/leads/" + lead + "/matching-contacts").at("/items/0/id").asText())
        .isEqualTo(contact);
    assertThat(count("account")).isEqualTo(accounts);
    assertThat(submitted(lead, "{\"answer\": {\"value\": \"qualified\"}}")).isEqualTo(400);
    assertThat(
            submitted(
                lead,
                "{\"answer\": {\"value\": \"qualified\"}, \"contactId\": {\"value\": \""
                    + contact
                    + "\"}}"))
        .isEqualTo(204);
    assertThat(lead(lead).text("parentContactId")).isEqualTo(contact);
    UUID another = routed(notCompared("emailAddress1", lead(first).text("emailAddress1")));
    Api.Answer passed =
        qualified(
            another,
            Map.of(
                "ignoreDuplicates",
                List.of("account", "contact"),
                "duplicateToken",
                act(another, "qualify", NOTHING).text("duplicateToken")));
    assertThat(created(passed, "contact")).isNotNull().isNotEqualTo(contact);
  }

  private UUID ofAnna(Object... changes) {
    UUID lead = routed(changes);
    done(act(lead, "assign", Map.of("ownerId", "anna", "ownerIdType", "user")));
    return lead;
  }

  @Test
  void aSimilarNameAloneLinksNobody() {
    String name = unlikeAnyOther();
    UUID first = routed("companyName", name + " Werke GmbH", "address1City", "Stuttgart");
    String account = created(qualified(first, NOTHING), "account");
    UUID lead = routed("companyName", name + "x Werke GmbH", "address1City", "Hamburg");

    assertThat(lead(lead).text("parentAccountId")).isNull();
    JsonNode result =
        done(as("admin")
                .post(
                    "/api/leads/bulk/qualify",
                    Map.of("leadIds", List.of(lead), "onDuplicate", "useExact")))
            .body()
            .at("/results/0");

    assertThat(result.path("linkedEntities").toString()).doesNotContain(account);
  }

  @Test
  void leadsLikeEachOtherDoNotStopOneAnother() {
    UUID first = routed();
    sent(
        aGermanLead(
            "lastName", lead(first).text("lastName"),
            "companyName", lead(first).text("companyName"),
            "emailAddress1", lead(first).text("emailAddress1")));

    assertThat(types(qualified(first, NOTHING)))
        .containsExactly("account", "contact", "opportunity");
  }

  @Test
  void manyAreQualifiedAtOnceAndOnlyThoseWithDuplicatesAreLeftToDecide() {
    String known = unlikeAnyOther() + " GmbH";
    qualified(routed("companyName", known), NOTHING);
    List<UUID> leads = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      leads.add(
          sent(
              i % 15 == 7
                  ? aGermanLead(notCompared("companyName", known))
                  : aGermanLead("subject", "L" + i)));
    }
    leads.forEach(this::ownerOf);

    JsonNode answer =
        done(as("admin").post("/api/leads/bulk/qualify", Map.of("leadIds", leads))).body();

    assertThat(answer.at("/counts/qualified").asInt()).isEqualTo(37);
    assertThat(answer.at("/counts/needsDecision").asInt()).isEqualTo(3);
  }

  @Test
  void nothingIsMadeUpForWhatIsMissing() {
    UUID lead = routed("companyName", null, "firstName", null);
    assertThat(act(lead, "qualify", Map.of("createAccount", true)).faultyFields())
        .containsExactly("companyName");

    Api.Answer answer = qualified(lead, NOTHING);

    assertThat(created(answer, "account")).isNull();
    JsonNode contact = get("/api/contacts/" + created(answer, "contact"));
    assertThat(contact.has("firstName")).isFalse();
    assertThat(contact.toString()).doesNotContain("[not provided]", "???", "N/A");
  }

  @Test
  void whoMayNotQualifyIsToldSoAndNothingIsWritten() {
    UUID lead = routed();
    JsonNode before = lead(lead).body();
    int accounts = count("account");

    Api.Answer refused = as("website").post("/api/leads/" + lead + "/qualify", NOTHING);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("code")).isEqualTo("missing-privilege");
    assertThat(count("account")).isEqualTo(accounts);
    assertThat(lead(lead).body()).isEqualTo(before);
  }

  @Test
  void whatALeadEarnedIsReadBySourceFromItsOpportunityAndCustomers() {
    UUID lead = routed("leadSourceCode", 7, "estimatedAmount", 48000);

    Api.Answer answer = qualified(lead, NOTHING);

    for (String record :
        List.of(
            "accounts/" + created(answer, "account"),
            "contacts/" + created(answer, "contact"),
            "opportunities/" + created(answer, "opportunity"))) {
      String from = get("/api/" + record).get("originatingLeadId").asText();
      assertThat(from).isEqualTo("" + lead);
      assertThat(get("/api/leads/" + from).get("leadSourceCode").asInt()).isEqualTo(7);
    }
    JsonNode found = get("/api/opportunities?originatingLeadId=" + lead).at("/items/0");
    assertThat(found.get("leadSourceCode").asInt()).isEqualTo(7);
    assertThat(found.get("estimatedAmount").decimalValue()).isEqualByComparingTo("48000");
  }
}
