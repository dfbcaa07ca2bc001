package org.leadflow.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.Api;

/** What stays of a lead that was closed, and what does not of one that was deleted. */
abstract class ClosingPromisesTests extends Promises {

  private static final Map<String, Object> NO_CONTACT =
      Map.of("statusCode", 5, "comment", "The number is dead");

  @Test
  void aDisqualifiedLeadTellsWhyWhoAndWhen() {
    UUID lead = routed();
    String owner = lead(lead).text("ownerId");

    done(as(owner).post("/api/leads/" + lead + "/disqualify", NO_CONTACT));

    assertThat(lead(lead).text("statusCodeLabel")).isEqualTo("Cannot Contact");
    assertThat(lead(lead).text("closingComment")).isEqualTo("The number is dead");
    JsonNode line = get("/api/leads/" + lead + "/trail").get(0);
    assertThat(line.get("action").asText()).isEqualTo("DISQUALIFIED");
    assertThat(line.get("actor").asText()).isEqualTo(owner);
    assertThat(line.get("at").asText()).isNotBlank();
  }

  @Test
  void itComesBackWithEverythingAndTheReasonItHadBefore() {
    UUID lead = routed("description", "Please call");
    String path = "/api/leads/" + lead;
    done(act(lead, "notes", Map.of("text", "Likes the large model")));
    String file =
        done(as("admin").upload(path + "/attachments", "plan.txt", "A plan")).text("attachmentId");
    done(act(lead, "contacted", NOTHING));
    Api.Answer before = lead(lead);
    done(act(lead, "disqualify", NO_CONTACT));

    done(act(lead, "reactivate", NOTHING));

    Api.Answer after = lead(lead);
    assertThat(after.text("statusCodeLabel")).isEqualTo("Contacted");
    for (String field : List.of("subject", "lastName", "companyName", "emailAddress1", "ownerId")) {
      assertThat(after.text(field)).as(field).isEqualTo(before.text(field));
    }
    assertThat(items(path + "/notes", "text")).containsExactly("Likes the large model");
    assertThat(items(path + "/requests", "text")).containsExactly("Please call");
    assertThat(as("admin").content(path + "/attachments/" + file + "/content")).isEqualTo("A plan");
    assertThat(ownerOf(lead)).isEqualTo(before.text("ownerId"));
    assertThat(types(qualified(lead, NOTHING))).hasSize(3);
  }

  @Test
  void aClosedLeadIsKeptForReportsAndIsReadOnly() {
    UUID disqualified = routed("leadSourceCode", 7);
    UUID qualified = routed("leadSourceCode", 7);
    done(act(disqualified, "disqualify", NO_CONTACT));
    qualified(qualified, NOTHING);

    for (UUID lead : List.of(disqualified, qualified)) {
      Api.Answer stored = lead(lead);
      assertThat(stored.text("leadSourceCode")).isEqualTo("7");
      assertThat(change(lead, Map.of("leadSourceCode", 8)).text("code")).isEqualTo("lead-closed");
      assertThat(act(lead, "contacted", NOTHING).text("code")).isEqualTo("lead-closed");
      assertThat(act(lead, "disqualify", NO_CONTACT).text("code")).isEqualTo("lead-closed");
      assertThat(act(lead, "qualify", NOTHING).text("code")).isEqualTo("lead-closed");
      assertThat(lead(lead).body()).isEqualTo(stored.body());
    }
    assertThat(items("/api/leads?stateCode=2&leadSourceCode=7&size=200", "leadId"))
        .contains("" + disqualified);
    assertThat(items("/api/leads?stateCode=1&leadSourceCode=7&size=200", "leadId"))
        .contains("" + qualified);
  }

  @Test
  void aQualifiedLeadKeepsItsOwnHistory() {
    UUID lead = routed();
    done(act(lead, "contacted", NOTHING));
    List<String> before = get("/api/leads/" + lead + "/trail").findValuesAsText("action");

    qualified(lead, NOTHING);

    List<String> after = get("/api/leads/" + lead + "/trail").findValuesAsText("action");
    assertThat(after).endsWith(before.toArray(String[]::new)).startsWith("QUALIFIED");
  }

  @Test
  void aQualifiedLeadThatComesBackIsQualifiedAgainWithoutASecondCustomer() {
    UUID lead = routed();
    qualified(lead, NOTHING);
    int accounts = count("account");
    int contacts = count("contact");
    done(act(lead, "reactivate", NOTHING));

    Api.Answer again = qualified(lead, NOTHING);

    assertThat(again.text("stage")).isEqualTo("Develop");
    assertThat(types(again)).isEmpty();
    assertThat(count("account")).isEqualTo(accounts);
    assertThat(count("contact")).isEqualTo(contacts);
  }

  @Test
  void whoDeletesALeadDeletesItsNotesAndFiles() {
    UUID lead = routed("description", "Please call");
    done(act(lead, "notes", Map.of("text", "Likes the large model")));
    done(as("admin").upload("/api/leads/" + lead + "/attachments", "plan.txt", "A plan"));
    assertThat(rowsOf(lead)).isPositive();

    done(as("admin").delete("/api/leads/" + lead));

    gone(lead);
    assertThat(lead(lead).status()).isEqualTo(404);
    assertThat(rowsOf(lead)).isZero();
    for (String part : List.of("notes", "attachments", "requests", "timeline")) {
      assertThat(as("admin").get("/api/leads/" + lead + "/" + part).status()).isEqualTo(404);
    }
  }

  private int rowsOf(UUID lead) {
    int rows = 0;
    for (String table : List.of("lead_note", "lead_attachment", "customer_request")) {
      rows +=
          jdbc.sql("SELECT count(*) FROM " + table + " WHERE lead_id = ?")
              .param(lead)
              .query(Integer.class)
              .single();
    }
    return rows;
  }
}
