package org.leadflow.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.core.Ids;
import org.leadflow.customer.Customers;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/** The lookups of a stored lead: what matches it, as far as the caller may see. */
abstract class MatchingCustomersTests extends WholeWay {

  private static final AtomicInteger COMPANIES = new AtomicInteger();

  @Autowired Customers customers;
  @Autowired ObjectMapper json;

  String company;
  String domain;
  UUID lead;
  String owner;
  KnownCustomers own;

  @BeforeEach
  void aLeadOfACompanyNobodyElseHasHeardOf() {
    int number = COMPANIES.incrementAndGet() + 1000;
    company = "Nachbarn " + Integer.toHexString(number) + " Werke";
    domain = "nachbarn" + number + ".example";
    lead = sent(aGermanLead("companyName", company, "emailAddress1", "petra@" + domain));
    owner = ownerOf(lead);
    own = new KnownCustomers(json, customers, jdbc, owner);
  }

  @Test
  void aMatchTellsAllThatIdentifiesIt() {
    UUID account =
        own.account(
            "name", company + " AG",
            "address1City", "Ulm",
            "address1Country", "Germany",
            "websiteUrl", "https://" + domain,
            "telephone1", "+49 731 1234");
    UUID contact =
        own.contact(
            "firstName", "Petra",
            "lastName", "Vogel",
            "jobTitle", "CTO",
            "parentAccountId", account,
            "mobilePhone", "+49 151 1",
            "emailAddress1", "Petra@" + domain);
    UUID open = opportunityOf(account, contact, 0);
    opportunityOf(account, contact, 2);

    JsonNode accounts = matching(owner, "accounts");
    assertThat(accounts.get("hidden").asInt()).isZero();
    assertThat(accounts.get("items")).hasSize(1);
    JsonNode found = accounts.get("items").get(0);
    assertThat(found.get("id").asText()).isEqualTo(account.toString());
    assertThat(found.get("type").asText()).isEqualTo("ACCOUNT");
    assertThat(found.get("name").asText()).isEqualTo(company + " AG");
    assertThat(found.get("address1City").asText()).isEqualTo("Ulm");
    assertThat(found.get("address1Country").asText()).isEqualTo("Germany");
    assertThat(found.get("websiteUrl").asText()).isEqualTo("https://" + domain);
    assertThat(found.get("telephone1").asText()).isEqualTo("+49 731 1234");
    assertThat(found.get("ownerId").asText()).isEqualTo(owner);
    assertThat(found.get("ownerIdType").asText()).isEqualTo("user");
    assertThat(found.has("createdOn")).isTrue();
    assertThat(found.get("openOpportunities").findValuesAsText("id"))
        .containsExactly(open.toString());
    assertThat(found.get("certainty").asText()).isEqualTo("EXACT");
    assertThat(found.get("rule").asText()).isEqualTo("account-same-name-and-country");
    assertThat(found.get("sentence").asText()).isNotBlank();

    found = matching(owner, "contacts").get("items").get(0);
    assertThat(found.get("id").asText()).isEqualTo(contact.toString());
    assertThat(found.get("name").asText()).isEqualTo("Petra Vogel");
    assertThat(found.get("jobTitle").asText()).isEqualTo("CTO");
    assertThat(found.get("company").get("name").asText()).isEqualTo(company + " AG");
    assertThat(found.get("emailAddress1").asText()).isEqualTo("Petra@" + domain);
    assertThat(found.get("mobilePhone").asText()).isEqualTo("+49 151 1");
    assertThat(found.get("openOpportunities").findValuesAsText("id"))
        .containsExactly(open.toString());
    assertThat(found.get("rule").asText()).isEqualTo("contact-same-email");
  }

  @Test
  void whatOneMayNotSeeIsOnlyCounted() {
    KnownCustomers strangers = new KnownCustomers(json, customers, jdbc, stranger());
    UUID hidden = strangers.account("name", company, "address1Country", "DE");
    strangers.contact(
        "lastName", "V", "emailAddress1", "petra@" + domain, "parentAccountId", hidden);
    own.contact("lastName", "V", "emailAddress1", "petra@" + domain, "parentAccountId", hidden);

    JsonNode accounts = matching(owner, "accounts");
    assertThat(accounts.get("items")).isEmpty();
    assertThat(accounts.get("hidden").asInt()).isEqualTo(1);
    JsonNode contacts = matching(owner, "contacts");
    assertThat(contacts.get("items")).hasSize(1);
    assertThat(contacts.get("hidden").asInt()).isEqualTo(1);
    assertThat(contacts.get("items").get(0).has("company")).isFalse();
    assertThat(matching("admin", "contacts").get("items")).hasSize(2);
    assertThat(as(stranger()).get("/api/leads/" + lead + "/matching-accounts").status())
        .isEqualTo(404);
  }

  @Test
  void aStoredLeadIsLinkedToWhatMatches() {
    UUID account = own.account("name", company, "address1Country", "DE");
    UUID contact = own.contact("lastName", "V", "emailAddress1", "petra@" + domain);

    Api.Answer linked =
        as(owner)
            .patch(
                "/api/leads/" + lead,
                lead(lead).etag(),
                Map.of("parentAccountId", account, "parentContactId", contact));

    assertThat(linked.status()).as("%s", linked.body()).isEqualTo(200);
    assertThat(linked.text("parentAccountId")).isEqualTo(account.toString());
    assertThat(linked.text("firstName")).as("nothing is filled in").isEqualTo("Petra");
    assertThat(linked.body().has("jobTitle")).isFalse();
    assertThat(linked.body().has("autoPopulated")).isFalse();
  }

