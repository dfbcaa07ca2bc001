package org.leadflow.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Visitor;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;

/**
 * Two who want different things with one lead at the same instant. Who comes second is told so; no
 * answer is a failure of the server, and what is stored is what was answered.
 */
abstract class RivalsTests extends WholeWay {

  private static final int ROUNDS = 8;
  private static final Map<String, Object> NOTHING = Map.of();
  private static final Map<String, Object> NO_BUDGET = Map.of("statusCode", 4);
  private static final Map<String, Object> TO_MARIE =
      Map.of("ownerId", "marie", "ownerIdType", "user");

  private UUID routed(Object... changes) {
    UUID lead = sent(aGermanLead(changes));
    ownerOf(lead);
    return lead;
  }

  private Api.Answer act(UUID lead, String what, Map<String, ?> body) {
    return as("admin").post("/api/leads/" + lead + "/" + what, body);
  }

  /** What qualifying the lead created, by its type. */
  private String made(UUID lead, String type, Map<String, ?> request) {
    Api.Answer answer = act(lead, "qualify", request);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    for (var entity : answer.body().get("createdEntities")) {
      if (entity.get("entityType").asText().equals(type)) {
        return entity.get("id").asText();
      }
    }
    throw new AssertionError("no " + type + " in " + answer.body());
  }

