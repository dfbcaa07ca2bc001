package org.leadflow.lead.associations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;

/** What customers asked for, each time they did. */
class RequestsTests extends WholeWay {

  @Test
  void whatALeadWasSentInWithIsItsFirstRequestAndStaysSo() {
    UUID lead = sent(aGermanLead("description", "Please send an offer"));
    String owner = ownerOf(lead);

    Api.Answer again =
        as("website")
            .post(
                path(lead),
                Map.of("text", "And a demo", "channel", "Web", "productInterest", "Monitoring"));
    Api.Answer read = lead(lead);
    as("admin").patch("/api/leads/" + lead, read.etag(), Map.of("description", "Wants an offer"));

    assertThat(again.status()).as("%s", again.body()).isEqualTo(201);
    assertThat(again.text("createdBy")).isEqualTo("website");
    assertThat(texts(owner, lead)).containsExactly("And a demo", "Please send an offer");
    assertThat(as(owner).get(path(lead)).body().findValuesAsText("channel"))
        .containsExactly("Web", "API");
  }

  @Test
  void aLeadWithoutWordsHasNoRequest() {
    UUID lead = sent(aGermanLead());

    assertThat(texts("admin", lead)).isEmpty();
    ownerOf(lead);
  }

  @Test
  void requestsAreListedByTheTimeTheyCameInEvenForAClosedLead() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    as(owner).post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 6));
    as(owner).post(path(lead), Map.of("text", "Today", "channel", "Phone"));
    as(owner)
        .post(
            path(lead),
            Map.of("text", "Then", "channel", "Email", "receivedOn", "2020-02-02T02:02:02Z"));

    assertThat(texts(owner, lead)).containsExactly("Today", "Then");
    assertThat(as(owner).get(path(lead) + "?page=1&size=1").body().findValuesAsText("text"))
        .containsExactly("Then");
  }

  @Test
  void aRequestCannotBeUnsaid() {
    UUID lead = sent(aGermanLead("description", "Once said"));
    String request =
        as("admin").get(path(lead)).body().get("items").get(0).get("requestId").asText();

    assertThat(as("admin").delete(path(lead) + "/" + request).status()).isEqualTo(404);
    assertThat(as("admin").patch(path(lead) + "/" + request, null, Map.of()).status())
        .isEqualTo(404);
    ownerOf(lead);
  }

  @Test
  void aRequestThatCannotBeKeptIsRefusedByField() {
    UUID lead = sent(aGermanLead());
    ownerOf(lead);

    assertThat(as("admin").post(path(lead), Map.of()).faultyFields())
        .containsExactly("channel", "text");
    assertThat(
            as("admin")
                .post(
                    path(lead),
                    Map.of("text", "x", "channel", "Fax", "receivedOn", "+99999-01-01T00:00:00Z"))
                .faultyFields())
        .containsExactly("receivedOn");
    assertThat(as("kenji").post(path(lead), Map.of("text", "x", "channel", "Fax")).status())
        .isEqualTo(404);
  }

  private List<String> texts(String user, UUID lead) {
    return as(user).get(path(lead)).body().findValuesAsText("text");
  }

  private static String path(UUID lead) {
    return "/api/leads/" + lead + "/requests";
  }
}
