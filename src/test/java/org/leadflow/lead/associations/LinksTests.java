package org.leadflow.lead.associations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadflow.wholeway.WholeWay;

/** Which accounts and contacts a lead has to do with. */
class LinksTests extends WholeWay {

  @ParameterizedTest
  @ValueSource(strings = {"account", "contact"})
  void associatingAndDisassociatingTwiceIsAsGoodAsOnce(String kind) {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    UUID first = customer(kind, owner);
    UUID second = customer(kind, owner);

    for (UUID customer : List.of(first, first, second)) {
      assertThat(put(owner, path(lead, kind, customer))).isEqualTo(204);
    }
    assertThat(ids(owner, "/api/leads/" + lead + "/" + kind + "s", kind + "Id"))
        .containsExactlyInAnyOrder(first.toString(), second.toString());
    assertThat(ids(owner, "/api/" + kind + "s/" + first + "/leads", "leadId"))
        .containsExactly(lead.toString());

    assertThat(as(owner).delete(path(lead, kind, first)).status()).isEqualTo(204);
    assertThat(as(owner).delete(path(lead, kind, first)).status()).isEqualTo(204);
    assertThat(ids(owner, "/api/leads/" + lead + "/" + kind + "s", kind + "Id"))
        .containsExactly(second.toString());
    assertThat(ids(owner, "/api/" + kind + "s/" + first + "/leads", "leadId")).isEmpty();
    assertThat(lead(lead).text("parent" + (kind.equals("account") ? "Account" : "Contact") + "Id"))
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"account", "contact"})
  void bothEndsMustBeThereAndShowOnlyWhatTheReaderMaySee(String kind) {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    UUID own = customer(kind, owner);
    UUID hidden = customer(kind, "james");

    assertThat(put(owner, path(lead, kind, UUID.randomUUID()))).isEqualTo(404);
    assertThat(put(owner, path(lead, kind, hidden))).isEqualTo(404);
    assertThat(put(owner, path(UUID.randomUUID(), kind, own))).isEqualTo(404);
    assertThat(put("kenji", path(lead, kind, own))).isEqualTo(404);
    assertThat(put("website", path(lead, kind, own))).isEqualTo(403);
    assertThat(as(owner).get("/api/" + kind + "s/" + hidden + "/leads").status()).isEqualTo(404);

    assertThat(put("admin", path(lead, kind, hidden))).isEqualTo(204);
    assertThat(ids(owner, "/api/leads/" + lead + "/" + kind + "s", kind + "Id")).isEmpty();
    assertThat(ids("admin", "/api/leads/" + lead + "/" + kind + "s", kind + "Id"))
        .containsExactly(hidden.toString());
    assertThat(ids("james", "/api/" + kind + "s/" + hidden + "/leads", "leadId")).isEmpty();
    assertThat(ids("admin", "/api/" + kind + "s/" + hidden + "/leads", "leadId"))
        .containsExactly(lead.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"account", "contact"})
  void theAssociationsOfAClosedLeadStayAsTheyAre(String kind) {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    UUID customer = customer(kind, owner);
    put(owner, path(lead, kind, customer));
    as(owner).post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 4));

    assertThat(put(owner, path(lead, kind, customer))).isEqualTo(409);
    assertThat(as(owner).delete(path(lead, kind, customer)).text("code")).isEqualTo("lead-closed");
    assertThat(ids(owner, "/api/leads/" + lead + "/" + kind + "s", kind + "Id"))
        .containsExactly(customer.toString());
  }

  private UUID customer(String kind, String seller) {
    var customer = new Customer(jdbc, seller);
    return kind.equals("account") ? customer.account() : customer.contact();
  }

  private List<String> ids(String user, String path, String id) {
    return as(user).get(path).body().get("items").findValuesAsText(id);
  }

  private int put(String user, String path) {
    String credentials = Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", "Basic " + credentials)
            .PUT(BodyPublishers.noBody())
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException | InterruptedException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }

  private static String path(UUID lead, String kind, UUID customer) {
    return "/api/leads/" + lead + "/" + kind + "s/" + customer;
  }
}
