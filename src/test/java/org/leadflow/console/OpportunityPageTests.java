package org.leadflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Visitor;
import org.leadflow.browser.RunningDemo;
import org.leadflow.lead.stakeholder.OpportunityStakeholders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The page of an opportunity, asked without a browser. */
@RunningDemo
class OpportunityPageTests {

  @LocalServerPort int port;
  @Autowired OpportunityStakeholders stakeholders;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void itTellsWhatItsLeadHasAndWhoHasASay() throws IOException {
    String lead = "/api/leads/" + sent();
    post(lead + "/notes", "{\"text\": \"They have <i>three</i> sites\"}");
    JsonNode became = qualified(lead);
    UUID contact = UUID.fromString(became.at("/createdEntities/0/id").asText());
    UUID opportunity = UUID.fromString(became.at("/createdEntities/1/id").asText());
    transaction.executeWithoutResult(
        status ->
            stakeholders.copy(
                UUID.fromString(became.path("leadId").asText()), opportunity, contact));

    assertThat(page("lena", opportunity))
        .contains("Stakeholder", "Okonkwo", "primary", "They have &lt;i&gt;three&lt;/i&gt; sites")
        .contains("from lead", "A question for the page", "Opened");

    jdbc.sql(
            """
            UPDATE opportunity SET owner_user = 'kenji',
              owning_business_unit = (SELECT business_unit_id FROM app_user WHERE id = 'kenji')
            WHERE opportunity_id = ?
            """)
        .param(opportunity)
        .update();
    assertThat(page("kenji", opportunity))
        .contains("sites", "that you may not see", "A contact that you may not see")
        .doesNotContain("Okonkwo");
  }

  private String sent() throws IOException {
    String lead =
        "{\"subject\": \"A question for the page\", \"lastName\": \"Okonkwo\","
            + " \"address1Country\": \"Antarctica\"}";
    return json.readTree(post("/api/leads", lead).body()).path("leadId").asText();
  }

  private JsonNode qualified(String lead) throws IOException {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                post(lead + "/assign", "{\"ownerId\": \"lena\", \"ownerIdType\": \"user\"}")
                        .statusCode()
                    == 200);
    HttpResponse<String> answer = post(lead + "/qualify", "{\"opportunityCurrencyId\": \"EUR\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private String page(String user, UUID opportunity) {
    var visitor = new Visitor(port);
    visitor.logIn(user, RunningDemo.PASSWORD);
    HttpResponse<String> answer = visitor.get("/opportunities/" + opportunity);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> post(String path, String body) {
    String credentials =
        Base64.getEncoder().encodeToString(("lena:" + RunningDemo.PASSWORD).getBytes());
    var lena = new Visitor(port);
    return lena.send(
        lena.request(path)
            .header("Authorization", "Basic " + credentials)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }
}
