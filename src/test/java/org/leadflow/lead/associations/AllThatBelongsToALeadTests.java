package org.leadflow.lead.associations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadflow.lead.link.Links;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What belongs to a lead, all of it at once, on each of the databases. */
abstract class AllThatBelongsToALeadTests extends WholeWay {

  private static final List<String> TABLES =
      List.of(
          "lead_note",
          "lead_activity",
          "customer_request",
          "stakeholder",
          "lead_account",
          "lead_contact");

  @Autowired Links links;
  @Autowired TransactionTemplate transaction;

  @Test
  void itIsKeptShownAndGoesWithTheLead() {
    UUID lead = atTheLeadDesk();
    UUID account = new Customer(jdbc, "lena").account();
    UUID contact = new Customer(jdbc, "lena").contact();
    fill(lead, account, contact);

    assertThat(values("/api/leads/" + lead + "/notes", "text")).containsExactly("Rewritten");
    assertThat(values("/api/leads/" + lead + "/activities?stateCode=1", "stateCodeLabel"))
        .containsExactly("Completed");
    assertThat(values("/api/leads/" + lead + "/requests", "text"))
        .containsExactly("And a price", "Please call");
    assertThat(values("/api/leads/" + lead + "/accounts", "accountId"))
        .containsExactly(account.toString());
    assertThat(values("/api/contacts/" + contact + "/leads", "leadId"))
        .containsExactly(lead.toString());
    Api.Answer timeline = as("lena").get("/api/leads/" + lead + "/timeline?size=4");
    assertThat(timeline.body().get("items")).hasSize(4);
    assertThat(values("/api/leads/" + lead + "/timeline", "kind"))
        .contains("NOTE", "ACTIVITY", "REQUEST", "TRAIL", "DECISION")
        .hasSize(timeline.body().get("total").asInt());
    assertThat(lead(lead).text("statusCodeLabel")).isEqualTo("Contacted");

    assertThat(as("admin").delete("/api/leads/" + lead).status()).isEqualTo(204);

    gone(lead);
    for (String table : TABLES) {
      assertThat(rowsOf(lead, table)).as(table).isZero();
    }
    assertThat(as("lena").get("/api/contacts/" + contact).status()).isEqualTo(200);
  }

  private UUID atTheLeadDesk() {
    UUID lead =
        sent(
            aGermanLead(
                "address1Country",
                "Antarctica",
                "emailAddress1",
                null,
                "numberOfEmployees",
                null,
                "description",
                "Please call"));
    taskOf(lead, "UserTask_TriageLead");
    return lead;
  }

  private void fill(UUID lead, UUID account, UUID contact) {
    String path = "/api/leads/" + lead;
    Api.Answer note = created(path + "/notes", Map.of("text", "Written"));
    as("lena")
        .patch(path + "/notes/" + note.text("noteId"), note.etag(), Map.of("text", "Rewritten"));
    Api.Answer call =
        created(path + "/activities", Map.of("activityTypeCode", "phonecall", "subject", "Call"));
    as("lena").post(path + "/activities/" + call.text("activityId") + "/complete", "");
    created(path + "/requests", Map.of("text", "And a price", "channel", "Email"));
    created(path + "/stakeholders", Map.of("contactId", contact));
    transaction.executeWithoutResult(
        status -> {
          links.associate(lead, Links.Kind.ACCOUNT, account);
          links.associate(lead, Links.Kind.CONTACT, contact);
        });
    for (String table : TABLES) {
      assertThat(rowsOf(lead, table)).as(table).isPositive();
    }
  }

  private Api.Answer created(String path, Map<String, ?> body) {
    Api.Answer answer = as("lena").post(path, body);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer;
  }

  private List<String> values(String path, String field) {
    return as("lena").get(path).body().get("items").findValuesAsText(field);
  }

  private int rowsOf(UUID lead, String table) {
    return jdbc.sql("SELECT count(*) FROM " + table + " WHERE lead_id = ?")
        .param(lead)
        .query(Integer.class)
        .single();
  }
}