  /** Both at the same instant; answers what each was answered. */
  private Both atOnce(Callable<Api.Answer> one, Callable<Api.Answer> other) throws Exception {
    var start = new CyclicBarrier(2);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      Future<Api.Answer> first = both.submit(() -> afterwards(start, one));
      Future<Api.Answer> second = both.submit(() -> afterwards(start, other));
      var answers = new Both(first.get(), second.get());
      assertThat(List.of(answers.one().status(), answers.other().status()))
          .as("%s%n%s", answers.one().body(), answers.other().body())
          .isSubsetOf(200, 201, 204, 404, 409, 412, 422);
      return answers;
    } finally {
      both.shutdown();
    }
  }

  private static Api.Answer afterwards(CyclicBarrier start, Callable<Api.Answer> request)
      throws Exception {
    start.await();
    return request.call();
  }

  private String stateOf(UUID lead) {
    return lead(lead).text("stateCodeLabel");
  }

  @Test
  void ofTwoWhoQualifyOneCreates() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID lead = routed();
      int accounts = count("account");
      int contacts = count("contact");
      int opportunities = count("opportunity");

      Both answers =
          atOnce(() -> act(lead, "qualify", NOTHING), () -> act(lead, "qualify", NOTHING));

      assertThat(answers.wins()).isOne();
      assertThat(count("account")).isEqualTo(accounts + 1);
      assertThat(count("contact")).isEqualTo(contacts + 1);
      assertThat(count("opportunity")).isEqualTo(opportunities + 1);
    }
  }

  @Test
  void aLeadIsQualifiedOrDisqualifiedAndNeverBoth() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID lead = routed();
      int opportunities = count("opportunity");

      Both answers =
          atOnce(() -> act(lead, "qualify", NOTHING), () -> act(lead, "disqualify", NO_BUDGET));

      assertThat(answers.wins()).isOne();
      boolean qualified = answers.one().status() == 200;
      assertThat(stateOf(lead)).isEqualTo(qualified ? "Qualified" : "Disqualified");
      assertThat(count("opportunity")).isEqualTo(opportunities + (qualified ? 1 : 0));
    }
  }

  @Test
  void whoLosesTheLeadWhileQualifyingItDoesNotQualifyItAndItsRecordsHaveOneOwner()
      throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID lead = routed();
      String owner = lead(lead).text("ownerId");

      Both answers =
          atOnce(
              () -> as(owner).post("/api/leads/" + lead + "/qualify", NOTHING),
              () -> act(lead, "assign", TO_MARIE));

      assertThat(answers.wins()).isPositive();
      assertThat(stateOf(lead)).isEqualTo(answers.one().status() == 200 ? "Qualified" : "Open");
      assertThat(lead(lead).text("ownerId"))
          .isEqualTo(answers.other().status() == 200 ? "marie" : owner);
      if (answers.one().status() == 200) {
        String opportunity = lead(lead).text("qualifyingOpportunityId");
        assertThat(as("admin").get("/api/opportunities/" + opportunity).text("ownerUser"))
            .isEqualTo(owner);
      }
    }
  }

  @Test
  void aLeadIsSentAgainWhileItsMergeIsTakenBackAndBothAreDone() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID master = routed();
      Map<String, Object> sent =
          aGermanLead("sourceSystem", "rivals", "sourceKey", unlikeAnyOther());
      UUID merged = sent(sent);
      ownerOf(merged);
      assertThat(act(master, "merge", Map.of("leadId", merged)).status()).isEqualTo(200);
      sent.put("doNotEmail", true);

      Both answers =
          atOnce(
              () -> as("website").post("/api/leads", sent), () -> act(merged, "unmerge", NOTHING));

      assertThat(answers.wins()).isEqualTo(2);
      assertThat(lead(merged).text("doNotEmail")).isEqualTo("true");
      ownerOf(merged);
    }
  }

  @Test
  void aConversionIsTakenBackOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID lead = routed();
      act(lead, "qualify", NOTHING);

      Both answers =
          atOnce(
              () -> act(lead, "undo-qualification", NOTHING),
              () -> act(lead, "undo-qualification", NOTHING));

      assertThat(answers.wins()).isOne();
      assertThat(stateOf(lead)).isEqualTo("Open");
    }
  }

  @Test
  void aConversionIsTakenBackOrTheLeadReactivatedAndNeverBoth() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID lead = routed();
      String account = made(lead, "account", NOTHING);

      Both answers =
          atOnce(
              () -> act(lead, "undo-qualification", NOTHING),
              () -> act(lead, "reactivate", NOTHING));

      assertThat(answers.wins()).isOne();
      assertThat(stateOf(lead)).isEqualTo("Open");
      assertThat(as("admin").get("/api/accounts/" + account).status())
          .isEqualTo(answers.one().status() == 200 ? 404 : 200);
    }
  }

  @Test
  void anAccountIsChangedOrTakenBackAndNeverBoth() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID lead = routed();
      String path = "/api/accounts/" + made(lead, "account", NOTHING);
      String etag = as("admin").get(path).etag();

      Both answers =
          atOnce(
              () -> act(lead, "undo-qualification", NOTHING),
              () -> as("admin").patch(path, etag, Map.of("telephone1", "1")));

      assertThat(answers.wins()).isOne();
      assertThat(as("admin").get(path).status())
          .isEqualTo(answers.one().status() == 200 ? 404 : 200);
      assertThat(stateOf(lead)).isEqualTo(answers.one().status() == 200 ? "Open" : "Qualified");
    }
  }

  @Test
  void anOpportunityMovesOnOrIsTakenBackAndNeverBoth() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID lead = routed();
      UUID opportunity = UUID.fromString(made(lead, "opportunity", NOTHING));
      String path = "/api/opportunities/" + opportunity;
      taskOf(opportunity, "UserTask_DevelopOpportunity");

      Both answers =
          atOnce(
              () -> act(lead, "undo-qualification", NOTHING),
              () -> as("admin").post(path + "/advance", NOTHING));

      assertThat(answers.wins()).isOne();
      assertThat(as("admin").get(path).status())
          .isEqualTo(answers.one().status() == 200 ? 404 : 200);
    }
  }

  @Test
  void whatIsWrittenOnAnOpportunityIsThereOrTheOpportunityIsNot() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID lead = routed();
      String opportunity = made(lead, "opportunity", NOTHING);
      String path = "/api/opportunities/" + opportunity;

      Both answers =
          atOnce(
              () -> act(lead, "undo-qualification", NOTHING),
              () -> as("admin").post(path + "/notes", Map.of("text", "Came between")));

      assertThat(answers.wins()).isPositive();
      if (answers.other().status() == 201) {
        assertThat(as("admin").get(path + "/notes").text("total"))
            .as("%s%n%s", answers.one().body(), answers.other().body())
            .isEqualTo("1");
      }
    }
  }

  @Test
  void anAccountGetsAnotherLeadOrIsTakenBackAndNeverBoth() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID lead = routed();
      String account = made(lead, "account", NOTHING);
      UUID other = routed();

      Both answers =
          atOnce(
              () -> act(lead, "undo-qualification", NOTHING),
              () -> act(other, "qualify", Map.of("accountId", account)));

      assertThat(answers.wins()).isOne();
      assertThat(stateOf(other)).isEqualTo(answers.other().status() == 200 ? "Qualified" : "Open");
    }
  }

  @Test
  void whoeverRefersToACustomerAsHeIsTakenBackIsFirstOrIsTold() throws Exception {
    UUID other = routed();
    for (int round = 0; round < ROUNDS; round++) {
      UUID lead = routed();
      List<String> made =
          act(lead, "qualify", NOTHING).body().get("createdEntities").findValuesAsText("id");
      String account = made.get(0);
      String contact = made.get(1);
      List<Callable<Api.Answer>> doors =
          List.of(
              () -> as("admin").put("/api/leads/" + other + "/accounts/" + account, NOTHING),
              () -> act(other, "stakeholders", Map.of("contactId", contact)),
              () ->
                  as("admin")
                      .post(
                          "/api/contacts", Map.of("lastName", "Late", "parentAccountId", account)));

      Both answers =
          atOnce(() -> act(lead, "undo-qualification", NOTHING), doors.get(round % doors.size()));

      assertThat(answers.wins()).isOne();
    }
  }

  @Test
  void aLeadJoinsAnOpportunityOrTheOpportunityIsLostFirst() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String opportunity = made(routed(), "opportunity", NOTHING);
      UUID second = routed("estimatedAmount", 48000, "transactionCurrencyId", "EUR");
      taskOf(UUID.fromString(opportunity), "UserTask_DevelopOpportunity");

      Both answers =
          atOnce(
              () -> act(second, "qualify", Map.of("opportunityId", opportunity)),
              () ->
                  as("admin")
                      .post(
                          "/api/opportunities/" + opportunity + "/lose", Map.of("statusCode", 4)));

      assertThat(answers.wins()).isPositive();
      assertThat(stateOf(second)).isEqualTo(answers.one().status() == 200 ? "Qualified" : "Open");
    }
  }

  @Test
  void aLeadIsDeletedOrQualifiedAndNeverBoth() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID lead = routed();
      int accounts = count("account");

      Both answers =
          atOnce(
              () -> act(lead, "qualify", NOTHING), () -> as("admin").delete("/api/leads/" + lead));

      assertThat(answers.wins()).isOne();
      if (answers.other().status() == 204) {
        gone(lead);
        assertThat(count("account")).isEqualTo(accounts);
      }
    }
  }

  @Test
  void aLeadIsDeletedOrReactivatedWithItsTask() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID lead = routed();
      act(lead, "disqualify", NO_BUDGET);

      Both answers =
          atOnce(
              () -> act(lead, "reactivate", NOTHING),
              () -> as("admin").delete("/api/leads/" + lead));

      assertThat(answers.wins()).isPositive();
      if (answers.other().status() == 204) {
        gone(lead);
        assertThat(lead(lead).status()).isEqualTo(404);
      } else {
        assertThat(ownerOf(lead)).isNotBlank();
      }
    }
  }

  @Test
  void aLeadGoesBackToTheDeskOrIsQualifiedAndNeverBoth() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID lead = routed();

      Both answers =
          atOnce(() -> act(lead, "qualify", NOTHING), () -> act(lead, "hand-back", NOTHING));

      assertThat(answers.wins()).isOne();
      assertThat(stateOf(lead)).isEqualTo(answers.one().status() == 200 ? "Qualified" : "Open");
    }
  }

  @Test
  void anAnswerInTasklistAndOneThroughTheApiAreOneAnswer() throws Exception {
    for (int round = 0; round < ROUNDS / 2; round++) {
      UUID lead = routed();
      Visitor tasklist = tasklistOf(lead(lead).text("ownerId"));
      String form =
          "/camunda/api/engine/engine/default/task/"
              + taskOf(lead, "UserTask_WorkLead")
              + "/submit-form";

      Both answers =
          atOnce(
              () -> {
                // 400 when the answer is refused, 403 when the task it was for is gone
                int status =
                    tasklist
                        .post(form, "{\"variables\": {\"answer\": {\"value\": \"qualified\"}}}")
                        .statusCode();
                return new Api.Answer(
                    status == 400 || status == 403 ? 409 : status, NullNode.getInstance(), null);
              },
              () -> act(lead, "disqualify", NO_BUDGET));

      assertThat(answers.wins()).isOne();
      assertThat(stateOf(lead))
          .isEqualTo(answers.one().status() == 204 ? "Qualified" : "Disqualified");
    }
  }

  @Test
  void ofTwoBulksOverTheSameLeadsEachLeadIsQualifiedOnce() throws Exception {
    List<UUID> leads = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      leads.add(routed());
    }
    List<UUID> backwards = new ArrayList<>(leads);
    Collections.reverse(backwards);
    int opportunities = count("opportunity");

    Both answers =
        atOnce(
            () -> as("admin").post("/api/leads/bulk/qualify", Map.of("leadIds", leads)),
            () -> as("admin").post("/api/leads/bulk/qualify", Map.of("leadIds", backwards)));

    List<String> outcomes = answers.one().body().get("results").findValuesAsText("outcome");
    outcomes.addAll(answers.other().body().get("results").findValuesAsText("outcome"));
    assertThat(outcomes.stream().filter("qualified"::equals)).hasSize(6);
    assertThat(count("opportunity")).isEqualTo(opportunities + 6);
  }

  /** What two at once were answered. */
  private record Both(Api.Answer one, Api.Answer other) {

    long wins() {
      return List.of(one, other).stream().filter(answer -> answer.status() < 300).count();
    }
  }
}
