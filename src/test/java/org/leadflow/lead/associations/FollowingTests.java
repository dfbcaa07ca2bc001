package org.leadflow.lead.associations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.leadflow.lead.activity.OpenActivities;
import org.leadflow.lead.stakeholder.OpportunityStakeholders;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/** What follows a lead into what it became, and what is shown there of the lead. */
abstract class FollowingTests extends WholeWay {

  @Autowired OpenActivities open;
  @Autowired OpportunityStakeholders stakeholders;
  @Autowired TransactionTemplate transaction;

  @Test
  void openActivitiesMoveAndAreDoneThereWhileEndedOnesStay() {
    Deal deal = qualified();
    String seller = deal.owner();
    assertThat(in(() -> open.follow(deal.lead(), "opportunity", deal.opportunity()))).isEqualTo(1);

    assertThat(subjects(seller, "/api/leads/" + deal.lead() + "/activities"))
        .containsExactly("Done before");
    assertThat(subjects(seller, deal.path() + "/activities")).containsExactly("Still to do");
    JsonNode moved = as(seller).get(deal.path() + "/activities").body().at("/items/0");
    assertThat(moved.path("fromLeadId").asText()).isEqualTo(deal.lead().toString());
    assertThat(moved.path("regardingType").asText()).isEqualTo("opportunity");
    String one = deal.path() + "/activities/" + moved.path("activityId").asText();
    assertThat(as(seller).patch(one, null, Map.of("subject", "Call him")).status()).isEqualTo(200);
    assertThat(as(seller).post(one + "/complete", "").text("stateCodeLabel"))
        .isEqualTo("Completed");
    assertThat(as(seller).post(one + "/cancel", "").text("code")).isEqualTo("activity-closed");
    assertThat(in(() -> open.bringBack(deal.lead(), "opportunity", deal.opportunity()))).isZero();
    assertThat(subjects(seller, deal.path() + "/activities")).containsExactly("Call him");
  }

