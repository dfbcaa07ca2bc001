package org.leadflow.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.test.context.TestPropertySource;

/**
 * A closed lead is opened again, with everything on it, and goes on where it belongs.
 *
 * <p>Has a context of its own: Tasklist serves the engine that was started last, so tests of
 * Tasklist must not come back to a context that is older than one on another database.
 */
@TestPropertySource(properties = "leadflow.process.starters=3")
abstract class ReactivationTests extends WholeWay {

  @Test
  void aDisqualifiedLeadGoesOnWithItsOwnerForTheReasonItHad() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    as(owner).post(path(lead, "contacted"), Map.of());
    String score = lead(lead).text("score");
    as(owner)
        .post(path(lead, "disqualify"), Map.of("statusCode", 5, "comment", "The number is dead"));
    int decisions = as(owner).get(path(lead, "decisions")).body().size();

    Api.Answer open = reactivate(owner, lead);

    assertThat(open.status()).as("%s", open.body()).isEqualTo(200);
    assertThat(open.text("stateCodeLabel")).isEqualTo("Open");
    assertThat(open.text("statusCodeLabel")).isEqualTo("Contacted");
    assertThat(open.etag()).isEqualTo(lead(lead).etag());
    assertThat(open.text("closingComment")).isNull();
    assertThat(ownerOf(lead)).isEqualTo(owner);
    assertThat(lead(lead).text("score")).isEqualTo(score);
    assertThat(Instant.parse(lead(lead).text("slaDueOn"))).isAfter(Instant.now());
    assertThat(as(owner).get(path(lead, "decisions")).body()).hasSize(decisions);
    assertThat(actions(lead)).startsWith("REACTIVATED", "DISQUALIFIED", "CONTACTED");
    assertThat(lifecyclesOf(lead)).isEqualTo(1);
  }

  @Test
  void aLeadThatWasNeverContactedIsNewAgain() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    as(owner).post(path(lead, "disqualify"), Map.of("statusCode", 4));

    assertThat(reactivate(owner, lead).text("statusCodeLabel")).isEqualTo("New");
    ownerOf(lead);
  }

  @Test
  void theWordsOfEachClosingStay() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    as(owner).post(path(lead, "disqualify"), Map.of("statusCode", 5, "comment", "Dead"));
    reactivate(owner, lead);
    as(owner).post(path(lead, "disqualify"), Map.of("statusCode", 4));
    reactivate(owner, lead);
    as(owner).post(path(lead, "disqualify"), Map.of("statusCode", 7, "comment", "They moved"));

    JsonNode closings = as(owner).get(path(lead, "closings")).body();

    assertThat(closings).hasSize(3);
    assertThat(closings.findValuesAsText("statusCode")).containsExactly("7", "4", "5");
    assertThat(closings.get(0).get("comment").asText()).isEqualTo("They moved");
    assertThat(closings.get(1).has("comment")).isFalse();
    assertThat(closings.get(2).get("comment").asText()).isEqualTo("Dead");
    assertThat(closings.get(2).get("closedBy").asText()).isEqualTo(owner);
  }

  @Test
  void aQualifiedLeadKeepsItsLinksAndIsQualifiedAgainWithoutCreatingAnythingTwice() {
    UUID lead = sent(aGermanLead("transactionCurrencyId", "EUR"));
    String owner = ownerOf(lead);
    List<String> created =
        as(owner)
            .post(path(lead, "qualify"), Map.of())
            .body()
            .get("createdEntities")
            .findValuesAsText("id");

    Api.Answer open = reactivate(owner, lead);

    assertThat(open.text("statusCodeLabel")).isEqualTo("New");
    assertThat(open.text("parentAccountId")).isEqualTo(created.get(0));
    assertThat(open.text("parentContactId")).isEqualTo(created.get(1));
    assertThat(open.text("qualifyingOpportunityId")).isEqualTo(created.get(2));
    assertThat(ownerOf(lead)).isEqualTo(owner);
    Api.Answer refused = as(owner).post(path(lead, "disqualify"), Map.of("statusCode", 4));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("opportunity-exists");
    assertThat(refused.text("detail")).contains(created.get(2));

    Api.Answer again = as(owner).post(path(lead, "qualify"), Map.of());

    assertThat(again.status()).as("%s", again.body()).isEqualTo(200);
    assertThat(again.body().get("createdEntities")).isEmpty();
    assertThat(again.body().get("linkedEntities").findValuesAsText("id")).isEqualTo(created);
    assertThat(again.text("stage")).isEqualTo("Develop");
    assertThat(lead(lead).text("qualifyingOpportunityId")).isEqualTo(created.get(2));
    assertThat(lifecyclesOf(lead)).isZero();
  }

  @Test
  void whatWasSkippedTheFirstTimeIsCreatedTheSecond() {
    UUID lead = sent(aGermanLead("companyName", null, "transactionCurrencyId", "EUR"));
    String owner = ownerOf(lead);
    as(owner).post(path(lead, "qualify"), Map.of());
    Api.Answer open = reactivate(owner, lead);
    as(owner).patch("/api/leads/" + lead, open.etag(), Map.of("companyName", "Vogel GmbH"));

    Api.Answer again = as(owner).post(path(lead, "qualify"), Map.of());

    assertThat(again.status()).as("%s", again.body()).isEqualTo(200);
    assertThat(again.body().get("createdEntities").findValuesAsText("entityType"))
        .containsExactly("account");
    assertThat(again.body().get("linkedEntities").findValuesAsText("entityType"))
        .containsExactly("contact", "opportunity");
  }

  @Test
  void aLeadWhoseOwnerIsGoneIsRoutedAnew() {
    UUID lead = sent(aGermanLead());
    ownerOf(lead);
    as("admin").post(path(lead, "assign"), Map.of("ownerId", "marie", "ownerIdType", "user"));
    as("admin").post(path(lead, "disqualify"), Map.of("statusCode", 6));
    jdbc.sql("UPDATE app_user SET active = FALSE WHERE id = 'marie'").update();
    try {
      assertThat(reactivate("admin", lead).status()).isEqualTo(200);
    } finally {
      jdbc.sql("UPDATE app_user SET active = TRUE WHERE id = 'marie'").update();
    }

    assertThat(ownerOf(lead)).isIn("anna", "kim", "jonas");
    assertThat(actions(lead))
        .startsWith("ASSIGNED", "ASSIGNED", "REACTIVATED", "DISQUALIFIED")
        .containsOnlyOnce("SCORED");
    assertThat(lifecyclesOf(lead)).isEqualTo(1);
  }

  @Test
  void aLeadThatWasScreenedOutIsRoutedWithoutBeingScreenedOutAgain() {
    UUID lead = sent(aGermanLead("subject", "test test", "firstName", "test", "lastName", "test"));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(lead(lead).text("statusCodeLabel")).isEqualTo("Unsolicited"));

    assertThat(reactivate("lena", lead).status()).isEqualTo(200);

    assertThat(ownerOf(lead)).isIn("anna", "kim", "jonas");
    assertThat(lead(lead).text("statusCodeLabel")).isEqualTo("New");
  }

  @Test
  void whoMayNotChangeALeadMayNotReactivateIt() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    as(owner).post(path(lead, "disqualify"), Map.of("statusCode", 4));

    assertThat(reactivate("olivia", lead).status()).isEqualTo(404);
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Disqualified");
  }

  @Test
  void anOpenLeadIsNotReactivated() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);

    Api.Answer answer = reactivate(owner, lead);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("code")).isEqualTo("lead-open");
    assertThat(actions(lead)).doesNotContain("REACTIVATED");
  }

  @Test
  void oneOfTwoWhoReactivateAtOnceWins() throws Exception {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    as(owner).post(path(lead, "disqualify"), Map.of("statusCode", 4));
    ExecutorService both = Executors.newFixedThreadPool(2);

    Callable<Integer> wish = () -> reactivate(owner, lead).status();
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : both.invokeAll(List.of(wish, wish))) {
      statuses.add(answer.get());
    }
    both.shutdown();

    assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    assertThat(lifecyclesOf(lead)).isEqualTo(1);
  }

  private Api.Answer reactivate(String user, UUID lead) {
    return as(user).post(path(lead, "reactivate"), Map.of());
  }

  private static String path(UUID lead, String what) {
    return "/api/leads/" + lead + "/" + what;
  }

  private List<String> actions(UUID lead) {
    return as("admin").get(path(lead, "trail")).body().findValuesAsText("action");
  }

  private int lifecyclesOf(UUID lead) {
    return jdbc.sql(
            """
            SELECT count(*) FROM act_ru_execution WHERE business_key_ = ? AND parent_id_ IS NULL
              AND super_exec_ IS NULL
            """)
        .param(lead.toString())
        .query(Integer.class)
        .single();
  }
}
