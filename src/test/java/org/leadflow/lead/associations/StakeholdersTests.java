package org.leadflow.lead.associations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;

/** Who has a say in what a lead is about. */
class StakeholdersTests extends WholeWay {

  @Test
  void aContactIsAStakeholderOncePerRole() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    UUID contact = new Customer(jdbc, owner).contact();

    Api.Answer first = added(owner, lead, contact, null);
    Api.Answer again = added(owner, lead, contact, "stakeholder");
    Api.Answer buyer = added(owner, lead, contact, "technical-buyer");

    assertThat(first.status()).as("%s", first.body()).isEqualTo(201);
    assertThat(first.text("roleId")).isEqualTo("stakeholder");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("stakeholderId")).isEqualTo(first.text("stakeholderId"));
    assertThat(buyer.status()).isEqualTo(201);
    assertThat(roles(owner, lead)).containsExactly("stakeholder", "technical-buyer");

    String path = path(lead) + "/" + first.text("stakeholderId");
    assertThat(as(owner).delete(path).status()).isEqualTo(204);
    assertThat(as(owner).delete(path).status()).isEqualTo(404);
    assertThat(roles(owner, lead)).containsExactly("technical-buyer");
  }

  @Test
  void theRolesAreListedAndNoOtherIsTaken() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    UUID contact = new Customer(jdbc, owner).contact();

    assertThat(as(owner).get("/api/stakeholder-roles").body().findValuesAsText("name"))
        .containsExactly(
            "Stakeholder",
            "Decision Maker",
            "Technical Buyer",
            "Economic Buyer",
            "Champion",
            "Influencer",
            "End User");
    assertThat(added(owner, lead, contact, "janitor").faultyFields()).containsExactly("roleId");
    assertThat(as(owner).post(path(lead), Map.of()).faultyFields()).containsExactly("contactId");
    assertThat(added(owner, lead, UUID.randomUUID(), null).faultyFields())
        .containsExactly("contactId");
    UUID hidden = new Customer(jdbc, "james").contact();
    assertThat(added(owner, lead, hidden, null).faultyFields()).containsExactly("contactId");
    assertThat(added("kenji", lead, contact, null).status()).isEqualTo(404);
  }

  @Test
  void theStakeholdersOfAClosedLeadStayAsTheyAre() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    UUID contact = new Customer(jdbc, owner).contact();
    Api.Answer champion = added(owner, lead, contact, "champion");
    as(owner).post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 4));

    assertThat(added(owner, lead, contact, "influencer").text("code")).isEqualTo("lead-closed");
    assertThat(as(owner).delete(path(lead) + "/" + champion.text("stakeholderId")).text("code"))
        .isEqualTo("lead-closed");
    assertThat(roles(owner, lead)).containsExactly("champion");
  }

  private Api.Answer added(String user, UUID lead, UUID contact, String role) {
    Map<String, Object> stakeholder = new HashMap<>(Map.of("contactId", contact));
    if (role != null) {
      stakeholder.put("roleId", role);
    }
    return as(user).post(path(lead), stakeholder);
  }

  private List<String> roles(String user, UUID lead) {
    return as(user).get(path(lead)).body().findValuesAsText("roleId");
  }

  private static String path(UUID lead) {
    return "/api/leads/" + lead + "/stakeholders";
  }
}
