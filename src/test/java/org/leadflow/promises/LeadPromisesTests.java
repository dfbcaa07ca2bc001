package org.leadflow.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.Api;

/** What a lead is, what can be kept with it, and what it has to do with customers. */
abstract class LeadPromisesTests extends Promises {

  @Test
  void aLeadIsKeptApartFromCustomersUntilItIsQualified() {
    int accounts = count("account");
    int contacts = count("contact");
    int opportunities = count("opportunity");

    UUID lead = routed();
    act(lead, "contacted", NOTHING);

    assertThat(count("account")).isEqualTo(accounts);
    assertThat(count("contact")).isEqualTo(contacts);
    assertThat(count("opportunity")).isEqualTo(opportunities);
  }

  @Test
  void aLeadIsOpenQualifiedOrDisqualifiedAndIsFoundByThat() {
    UUID open = routed();
    UUID qualified = routed();
    UUID disqualified = routed();
    qualified(qualified, NOTHING);
    done(act(disqualified, "disqualify", Map.of("statusCode", 5)));

    assertThat(lead(open).text("stateCodeLabel")).isEqualTo("Open");
    assertThat(lead(qualified).text("stateCodeLabel")).isEqualTo("Qualified");
    assertThat(lead(disqualified).text("stateCodeLabel")).isEqualTo("Disqualified");
    assertThat(items("/api/leads?stateCode=0&size=200", "leadId")).contains("" + open);
    assertThat(items("/api/leads?stateCode=1&size=200", "leadId"))
        .contains("" + qualified)
        .doesNotContain("" + open, "" + disqualified);
    assertThat(items("/api/leads?stateCode=2&size=200", "leadId")).contains("" + disqualified);
  }

  @Test
  void onlyATopicAndALastNameAreRequiredAndWhateverElseHelpsIsKept() {
    assertThat(as("anna").post("/api/leads", NOTHING).faultyFields())
        .containsExactlyInAnyOrder("subject", "lastName");
    done(as("anna").post("/api/leads", Map.of("subject", "Monitoring", "lastName", "Vogel")));

    Map<String, Object> more =
        Map.of(
            "emailAddress1", "somebody@known.example",
            "leadSourceCode", 7,
            "description", "Two presses, the large model",
            "need", 1,
            "industryCode", 12,
            "preferredContactMethodCode", 2);
    UUID lead = routed(more.entrySet().stream().flatMap(LeadPromisesTests::both).toArray());

    JsonNode kept = lead(lead).body();
    more.forEach(
        (field, value) -> assertThat(kept.get(field).asText()).as(field).isEqualTo("" + value));
    assertThat(kept.get("industryCodeLabel").asText()).isNotBlank();
    assertThat(kept.get("preferredContactMethodCodeLabel").asText()).isNotBlank();
  }

  private static Stream<Object> both(Map.Entry<String, Object> entry) {
    return Stream.of(entry.getKey(), entry.getValue());
  }

  @Test
  void leadsComeFromManySourcesAndAreFoundByTheirs() {
    UUID fair = routed("leadSourceCode", 7);
    UUID web = routed("leadSourceCode", 8);

    assertThat(lead(fair).text("leadSourceCodeLabel"))
        .isNotBlank()
        .isNotEqualTo(lead(web).text("leadSourceCodeLabel"));
    assertThat(items("/api/leads?leadSourceCode=8&size=200", "leadId"))
        .contains("" + web)
        .doesNotContain("" + fair);
  }

  @Test
  void whatBelongsToALeadIsKeptWithIt() {
    UUID lead = routed("description", "Please call");
    String path = "/api/leads/" + lead;
    done(act(lead, "requests", Map.of("text", "And a price", "channel", "Email")));
    done(
        act(
            lead,
            "activities",
            Map.of(
                "activityTypeCode", "email",
                "subject", "Brochure",
                "description", "The brochure of the large model")));
    done(act(lead, "notes", Map.of("text", "Met at the fair")));
    String file =
        done(as("admin").upload(path + "/attachments", "plan.txt", "A plan")).text("attachmentId");

    assertThat(items(path + "/requests", "text")).containsExactly("And a price", "Please call");
    assertThat(items(path + "/activities", "subject")).containsExactly("Brochure");
    assertThat(items(path + "/notes", "text")).containsExactly("Met at the fair");
    assertThat(as("admin").content(path + "/attachments/" + file + "/content")).isEqualTo("A plan");
    assertThat(shown(path, "NOTE")).containsExactly("Met at the fair");
    assertThat(shown(path, "ACTIVITY")).containsExactly("Brochure");
  }