  @Test
  void aLeadWithoutACompanyIsLinkedToTheAccountItsMailTellsOf() {
    UUID account = own.account("name", "Anything", "websiteUrl", domain);
    Map<String, Object> changes = new TreeMap<>();
    changes.put("companyName", null);
    Api.Answer withoutCompany = as(owner).patch("/api/leads/" + lead, lead(lead).etag(), changes);

    assertThat(matching(owner, "accounts").get("items").findValuesAsText("id"))
        .containsExactly(account.toString());
    assertThat(
            as(owner)
                .patch(
                    "/api/leads/" + lead, withoutCompany.etag(), Map.of("parentAccountId", account))
                .status())
        .isEqualTo(200);
  }

  @Test
  void whatDoesNotMatchIsRefusedNamingEachField() {
    UUID account = own.account("name", "Somebody else " + domain);
    UUID contact = own.contact("lastName", "Else", "jobTitle", "CEO");
    Map<String, UUID> links = Map.of("parentAccountId", account, "parentContactId", contact);

    Api.Answer refused = as(owner).patch("/api/leads/" + lead, lead(lead).etag(), links);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("code")).isEqualTo("no-match");
    assertThat(refused.faultyFields())
        .containsExactlyInAnyOrder("parentAccountId", "parentContactId");
    assertThat(lead(lead).body().has("parentAccountId")).isFalse();

    Api.Answer linked =
        as(owner).patch("/api/leads/" + lead + "?searchAll=true", lead(lead).etag(), links);

    assertThat(linked.status()).as("%s", linked.body()).isEqualTo(200);
    assertThat(linked.text("parentContactId")).isEqualTo(contact.toString());
    assertThat(linked.body().has("jobTitle")).as("nothing is filled in").isFalse();
    String line =
        as("admin").get("/api/leads/" + lead + "/trail").body().get(0).path("details").asText();
    assertThat(line)
        .contains("parentAccountId: null → " + account + " (found by searching all)")
        .contains("parentContactId: null → " + contact + " (found by searching all)");
    assertThat(
            as(owner)
                .patch("/api/leads/" + lead, linked.etag(), Map.of("jobTitle", "CTO"))
                .status())
        .as("a link that is there stays")
        .isEqualTo(200);
  }

  @Test
  void aMatchFoundBySearchingAllIsNothingSpecial() {
    UUID account = own.account("name", company, "address1Country", "DE");

    as(owner)
        .patch(
            "/api/leads/" + lead + "?searchAll=true",
            lead(lead).etag(),
            Map.of("parentAccountId", account));

    assertThat(
            as("admin").get("/api/leads/" + lead + "/trail").body().get(0).path("details").asText())
        .contains(account.toString())
        .doesNotContain("searching");
  }

  @Test
  void whatOneMayNotSeeIsNotThereToLink() {
    UUID hidden =
        new KnownCustomers(json, customers, jdbc, stranger())
            .account("name", company, "address1Country", "DE");

    Api.Answer refused =
        as(owner)
            .patch(
                "/api/leads/" + lead + "?searchAll=true",
                lead(lead).etag(),
                Map.of("parentAccountId", hidden));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.faultyFields()).containsExactly("parentAccountId");
  }

  @Test
  void aLeadHasKeysAsLongAsItLives() {
    assertThat(keysOf(lead)).isPositive();
    as(owner)
        .patch("/api/leads/" + lead, lead(lead).etag(), Map.of("emailAddress1", "new@" + domain));

    assertThat(
            jdbc.sql("SELECT content FROM lead_key WHERE lead_id = ? AND kind = 'EMAIL'")
                .param(lead)
                .query(String.class)
                .list())
        .containsExactly("new@" + domain);

    as("admin").delete("/api/leads/" + lead);
    gone(lead);
    assertThat(keysOf(lead)).isZero();
  }

  private int keysOf(UUID leadId) {
    return jdbc.sql("SELECT count(*) FROM lead_key WHERE lead_id = ?")
        .param(leadId)
        .query(Integer.class)
        .single();
  }

  private JsonNode matching(String user, String what) {
    Api.Answer answer = as(user).get("/api/leads/" + lead + "/matching-" + what);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** A seller of another unit. */
  private static String stranger() {
    return "olivia";
  }

  private UUID opportunityOf(UUID account, UUID contact, int state) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            INSERT INTO opportunity (opportunity_id, version, name, state_code, status_code, stage, parent_account_id,
              parent_contact_id, transaction_currency_id, owner_user, owning_business_unit, created_on, created_by)
            SELECT CAST(? AS uuid), 0, 'Deal', CAST(? AS integer), CAST(? AS integer), 'DEVELOP', CAST(? AS uuid),
              CAST(? AS uuid), 'EUR', id, business_unit_id, CURRENT_TIMESTAMP, 'test' FROM app_user WHERE id = ?
            """)
        .params(id, state, state == 0 ? 1 : 4, account, contact, owner)
        .update();
    return id;
  }
}
