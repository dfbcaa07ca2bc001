package org.leadflow.lead.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;

/** The fields of the lead table that are given once, follow from others or are read only. */
abstract class RecordFieldsTests extends WholeWay {

  private static final List<String> READ_ONLY =
      List.of(
          "exchangeRate",
          "revenueBase",
          "budgetAmountBase",
          "estimatedAmountBase",
          "masterId",
          "merged",
          "segmentId",
          "salesAssignmentResult",
          "slaId",
          "onHoldTime",
          "lastOnHoldTime",
          "owningUser",
          "owningTeam",
          "owningBusinessUnit",
          "rulesVersion",
          "qualifyingOpportunityId");

  /** The rate of the demo organisation, which other tests of this product reckon with. */
  @AfterEach
  void theRateIsAsBefore() {
    setRate("USD", "1.0850");
  }

  @Test
  void amountsAreAddedUpInTheBaseCurrencyByTheRateOfTheirDay() {
    setRate("USD", "1.25");
    UUID lead =
        sent(aGermanLead("transactionCurrencyId", "USD", "revenue", 1000, "budgetAmount", 10.01));
    ownerOf(lead);
    assertThat(number(lead, "exchangeRate")).isEqualByComparingTo("1.25");
    assertThat(number(lead, "revenueBase")).isEqualByComparingTo("800");
    assertThat(lead(lead).body().path("revenueBase").decimalValue().scale()).isLessThanOrEqualTo(4);
    assertThat(number(lead, "budgetAmountBase")).isEqualByComparingTo("8.008");
    assertThat(lead(lead).text("estimatedAmountBase")).isNull();

    setRate("USD", "2");
    patched(lead, Map.of("jobTitle", "CEO"));
    assertThat(number(lead, "revenueBase")).as("the rate of its day").isEqualByComparingTo("800");

    patched(lead, Map.of("estimatedAmount", 100));
    assertThat(number(lead, "exchangeRate")).isEqualByComparingTo("2");
    assertThat(number(lead, "estimatedAmountBase")).isEqualByComparingTo("50");
    patched(lead, Map.of("transactionCurrencyId", "EUR"));
    assertThat(number(lead, "estimatedAmountBase")).isEqualByComparingTo("100");
  }

  @Test
  void anAmountInACurrencyWithoutARateIsNotAddedUp() {
    UUID lead = sent(aGermanLead("transactionCurrencyId", "JPY", "revenue", 1000));

    assertThat(lead(lead).text("transactionCurrencyId")).isEqualTo("JPY");
    assertThat(lead(lead).text("exchangeRate")).isNull();
    assertThat(lead(lead).text("revenueBase")).isNull();
  }

  @Test
  void anAmountWithoutACurrencyIsInThatOfItsUnit() {
    UUID german = sent(aGermanLead("budgetAmount", 5));
    assertThat(lead(german).text("transactionCurrencyId")).isEqualTo("EUR");
    UUID american = sent(aGermanLead("address1Country", "USA", "address1City", "Austin"));
    ownerOf(american);
    assertThat(lead(american).text("transactionCurrencyId")).isNull();

    patched(american, Map.of("budgetAmount", 5));

    assertThat(lead(american).text("transactionCurrencyId")).isEqualTo("USD");
  }