  @Test
  void aStakeholderIsAContactKnownOrNewInARole() {
    UUID lead = routed();
    String known = enteredContact();

    Api.Answer first = done(act(lead, "stakeholders", Map.of("contactId", known)));
    done(
        act(
            lead,
            "stakeholders",
            Map.of("newContact", Map.of("lastName", "Orlow"), "roleId", "decision-maker")));
    done(act(lead, "stakeholders", Map.of("contactId", known, "roleId", "technical-buyer")));

    assertThat(first.text("roleId")).isEqualTo("stakeholder");
    assertThat(get("/api/leads/" + lead + "/stakeholders").findValuesAsText("roleId"))
        .containsExactly("stakeholder", "decision-maker", "technical-buyer");
  }

  private String enteredContact() {
    return done(as("admin").post("/api/contacts", Map.of("lastName", unlikeAnyOther())))
        .text("contactId");
  }

  @Test
  void aLinkToACustomerIsMadeAndUnmadeSeenFromBothSidesAndRoutesNothingAnew() {
    UUID lead = routed("leadSourceCode", 7);
    String account =
        done(as("admin").post("/api/accounts", Map.of("name", unlikeAnyOther()))).text("accountId");
    String contact = enteredContact();
    Api.Answer before = lead(lead);
    int decisions = get("/api/leads/" + lead + "/decisions").size();
    String path = "/api/leads/" + lead;

    done(as("admin").put(path + "/accounts/" + account, NOTHING));
    done(as("admin").put(path + "/contacts/" + contact, NOTHING));

    assertThat(items(path + "/accounts", "accountId")).containsExactly(account);
    assertThat(items(path + "/contacts", "contactId")).containsExactly(contact);
    assertThat(items("/api/accounts/" + account + "/leads", "leadId")).containsExactly("" + lead);
    assertThat(items("/api/accounts/" + account + "/leads", "leadSourceCode")).containsExactly("7");
    assertThat(items("/api/contacts/" + contact + "/leads", "leadId")).containsExactly("" + lead);
    done(
        as("admin")
            .patch(
                path + "?searchAll=true", lead(lead).etag(), Map.of("parentAccountId", account)));
    assertThat(get(path + "/decisions")).hasSize(decisions);
    assertThat(lead(lead).text("ownerId")).isEqualTo(before.text("ownerId"));
    assertThat(lead(lead).text("assignedOn")).isEqualTo(before.text("assignedOn"));

    done(as("admin").delete(path + "/accounts/" + account));
    assertThat(items("/api/accounts/" + account + "/leads", "leadId")).isEmpty();
    assertThat(items(path + "/contacts", "contactId")).containsExactly(contact);
  }

  @Test
  void aNewLeadTakesFromAnyCustomerOnlyWhatWasLeftEmptyAndNoConsent() {
    String account =
        done(as("admin").post("/api/accounts", Map.of("name", "Any " + unlikeAnyOther())))
            .text("accountId");
    Map<String, Object> person =
        Map.of(
            "firstName", "Ann",
            "lastName", "Known",
            "jobTitle", "Head of Filling",
            "telephone1", "+44 20 7946 0001",
            "mobilePhone", "+44 7700 900001",
            "emailAddress1", unlikeAnyOther() + "@known.example");
    String contact = done(as("admin").post("/api/contacts", person)).text("contactId");

    Api.Answer lead =
        done(
            as("admin")
                .post(
                    "/api/leads",
                    Map.of(
                        "subject",
                        "Again",
                        "jobTitle",
                        "Typed",
                        "parentAccountId",
                        account,
                        "parentContactId",
                        contact)));

    assertThat(lead.text("companyName")).startsWith("Any ");
    person.forEach(
        (field, value) ->
            assertThat(lead.text(field))
                .as(field)
                .isEqualTo(field.equals("jobTitle") ? "Typed" : value));
    assertThat(lead.text("consentOn")).isNull();
    assertThat(lead.text("consentText")).isNull();
  }

