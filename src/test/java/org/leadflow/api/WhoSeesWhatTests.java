package org.leadflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come in, and whose leads he finds there. */
class WhoSeesWhatTests extends AtTheDoor {

  private static final Iterator<String> OFTEN_MISTAKEN =
      Stream.generate(() -> List.of("admin", "lena", "anna", "website"))
          .flatMap(List::stream)
          .iterator();

  /** By hand, not from the code: who sees which of six leads, each named after who has it. */
  private static final Map<String, Set<String>> SEES =
      Map.of(
          "anna", Set.of("anna"),
          "kim", Set.of("kim"),
          "marie", Set.of(),
          "freja", Set.of("freja"),
          "kenji", Set.of("kenji"),
          "james", Set.of("americas-inside-sales"),
          "lena", Set.of("anna", "kim", "freja", "kenji", "americas-inside-sales", "triage"),
          "website", Set.of("anna", "kim", "freja", "kenji", "americas-inside-sales", "triage"),
          "admin", Set.of("anna", "kim", "freja", "kenji", "americas-inside-sales", "triage"));

  @Test
  void nobodyFindsALeadThatIsOutOfHisReachThroughAnyDoor() {
    Map<String, UUID> leads = sixLeads();
    SEES.forEach(
        (user, seen) ->
            leads.forEach(
                (owner, lead) -> {
                  int found = seen.contains(owner) ? 200 : 404;
                  for (String door : new String[] {"", "/decisions", "/trail", "/deadlines"}) {
                    Call.Answer answer = call(user, "GET", "/api/leads/" + lead + door).send();
                    assertThat(answer.status())
                        .as("%s reads the lead of %s: %s", user, owner, answer)
                        .isEqualTo(found);
                  }
                  if (found == 404) {
                    assertHidden(user, lead);
                  }
                }));
  }

  private void assertHidden(String user, UUID lead) {
    String path = "/api/leads/" + lead;
    String seen = lead(lead).etag();
    Call.Answer unknown = call(user, "GET", "/api/leads/" + UUID.randomUUID()).send();
    Call.Answer hidden = call(user, "GET", path).send();
    assertThat(hidden.json().path("title")).isEqualTo(unknown.json().path("title"));
    assertThat(hidden.json().path("code")).isEqualTo(unknown.json().path("code"));
    assertProblem(
        call(user, "PATCH", path).json("{}").header("If-Match", seen).send(), 404, "not-found");
    Map.of(
            "/qualify", "{\"opportunityCurrencyId\": \"EUR\"}",
            "/disqualify", "{\"statusCode\": 5}",
            "/contacted", "",
            "/wait", "{\"until\": \"2099-01-01\"}",
            "/hand-back", "",
            "/assign", "{\"ownerId\": \"%s\", \"ownerIdType\": \"user\"}".formatted(user))
        .forEach(
            (door, body) ->
                assertProblem(call(user, "POST", path + door).json(body).send(), 404, "not-found"));
    assertThat(lead(lead).etag()).isEqualTo(seen);
  }

  @Test
  void listsHoldWhatTheCallerSeesAndCountNothingElse() {
    Map<String, UUID> leads = sixLeads();
    SEES.forEach(
        (user, seen) -> {
          List<String> listed = listed(user, "");
          leads.forEach(
              (owner, lead) ->
                  assertThat(listed.contains(lead.toString()))
                      .as("%s lists the lead of %s", user, owner)
                      .isEqualTo(seen.contains(owner)));
        });
    for (String filter :
        new String[] {"&ownerId=anna", "&owningBusinessUnit=emea", "&stateCode=0&ownerId=kim"}) {
      assertThat(listed("kenji", filter)).isEmpty();
    }
    for (JsonNode lead : call("freja", "GET", "/api/leads?size=200").send().json().get("items")) {
      assertThat(lead.path("owningPartner").asText()).isEqualTo("nordwind");
    }
    JsonNode kims = call("kim", "GET", "/api/leads?size=1").send().json();
    assertThat(kims.get("total").asInt()).isEqualTo(listed("kim", "").size());
  }

  private List<String> listed(String user, String filter) {
    List<String> ids = new ArrayList<>();
    for (int page = 0; ; page++) {
      String query = "/api/leads?size=200&page=" + page + filter;
      JsonNode items = call(user, "GET", query).send().json().get("items");
      ids.addAll(items.findValuesAsText("leadId"));
      if (items.size() < 200) {
        return ids;
      }
    }
  }