  @Test
  void theBaseCurrencyStaysWhileLeadsAreAddedUpInIt() {
    sent(aGermanLead("transactionCurrencyId", "EUR", "revenue", 1));

    Api.Answer refused = as("admin").put("/api/currencies/base", Map.of("currency", "CHF"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("base-currency-used");
    assertThat(as("anna").get("/api/currencies").text("base")).isEqualTo("EUR");
  }

  @Test
  void onlyAdministratorsChangeWhatMoneyIsWorthAndOnlyMoney() {
    for (String user : List.of("anna", "lena", "website")) {
      assertThat(as(user).put("/api/currencies/USD", Map.of("rate", 1)).status()).isEqualTo(403);
      assertThat(
              as(user)
                  .put("/api/organization/units/emea/currency", Map.of("currency", "GBP"))
                  .status())
          .isEqualTo(403);
    }
    assertThat(as("admin").put("/api/currencies/XAU", Map.of("rate", 1)).status()).isEqualTo(422);
    assertThat(as("admin").put("/api/currencies/USD", Map.of("rate", 0)).status()).isEqualTo(422);
    assertThat(as("admin").put("/api/currencies/USD", Map.of()).status()).isEqualTo(422);
    assertThat(as("admin").put("/api/currencies/EUR", Map.of("rate", 2)).status()).isEqualTo(409);
    assertThat(as("admin").put("/api/currencies/base", Map.of("currency", "SEK")).faultyFields())
        .containsExactly("currency");
    assertThat(
            as("admin")
                .put("/api/organization/units/mars/currency", Map.of("currency", "GBP"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void whatFollowsOrIsTheProductsCannotBeSentIn() {
    UUID lead = sent(aGermanLead());
    ownerOf(lead);
    for (String field : READ_ONLY) {
      Api.Answer sent = as("website").post("/api/leads", aGermanLead(field, null));
      assertThat(sent.status()).as(field).isEqualTo(400);
      assertThat(sent.faultyFields()).containsExactly(field);
      Map<String, Object> change = new HashMap<>();
      change.put(field, null);
      assertThat(as("admin").patch("/api/leads/" + lead, lead(lead).etag(), change).status())
          .as(field)
          .isEqualTo(400);
    }
    assertThat(lead(lead).text("merged")).isEqualTo("false");
    assertThat(lead(lead).text("owningUser")).isEqualTo(lead(lead).text("ownerId"));
    assertThat(lead(lead).text("owningTeam")).isNull();
  }

  @Test
  void whatTheRulesDecidedStandsInTheRecord() {
    UUID routed = sent(aGermanLead());
    ownerOf(routed);
    assertThat(lead(routed).text("segmentId")).isEqualTo("emea");
    assertThat(lead(routed).text("salesAssignmentResultLabel")).isEqualTo("Succeeded");
    assertThat(lead(routed).text("rulesVersion"))
        .matches("routing/company@[0-9a-f]{12}, routing/units/emea@[0-9a-f]{12}");

    UUID stranded = sent(aGermanLead("address1Country", "Antarctica", "emailAddress1", null));
    taskOf(stranded, "UserTask_TriageLead");
    assertThat(lead(stranded).text("segmentId")).isNull();
    assertThat(lead(stranded).text("salesAssignmentResult")).isEqualTo("1");
  }

  @Test
  void someFieldsAreGivenWithANewLeadAndStay() {
    UUID response = UUID.randomUUID();
    UUID lead = sent(aGermanLead("relatedObjectId", response, "overriddenCreatedOn", "2019-05-04"));
    ownerOf(lead);
    assertThat(lead(lead).text("relatedObjectId")).isEqualTo(response.toString());
    assertThat(lead(lead).text("overriddenCreatedOn")).isEqualTo("2019-05-04");
    assertThat(lead(lead).text("createdOn")).doesNotStartWith("2019");

    Api.Answer refused =
        as("admin")
            .patch(
                "/api/leads/" + lead,
                lead(lead).etag(),
                Map.of("relatedObjectId", UUID.randomUUID(), "overriddenCreatedOn", "2020-01-01"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.faultyFields())
        .containsExactlyInAnyOrder("relatedObjectId", "overriddenCreatedOn");
  }

  @Test
  void theCustomerIsAnAccountOrAContactThatIsThere() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    as(owner).post("/api/leads/" + lead + "/qualify", Map.of("createOpportunity", false));
    String account = lead(lead).text("parentAccountId");

    UUID next = sent(aGermanLead());
    ownerOf(next);
    patched(next, Map.of("customerId", account, "customerIdType", "account"));

    assertThat(lead(next).text("customerIdType")).isEqualTo("account");
    assertFault(Map.of("customerId", account), "customerIdType");
    assertFault(Map.of("customerIdType", "account"), "customerId");
    assertFault(Map.of("customerId", account, "customerIdType", "contact"), "customerId");
    assertFault(Map.of("customerId", account, "customerIdType", "team"), "customerIdType");
  }

  @Test
  void theSenderMayGiveTheIdAndSendTheSameAgain() {
    UUID id = UUID.randomUUID();
    Map<String, Object> lead = aGermanLead("leadId", id, "budgetAmount", 5);
    assertThat(sent(lead)).isEqualTo(id);

    Api.Answer again = as("website").post("/api/leads", lead);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("leadId")).isEqualTo(id.toString());

    Api.Answer other = as("website").post("/api/leads", aGermanLead("leadId", id, "fax", "1"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.text("code")).isEqualTo("lead-exists");
    assertThat(as("website").post("/api/leads", aGermanLead("leadId", "x")).faultyFields())
        .containsExactly("leadId");

    ownerOf(id);
    as("admin").delete("/api/leads/" + id);
    gone(id);
    assertThat(as("website").post("/api/leads", lead).text("code")).isEqualTo("lead-exists");
  }

  private void assertFault(Map<String, Object> fields, String field) {
    Map<String, Object> lead = aGermanLead();
    lead.putAll(fields);
    Api.Answer answer = as("lena").post("/api/leads", lead);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(422);
    assertThat(answer.faultyFields()).containsExactly(field);
  }

  private void patched(UUID lead, Map<String, ?> changes) {
    Api.Answer answer = as("admin").patch("/api/leads/" + lead, lead(lead).etag(), changes);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  private void setRate(String code, String rate) {
    Api.Answer set =
        as("admin").put("/api/currencies/" + code, Map.of("rate", new BigDecimal(rate)));
    assertThat(set.status()).as("%s", set.body()).isEqualTo(200);
  }

  private BigDecimal number(UUID lead, String field) {
    return new BigDecimal(lead(lead).text(field));
  }
}