  @Test
  void aStoredLeadIsLinkedToWhatMatchesItAndTakesNothingFromThere() {
    String company = unlikeAnyOther() + " GmbH";
    String match =
        done(as("admin")
                .post(
                    "/api/accounts",
                    Map.of(
                        "name", company, "address1Country", "Germany", "telephone1", "+49 711 1")))
            .text("accountId");
    String stranger =
        done(as("admin").post("/api/accounts", Map.of("name", unlikeAnyOther()))).text("accountId");
    UUID lead = routed("companyName", company.toUpperCase());

    assertThat(items("/api/leads/" + lead + "/matching-accounts", "id")).containsExactly(match);
    Api.Answer refused = change(lead, Map.of("parentAccountId", stranger));
    assertThat(refused.text("code")).isEqualTo("no-match");
    Api.Answer linked = done(change(lead, Map.of("parentAccountId", match)));

    assertThat(linked.text("companyName")).isEqualTo(company.toUpperCase());
    assertThat(linked.text("telephone1")).isNull();
  }

  @Test
  void aLeadOfAKnownOrConvertedPersonIsALeadOfItsOwn() {
    UUID first = routed("consentOn", "2026-01-31T09:30:00Z", "consentText", "Yes, write to me");
    Map<String, Object> same =
        aGermanLead(
            "lastName", lead(first).text("lastName"),
            "companyName", lead(first).text("companyName"),
            "emailAddress1", lead(first).text("emailAddress1"),
            "subject", "Another plant");
    qualified(first, NOTHING);

    UUID second = sent(same);

    assertThat(second).isNotEqualTo(first);
    assertThat(ownerOf(second)).isNotBlank();
    JsonNode stored = lead(second).body();
    assertThat(stored.get("stateCodeLabel").asText()).isEqualTo("Open");
    assertThat(stored.has("consentOn")).isFalse();
    assertThat(stored.get("parentAccountId").asText())
        .isEqualTo(lead(first).text("parentAccountId"));
    assertThat(lead(first).text("subject")).isEqualTo("Plant monitoring for three sites");
    assertThat(stored.get("parentContactId").asText())
        .isEqualTo(lead(first).text("parentContactId"));
  }

  @Test
  void anotherSubmissionOfTheSameSystemNeverChangesTheFirstOne() {
    UUID first = sent(aGermanLead("sourceSystem", "stand", "sourceKey", unlikeAnyOther()));
    ownerOf(first);
    Api.Answer before = lead(first);

    UUID second =
        sent(
            aGermanLead(
                "sourceSystem", "stand",
                "sourceKey", unlikeAnyOther(),
                "companyName", before.text("companyName")));

    assertThat(second).isNotEqualTo(first);
    assertThat(lead(first).body()).isEqualTo(before.body());
  }

  @Test
  void theRulesOfAUnitOrPartnerFindThePersonOrTeam() {
    UUID ofAUnit = routed("address1Country", "Germany");
    UUID ofATeam = routed("address1Country", "USA");
    UUID ofAPartner =
        sent(aGermanLead("channelPartnerId", "nordwind", "address1Country", "Denmark"));
    taskOf(ofAPartner, "UserTask_AnswerOffer");

    assertThat(lead(ofAUnit).text("owningBusinessUnit")).isEqualTo("emea");
    assertThat(lead(ofAUnit).text("ownerIdType")).isEqualTo("user");
    assertThat(lead(ofATeam).text("owningBusinessUnit")).isEqualTo("americas");
    assertThat(lead(ofATeam).text("ownerIdType")).isEqualTo("team");
    assertThat(lead(ofAPartner).text("owningPartner")).isEqualTo("nordwind");
    for (UUID lead : List.of(ofAUnit, ofATeam, ofAPartner)) {
      JsonNode decision = get("/api/leads/" + lead + "/decisions").get(0);
      assertThat(decision.get("sentence").asText()).isNotBlank();
      assertThat(decision.at("/explanation/verdicts").findValuesAsText("ruleSet").toString())
          .contains(lead == ofAPartner ? "routing/partners/nordwind" : "routing/units/");
    }
  }
}