  @Test
  void whatALeadBecameIsHiddenLikeTheLead() {
    UUID lead = sent(aGermanLead("transactionCurrencyId", "EUR"));
    String owner = ownerOf(lead);
    JsonNode made = call(owner, "POST", "/api/leads/" + lead + "/qualify").json("{}").send().json();
    Map<String, String> lists =
        Map.of("account", "accounts", "contact", "contacts", "opportunity", "opportunities");
    for (JsonNode entity : made.get("createdEntities")) {
      String list = "/api/" + lists.get(entity.get("entityType").asText());
      String id = entity.get("id").asText();
      for (String user : new String[] {"freja", "kenji", "james", "marie"}) {
        assertProblem(call(user, "GET", list + "/" + id).send(), 404, "not-found");
        assertThat(call(user, "GET", list + "?size=200").send().text()).doesNotContain(id);
      }
      assertThat(call(owner, "GET", list + "/" + id).send().status()).isEqualTo(200);
      assertThat(call("lena", "GET", list + "?size=200").send().text()).contains(id);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"website", "anna", "freja"})
  void whoMayDeleteNothingIsToldWhichPrivilegeIsMissing(String user) {
    UUID lead = sent(aLead());
    taskOf(lead, "UserTask_TriageLead");
    Call.Answer answer = call(user, "DELETE", "/api/leads/" + lead).send();
    assertProblem(answer, 403, "missing-privilege");
    assertThat(answer.json().path("detail").asText()).contains("delete");
    assertThat(lead(lead).status()).isEqualTo(200);
  }

  @Test
  void anIntegratorGivesNobodyALead() {
    UUID lead = sent(aLead());
    taskOf(lead, "UserTask_TriageLead");
    Call.Answer answer =
        call("website", "POST", "/api/leads/" + lead + "/assign")
            .json("{\"ownerId\": \"anna\", \"ownerIdType\": \"user\"}")
            .send();
    assertProblem(answer, 403, "missing-privilege");
    assertThat(answer.json().path("detail").asText()).contains("assign");
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna", "freja", "website", "lena"})
  void incidentsAreForThoseWhoRunTheProduct(String user) {
    assertRefused(call(user, "GET", "/api/incidents").send(), 403);
    assertRefused(call(user, "POST", "/api/incidents/x/retry").send(), 403);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/leads",
    "POST,/api/leads",
    "PATCH,/api/leads/018f0000-0000-7000-8000-000000000000",
    "DELETE,/api/leads/018f0000-0000-7000-8000-000000000000",
    "GET,/api/accounts",
    "GET,/api/organization",
    "GET,/api/incidents",
    "GET,/api/nothing-there"
  })
  void withoutTheRightPasswordNobodyComesIn(String method, String path) {
    assertRefused(call(method, path).json("{}").send(), 401);
    // Of another user each time, or the next passwords would not be looked at.
    String user = OFTEN_MISTAKEN.next();
    assertRefused(call(method, path).login(user, "wrong").json("{}").send(), 401);
    assertRefused(call(method, path).login(user, "").json("{}").send(), 401);
    assertRefused(call(method, path).login("nobody", PASSWORD).json("{}").send(), 401);
    assertRefused(call(method, path).login("a\0b", PASSWORD).json("{}").send(), 401);
    assertRefused(call(method, path).login("x".repeat(5000), PASSWORD).json("{}").send(), 401);
    assertRefused(call(method, path).header("Authorization", "Basic !").json("{}").send(), 401);
    assertRefused(call(method, path).header("Authorization", "Bearer x").json("{}").send(), 401);
  }

  /** The filters before the controllers answer problems, too. */
  private static void assertRefused(Call.Answer answer, int status) {
    assertProblem(answer, status, answer.json().path("code").asText());
    assertThat(answer.header("WWW-Authenticate")).isEmpty();
  }

  private Map<String, UUID> sixLeads() {
    Map<String, UUID> leads = new LinkedHashMap<>();
    for (String seller : new String[] {"anna", "kim"}) {
      UUID lead = sent(aGermanLead("subject", "For " + seller));
      ownerOf(lead);
      Map<String, String> owner = Map.of("ownerId", seller, "ownerIdType", "user");
      assertThat(as("admin").post("/api/leads/" + lead + "/assign", owner).status()).isEqualTo(200);
      leads.put(seller, lead);
    }
    leads.put("freja", sent(aGermanLead("channelPartnerId", "nordwind")));
    leads.put("kenji", sent(aGermanLead("address1Country", "Japan", "address1City", "Osaka")));
    accepted(leads.get("freja"), "freja");
    accepted(leads.get("kenji"), "kenji");
    leads.put("americas-inside-sales", sent(aGermanLead("address1Country", "USA")));
    leads.put("triage", sent(aLead()));
    leads.forEach(
        (owner, lead) ->
            taskOf(lead, owner.equals("triage") ? "UserTask_TriageLead" : "UserTask_WorkLead"));
    leads.forEach((owner, lead) -> assertThat(lead(lead).text("ownerId")).isEqualTo(owner));
    return leads;
  }
}