  @Test
  void theyComeBackOnlyFromWhereTheyWentAndOnlyOpen() {
    Deal deal = qualified();
    in(() -> open.follow(deal.lead(), "opportunity", deal.opportunity()));

    assertThat(in(() -> open.bringBack(deal.lead(), "contact", deal.contact()))).isZero();
    assertThat(in(() -> open.bringBack(UUID.randomUUID(), "opportunity", deal.opportunity())))
        .isZero();
    assertThat(in(() -> open.bringBack(deal.lead(), "opportunity", deal.opportunity())))
        .isEqualTo(1);

    assertThat(subjects(deal.owner(), "/api/leads/" + deal.lead() + "/activities?stateCode=0"))
        .containsExactly("Still to do");
    assertThat(subjects(deal.owner(), deal.path() + "/activities")).isEmpty();
    assertThatThrownBy(() -> in(() -> open.follow(deal.lead(), "lead", deal.lead())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void movingIsNoTouchButEachChangeAfterwardsIs() {
    Deal deal = qualified();
    Instant since = Instant.now();
    in(() -> open.follow(deal.lead(), "opportunity", deal.opportunity()));
    assertThat(touched(deal, since)).isFalse();

    String activity =
        as(deal.owner()).get(deal.path() + "/activities").body().at("/items/0/activityId").asText();
    as(deal.owner()).post(deal.path() + "/activities/" + activity + "/complete", "");

    assertThat(touched(deal, since)).isTrue();
    Instant later = Instant.now();
    assertThat(touched(deal, later)).isFalse();
    as(deal.owner()).post(deal.path() + "/notes", Map.of("text", "A note"));
    assertThat(touched(deal, later)).isTrue();
  }

  @Test
  void whatMovedSurvivesItsLeadInTheDatabase() {
    Deal deal = qualified();
    in(() -> open.follow(deal.lead(), "opportunity", deal.opportunity()));

    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("DELETE FROM lead WHERE lead_id = ?").param(deal.lead()).update();
          assertThat(
                  jdbc.sql("SELECT subject FROM lead_activity WHERE regarding_id = ?")
                      .param(deal.opportunity())
                      .query(String.class)
                      .list())
              .containsExactly("Still to do");
          status.setRollbackOnly();
        });
  }

  @Test
  void theDatabaseKeepsAnActivityWithOneRecord() {
    Deal deal = qualified();

    assertThatThrownBy(
            () ->
                jdbc.sql(
                        "UPDATE lead_activity SET regarding_type = 'ACCOUNT', regarding_id = ? WHERE lead_id = ?")
                    .params(deal.account(), deal.lead())
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void stakeholdersAreCopiedWithExactlyOnePrimary() {
    Deal deal = qualified();
    UUID boss = new Customer(jdbc, deal.owner()).contact();
    stakeholderOfTheLead(deal, boss, "decision-maker");
    for (int i = 0; i < 2; i++) {
      copy(deal, deal.contact());
    }

    List<JsonNode> there = stakeholders(deal);
    assertThat(there).hasSize(2);
    assertThat(there.get(0).path("contactId").asText()).isEqualTo(deal.contact().toString());
    assertThat(there.get(0).path("roleId").asText()).isEqualTo("stakeholder");
    assertThat(there.get(0).path("isPrimary").asBoolean()).isTrue();
    assertThat(there.get(1).path("contactId").asText()).isEqualTo(boss.toString());
    assertThat(there.get(1).path("isPrimary").asBoolean()).isFalse();
  }

  @Test
  void theLeadsContactIsNotAddedTwiceAndTwoLeadsShareWhomBothKnow() {
    Deal first = qualified();
    Deal second = qualified();
    remove(first.lead(), first.opportunity());
    UUID both = new Customer(jdbc, first.owner()).contact();
    stakeholderOfTheLead(first, both, "champion");
    stakeholderOfTheLead(second, both, "champion");
    copy(first, both);
    in(
        () -> {
          stakeholders.copy(second.lead(), first.opportunity(), second.contact());
          return null;
        });
    assertThat(stakeholders(first)).hasSize(2);

    remove(first.lead(), first.opportunity());
    assertThat(stakeholders(first)).hasSize(2);
    remove(second.lead(), first.opportunity());
    assertThat(stakeholders(first)).isEmpty();
  }

  @Test
  void whenThePrimaryGoesAnotherOneIs() {
    Deal deal = qualified();
    UUID boss = new Customer(jdbc, deal.owner()).contact();
    copy(deal, deal.contact());
    Deal second = qualified();
    stakeholderOfTheLead(second, boss, "decision-maker");
    in(
        () -> {
          stakeholders.copy(second.lead(), deal.opportunity(), null);
          return null;
        });

    remove(deal.lead(), deal.opportunity());

    assertThat(stakeholders(deal)).hasSize(1);
    assertThat(stakeholders(deal).get(0).path("isPrimary").asBoolean()).isTrue();
  }

  @Test
  void theTimelineOfTheOpportunityShowsItsOwnAndWhatTheLeadHas() {
    Deal deal = qualified();
    in(() -> open.follow(deal.lead(), "opportunity", deal.opportunity()));
    as(deal.owner()).post(deal.path() + "/notes", Map.of("text", "Own note"));
    as(deal.owner())
        .post("/api/leads/" + deal.lead() + "/notes", Map.of("text", "Late note of the lead"));

    List<JsonNode> items = timeline("lena", "opportunities", deal.opportunity());

    assertThat(texts(items, "NOTE"))
        .containsExactly("Late note of the lead", "Own note", "Note of the lead");
    assertThat(fromLead(items, "NOTE"))
        .containsExactly(deal.lead().toString(), "", deal.lead().toString());
    assertThat(titles(items, "ACTIVITY")).containsExactlyInAnyOrder("Done before", "Still to do");
    assertThat(fromLead(items, "ACTIVITY")).containsOnly(deal.lead().toString());
    assertThat(texts(items, "REQUEST")).containsExactly("Please call");
    assertThat(as("kenji").get(deal.path() + "/timeline").status()).isEqualTo(404);
    assertThat(as("kenji").get(deal.path() + "/notes").status()).isEqualTo(404);
    assertThat(as("kenji").get(deal.path() + "/activities").status()).isEqualTo(404);
    assertThat(as("kenji").get(deal.path() + "/stakeholders").status()).isEqualTo(404);
  }

  @Test
  void whoeverReadsTheOpportunityReadsWhatItsLeadsHaveEvenWithoutSeeingThem() {
    Deal deal = qualified();
    Deal second = qualified();
    becomes(second, deal.opportunity());
    jdbc.sql(
            """
            UPDATE opportunity SET owner_user = 'kenji',
              owning_business_unit = (SELECT business_unit_id FROM app_user WHERE id = 'kenji')
            WHERE opportunity_id = ?
            """)
        .param(deal.opportunity())
        .update();
    assertThat(as("kenji").get("/api/leads/" + deal.lead()).status()).isEqualTo(404);

    List<JsonNode> items = timeline("kenji", "opportunities", deal.opportunity());

    becomes(second, second.opportunity());
    assertThat(fromLead(items, "NOTE"))
        .containsExactlyInAnyOrder(deal.lead().toString(), second.lead().toString());
    assertThat(as("kenji").get("/api/accounts/" + deal.account() + "/timeline").status())
        .isEqualTo(404);
  }

  @Test
  void reactivatingTheLeadLeavesWhatMovedWhereItIs() {
    Deal deal = qualified();
    in(() -> open.follow(deal.lead(), "opportunity", deal.opportunity()));

    Api.Answer again = as(deal.owner()).post("/api/leads/" + deal.lead() + "/reactivate", "");

    assertThat(again.status()).as("%s", again.body()).isEqualTo(200);
    assertThat(subjects(deal.owner(), deal.path() + "/activities")).containsExactly("Still to do");
    assertThat(subjects(deal.owner(), "/api/leads/" + deal.lead() + "/activities"))
        .containsExactly("Done before");
  }

  @Test
  void accountAndContactShowTheSameWithWhatMovedToTheOpportunity() {
    Deal deal = qualified();
    in(() -> open.follow(deal.lead(), "opportunity", deal.opportunity()));
    as(deal.owner())
        .post(
            "/api/accounts/" + deal.account() + "/activities",
            Map.of("activityTypeCode", "task", "subject", "Check the credit"));

    List<JsonNode> ofAccount = timeline(deal.owner(), "accounts", deal.account());
    List<JsonNode> ofContact = timeline(deal.owner(), "contacts", deal.contact());

    assertThat(titles(ofAccount, "ACTIVITY"))
        .containsExactlyInAnyOrder("Done before", "Still to do", "Check the credit");
    assertThat(titles(ofContact, "ACTIVITY"))
        .containsExactlyInAnyOrder("Done before", "Still to do");
    assertThat(texts(ofContact, "NOTE")).containsExactly("Note of the lead");
  }

  @Test
  void anExistingAccountShowsWhatItsNewLeadBrought() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    UUID account = new Customer(jdbc, owner).account();
    as(owner).post("/api/leads/" + lead + "/notes", Map.of("text", "About the old customer"));
    assertThat(timeline(owner, "accounts", account)).isEmpty();

    as(owner)
        .post(
            "/api/leads/" + lead + "/qualify",
            Map.of("accountId", account, "createOpportunity", false));

    assertThat(texts(timeline(owner, "accounts", account), "NOTE"))
        .containsExactly("About the old customer");
  }

  @Test
  void aNoteOfARecordIsItsAuthors() {
    Deal deal = qualified();
    Api.Answer note = as(deal.owner()).post(deal.path() + "/notes", Map.of("text", "Mine"));
    assertThat(note.status()).as("%s", note.body()).isEqualTo(201);
    String one = deal.path() + "/notes/" + note.text("noteId");

    assertThat(as("lena").patch(one, null, Map.of("text", "Hers")).text("code"))
        .isEqualTo("not-author");
    Api.Answer changed = as(deal.owner()).patch(one, note.etag(), Map.of("text", "Better"));
    assertThat(changed.text("text")).isEqualTo("Better");
    assertThat(as(deal.owner()).patch(one, note.etag(), Map.of("text", "Late")).status())
        .isEqualTo(412);
    assertThat(as(deal.owner()).post(deal.path() + "/notes", Map.of("text", " ")).faultyFields())
        .containsExactly("text");
    assertThat(as(deal.owner()).delete(one).status()).isEqualTo(204);
    assertThat(as("website").post(deal.path() + "/notes", Map.of("text", "x")).status())
        .isEqualTo(403);
  }

  private Deal qualified() {
    UUID lead = sent(aGermanLead("description", "Please call"));
    String owner = ownerOf(lead);
    String path = "/api/leads/" + lead;
    as(owner).post(path + "/notes", Map.of("text", "Note of the lead"));
    String done = planned(owner, path, "Done before");
    as(owner).post(path + "/activities/" + done + "/complete", "");
    Api.Answer answer = as(owner).post(path + "/qualify", Map.of("opportunityCurrencyId", "EUR"));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    List<String> ids = answer.body().get("createdEntities").findValuesAsText("id");
    Deal deal =
        new Deal(
            lead,
            owner,
            UUID.fromString(ids.get(0)),
            UUID.fromString(ids.get(1)),
            UUID.fromString(ids.get(2)));
    stillToDo(deal);
    return deal;
  }

  /** As it was while the lead was Open. */
  private void stillToDo(Deal deal) {
    jdbc.sql(
            """
            INSERT INTO lead_activity (activity_id, version, lead_id, activity_type_code, state_code, subject, owner_id,
              created_on, created_by, modified_on, modified_by)
            SELECT CAST(? AS uuid), 0, lead_id, 'PHONECALL', 0, 'Still to do', owner_user, created_on, owner_user,
              created_on, owner_user
            FROM lead WHERE lead_id = ?
            """)
        .params(UUID.randomUUID(), deal.lead())
        .update();
  }

  private void becomes(Deal deal, UUID opportunity) {
    jdbc.sql("UPDATE lead SET qualifying_opportunity_id = ? WHERE lead_id = ?")
        .params(opportunity, deal.lead())
        .update();
  }

  private String planned(String owner, String path, String subject) {
    return as(owner)
        .post(path + "/activities", Map.of("activityTypeCode", "phonecall", "subject", subject))
        .text("activityId");
  }

  private void stakeholderOfTheLead(Deal deal, UUID contact, String role) {
    jdbc.sql(
            """
            INSERT INTO stakeholder (stakeholder_id, version, lead_id, contact_id, role_id, created_on, created_by)
            VALUES (?, 0, ?, ?, ?, CURRENT_TIMESTAMP, 'test')
            """)
        .params(UUID.randomUUID(), deal.lead(), contact, role)
        .update();
  }

  private void copy(Deal deal, UUID contact) {
    in(
        () -> {
          stakeholders.copy(deal.lead(), deal.opportunity(), contact);
          return null;
        });
  }

  private void remove(UUID lead, UUID opportunity) {
    in(
        () -> {
          stakeholders.remove(lead, opportunity);
          return null;
        });
  }

  private boolean touched(Deal deal, Instant since) {
    return in(() -> open.touchedSince("opportunity", deal.opportunity(), since));
  }

  private <T> T in(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }

  private List<JsonNode> stakeholders(Deal deal) {
    return list(as(deal.owner()).get(deal.path() + "/stakeholders").body());
  }

  private List<JsonNode> timeline(String user, String records, UUID id) {
    Api.Answer answer = as(user).get("/api/" + records + "/" + id + "/timeline?size=200");
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(answer.body().get("total").asInt()).isEqualTo(answer.body().get("items").size());
    return list(answer.body().get("items"));
  }

  private List<String> subjects(String user, String path) {
    return as(user).get(path).body().get("items").findValuesAsText("subject");
  }

  private static List<String> texts(List<JsonNode> items, String kind) {
    return values(items, kind, "text");
  }

  private static List<String> titles(List<JsonNode> items, String kind) {
    return values(items, kind, "title");
  }

  private static List<String> fromLead(List<JsonNode> items, String kind) {
    return values(items, kind, "leadId");
  }

  private static List<String> values(List<JsonNode> items, String kind, String field) {
    return items.stream()
        .filter(item -> item.get("kind").asText().equals(kind))
        .map(item -> item.path(field).asText())
        .toList();
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  /** A qualified lead and what it became. */
  private record Deal(UUID lead, String owner, UUID account, UUID contact, UUID opportunity) {
    String path() {
      return "/api/opportunities/" + opportunity;
    }
  }
}
