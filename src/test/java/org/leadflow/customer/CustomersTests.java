package org.leadflow.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;

/** Accounts and contacts that people enter by hand. */
class CustomersTests extends WholeWay {

  private Api.Answer account(String user, String name) {
    Api.Answer answer = as(user).post("/api/accounts", Map.of("name", name));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer;
  }

  @Test
  void whoEntersAnAccountOwnsItAndChangesItWithTheVersionHeSaw() {
    Api.Answer entered = account("anna", unlikeAnyOther());
    String path = "/api/accounts/" + entered.text("accountId");

    assertThat(entered.text("ownerUser")).isEqualTo("anna");
    assertThat(entered.text("owningBusinessUnit")).isEqualTo("emea");
    assertThat(as("anna").patch(path, null, Map.of("sic", "2899")).status()).isEqualTo(428);
    Api.Answer changed = as("anna").patch(path, entered.etag(), Map.of("sic", "2899"));
    assertThat(changed.status()).as("%s", changed.body()).isEqualTo(200);
    assertThat(changed.text("sic")).isEqualTo("2899");
    assertThat(as("anna").patch(path, entered.etag(), Map.of("sic", "1")).status()).isEqualTo(412);
    assertThat(as("anna").get(path).etag()).isEqualTo(changed.etag());
    assertThat(as("kenji").patch(path, changed.etag(), Map.of("sic", "1")).status()).isEqualTo(404);
  }

  @Test
  void everyFieldAtFaultIsNamedAndNothingOfOursCanBeSent() {
    Api.Answer wrong =
        as("anna")
            .post(
                "/api/accounts",
                Map.of("name", "", "industryCode", 99, "transactionCurrencyId", "XXX"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.faultyFields())
        .containsExactly("industryCode", "name", "transactionCurrencyId");
    assertThat(as("anna").post("/api/accounts", Map.of("name", "A", "ownerUser", "kim")).status())
        .isEqualTo(400);
    assertThat(
            as("anna")
                .post("/api/contacts", Map.of("lastName", "Maes", "emailAddress1", "no mail"))
                .faultyFields())
        .containsExactly("emailAddress1");
  }

  @Test
  void aContactBelongsToAnAccountThatWhoEntersHimMaySee() {
    String hers = account("anna", unlikeAnyOther()).text("accountId");

    assertThat(
            as("kenji")
                .post("/api/contacts", Map.of("lastName", "Maes", "parentAccountId", hers))
                .faultyFields())
        .containsExactly("parentAccountId");
    Api.Answer contact =
        as("anna").post("/api/contacts", Map.of("lastName", "Maes", "parentAccountId", hers));
    assertThat(contact.status()).isEqualTo(201);
    Api.Answer optedOut =
        as("anna")
            .patch(
                "/api/contacts/" + contact.text("contactId"),
                contact.etag(),
                Map.of("doNotEmail", true));
    assertThat(optedOut.body().get("doNotEmail").asBoolean()).isTrue();
    assertThat(optedOut.text("parentAccountId")).isEqualTo(hers);
  }

  @Test
  void aNewContactCanBeEnteredWhileHeIsMadeAStakeholder() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    String path = "/api/leads/" + lead + "/stakeholders";

    Api.Answer added =
        as(owner)
            .post(
                path,
                Map.of("newContact", Map.of("lastName", "Orlow"), "roleId", "technical-buyer"));

    assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
    assertThat(as(owner).get("/api/contacts/" + added.text("contactId")).text("lastName"))
        .isEqualTo("Orlow");
    assertThat(as(owner).post(path, Map.of()).faultyFields()).containsExactly("contactId");
  }

  @Test
  void aManagerGivesWhatALeadBecameToSomebodyElseWithItsTask() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    var created =
        as("admin").post("/api/leads/" + lead + "/qualify", Map.of()).body().get("createdEntities");
    String opportunity = created.get(2).get("id").asText();
    Map<String, String> marie = Map.of("ownerId", "marie", "ownerIdType", "user");
    assertThat(as("marie").get("/api/opportunities/" + opportunity).status()).isEqualTo(404);

    for (String path :
        new String[] {
          "/api/accounts/" + created.get(0).get("id").asText(),
          "/api/contacts/" + created.get(1).get("id").asText(),
          "/api/opportunities/" + opportunity
        }) {
      assertThat(as("kenji").post(path + "/assign", marie).status()).isEqualTo(404);
      assertThat(
              as("lena")
                  .post(path + "/assign", Map.of("ownerId", "website", "ownerIdType", "user"))
                  .faultyFields())
          .containsExactly("ownerId");
      Api.Answer given = as("lena").post(path + "/assign", marie);
      assertThat(given.status()).as("%s", given.body()).isEqualTo(200);
      assertThat(given.text("ownerUser")).isEqualTo("marie");
      assertThat(as("marie").get(path).status()).isEqualTo(200);
      assertThat(as(owner).get(path).status()).isEqualTo(404);
    }
    assertThat(
            jdbc.sql(
                    """
                    SELECT t.assignee_ FROM act_ru_task t JOIN act_ru_execution e ON e.id_ = t.proc_inst_id_
                    WHERE e.business_key_ = ?
                    """)
                .param(opportunity)
                .query(String.class)
                .single())
        .isEqualTo("marie");
    assertThat(
            as("marie").post("/api/opportunities/" + opportunity + "/advance", Map.of()).status())
        .isEqualTo(200);
  }
}
