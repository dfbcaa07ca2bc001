package org.leadflow.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.dao.DataAccessException;

/** Opportunities through the API, from the stage they begin at to their end. */
abstract class OpportunityTests extends WholeWay {

  private UUID lead;
  private String owner;
  private UUID opportunity;
  private String path;

  @BeforeEach
  void anOpportunityAtDevelop() {
    lead = sent(aGermanLead());
    owner = ownerOf(lead);
    Api.Answer qualified =
        as(owner).post("/api/leads/" + lead + "/qualify", Map.of("opportunityCurrencyId", "EUR"));
    assertThat(qualified.status()).as("%s", qualified.body()).isEqualTo(200);
    opportunity =
        UUID.fromString(qualified.body().get("createdEntities").findValuesAsText("id").get(2));
    path = "/api/opportunities/" + opportunity;
  }

  @Test
  void itGoesThroughItsStagesAndIsWonAtTheLast() {
    Api.Answer proposed = as(owner).post(path + "/advance", "");
    assertThat(proposed.status()).as("%s", proposed.body()).isEqualTo(200);
    assertThat(proposed.text("stage")).isEqualTo("PROPOSE");
    taskOf(opportunity, "UserTask_ProposeSolution");
    assertThat(as(owner).post(path + "/advance", "").text("stage")).isEqualTo("CLOSE");
    taskOf(opportunity, "UserTask_CloseOpportunity");
    assertThat(as(owner).post(path + "/advance", "").text("code")).isEqualTo("last-stage");

    Api.Answer won =
        as(owner).post(path + "/win", Map.of("actualAmount", 45500.5, "comment", "At last"));

    assertThat(won.status()).as("%s", won.body()).isEqualTo(200);
    assertThat(won.text("stateCode")).isEqualTo("1");
    assertThat(won.text("statusCode")).isEqualTo("3");
    assertThat(won.text("actualAmount")).isEqualTo("45500.5");
    assertThat(won.text("closingComment")).isEqualTo("At last");
    assertThat(won.text("originatingLeadId")).isEqualTo(lead.toString());
    assertThat(won.text("leadSourceCode")).isEqualTo("7");
    assertThat(won.etag()).isEqualTo("W/\"" + won.text("version") + "\"");
    assertThat(nobodyPursues()).isTrue();
    assertThat(trail())
        .containsExactly(
            "WON CLOSE CLOSE " + owner,
            "ADVANCED PROPOSE CLOSE " + owner,
            "ADVANCED DEVELOP PROPOSE " + owner,
            "OPENED null DEVELOP " + owner);
  }

  @Test
  void itIsClosedAtAnyStageAndItsProcessEndsInOrder() {
    Api.Answer won = as(owner).post(path + "/win", Map.of("actualAmount", 0));

    assertThat(won.status()).as("%s", won.body()).isEqualTo(200);
    assertThat(won.text("stage")).isEqualTo("DEVELOP");
    assertThat(nobodyPursues()).isTrue();
    assertThat(endedAt()).containsExactly("EndEvent_OpportunityWon");
    assertThat(trail().get(0)).isEqualTo("WON DEVELOP DEVELOP " + owner);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5})
  void itIsLostForOneOfTwoReasons(int reason) {
    as(owner).post(path + "/advance", "");

    Api.Answer lost = as(owner).post(path + "/lose", Map.of("statusCode", reason));

    assertThat(lost.status()).as("%s", lost.body()).isEqualTo(200);
    assertThat(lost.text("stateCode")).isEqualTo("2");
    assertThat(lost.text("statusCode")).isEqualTo(String.valueOf(reason));
    assertThat(lost.text("actualAmount")).isNull();
    assertThat(endedAt()).containsExactly("EndEvent_OpportunityLost");
  }

  @Test
  void aClosedOneStaysAsItIs() {
    Api.Answer won = as(owner).post(path + "/win", Map.of("actualAmount", 1));

    for (Api.Answer late :
        List.of(
            as(owner).post(path + "/win", Map.of("actualAmount", 2)),
            as(owner).post(path + "/lose", Map.of("statusCode", 4)),
            as(owner).post(path + "/advance", ""),
            as(owner).patch(path, won.etag(), Map.of("name", "New")))) {
      assertThat(late.status()).as("%s", late.body()).isEqualTo(409);
      assertThat(late.text("code")).isEqualTo("opportunity-closed");
    }
    assertThat(as(owner).get(path).body()).isEqualTo(won.body());
  }

  @Test
  void whatIsWrongWithAnAnswerIsNamedAndNothingHappens() {
    assertFaulty("/win", "{}", "actualAmount");
    assertFaulty("/win", "{\"actualAmount\": -1}", "actualAmount");
    assertFaulty("/win", "{\"actualAmount\": 1.005}", "actualAmount");
    assertFaulty("/win", "{\"actualAmount\": 1000000000001}", "actualAmount");
    assertFaulty(
        "/win", "{\"actualAmount\": -1, \"comment\": \"a\\u0000\"}", "actualAmount", "comment");
    assertFaulty("/lose", "{}", "statusCode");
    assertFaulty("/lose", "{\"statusCode\": 3}", "statusCode");
    assertFaulty("/lose", "{\"statusCode\": 6}", "statusCode");
    assertThat(as(owner).post(path + "/win", "{\"amount\": 1}").status()).isEqualTo(400);
    assertThat(as(owner).get(path).text("stateCode")).isEqualTo("0");
    taskOf(opportunity, "UserTask_DevelopOpportunity");
  }

  @Test
  void itsFieldsAreChangedByWhoeverHasSeenThem() {
    Api.Answer read = as(owner).get(path);
    assertThat(read.etag()).isNotNull();
    Map<String, Object> changes = new HashMap<>();
    changes.put("name", "Three sites and a fourth");
    changes.put("estimatedAmount", 48000);
    changes.put("estimatedCloseDate", "2027-03-31");
    changes.put("budgetStatus", 2);
    changes.put("description", null);

    Api.Answer changed = as(owner).patch(path, read.etag(), changes);

    assertThat(changed.status()).as("%s", changed.body()).isEqualTo(200);
    assertThat(changed.text("name")).isEqualTo("Three sites and a fourth");
    assertThat(changed.body().path("estimatedAmount").decimalValue()).isEqualByComparingTo("48000");
    assertThat(as(owner).patch(path, read.etag(), changes).status()).isEqualTo(412);
    assertThat(as(owner).patch(path, null, changes).status()).isEqualTo(428);
    changes.put("estimatedAmount", 48000.00);
    assertThat(as(owner).patch(path, changed.etag(), changes).etag()).isEqualTo(changed.etag());
    assertThat(trail().get(0)).isEqualTo("CHANGED DEVELOP DEVELOP " + owner);
    assertThat(
            jdbc.sql(
                    "SELECT details FROM opportunity_audit WHERE opportunity_id = ? AND action = 'CHANGED'")
                .param(opportunity)
                .query(String.class)
                .single())
        .isEqualTo(
            "name, estimatedAmount:  → 48000, estimatedCloseDate:  → 2027-03-31, budgetStatus:  → 2");
  }

  @Test
  void allThatIsWrongInAChangeIsNamed() {
    String etag = as(owner).get(path).etag();
    Map<String, Object> wrong = new HashMap<>();
    wrong.put("name", " ");
    wrong.put("estimatedAmount", -1);
    wrong.put("need", 4);

    Api.Answer refused = as(owner).patch(path, etag, wrong);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.faultyFields()).containsExactlyInAnyOrder("name", "estimatedAmount", "need");
    assertThat(as(owner).patch(path, etag, Map.of("estimatedCloseDate", "+10000-01-01")).status())
        .isIn(400, 422);
    for (String fixed : List.of("stage", "stateCode", "originatingLeadId", "ownerUser")) {
      assertThat(as(owner).patch(path, etag, Map.of(fixed, "x")).status()).isEqualTo(400);
    }
    assertThat(as(owner).get(path).etag()).isEqualTo(etag);
  }

  @Test
  void onlyWhoMayWriteItDoes() {
    for (String step : List.of("/advance", "/win", "/lose")) {
      Object body =
          step.equals("/win")
              ? Map.of("actualAmount", 1)
              : step.equals("/lose") ? Map.of("statusCode", 4) : "";
      assertThat(as("kenji").post(path + step, body).status()).as(step).isEqualTo(404);
      assertThat(as("website").post(path + step, body).status()).as(step).isEqualTo(403);
    }
    assertThat(as("kenji").patch(path, null, Map.of("name", "x")).status()).isEqualTo(404);
    assertThat(as("lena").post(path + "/advance", "").status()).isEqualTo(200);
    assertThat(as(owner).get(path).text("stage")).isEqualTo("PROPOSE");
  }

  @Test
  void theListTellsWhatStandsWhere() {
    as(owner).post(path + "/advance", "");
    String mine = "?originatingLeadId=" + lead;

    assertThat(listed(mine)).containsExactly(opportunity.toString());
    assertThat(listed(mine + "&stateCode=0&stage=PROPOSE")).hasSize(1);
    assertThat(listed(mine + "&stage=CLOSE")).isEmpty();
    assertThat(listed(mine + "&stateCode=1")).isEmpty();
    assertThat(listed("?originatingLeadId=" + UUID.randomUUID())).isEmpty();
    assertThat(as(owner).get("/api/opportunities?stage=Nowhere").status()).isEqualTo(400);
    assertThat(as("kenji").get("/api/opportunities" + mine).body().get("items")).isEmpty();
  }

  @Test
  void oneOfTwoWhoCloseItAtOnceLoses() throws Exception {
    var pool = Executors.newFixedThreadPool(2);
    for (int round = 0; round < 5; round++) {
      anOpportunityAtDevelop();
      var start = new CyclicBarrier(2);
      List<Callable<Integer>> both =
          List.of(
              () -> {
                start.await();
                return as(owner).post(path + "/win", Map.of("actualAmount", 1)).status();
              },
              () -> {
                start.await();
                return as("lena").post(path + "/lose", Map.of("statusCode", 5)).status();
              });
      List<Integer> answers = pool.invokeAll(both).stream().map(OpportunityTests::answer).toList();

      assertThat(answers).containsOnlyOnce(200).containsOnlyOnce(409);
      assertThat(trail().stream().filter(line -> line.matches("(WON|LOST) .*"))).hasSize(1);
      assertThat(endedAt()).hasSize(1);
    }
    pool.shutdown();
  }

  @Test
  void itsTrailIsOnItsTimelineAndNobodyRewritesIt() {
    as(owner).post(path + "/lose", Map.of("statusCode", 4, "comment", "Secret words"));

    JsonNode items = as(owner).get(path + "/timeline").body().get("items");
    assertThat(items.findValuesAsText("what")).contains("OPENED", "LOST");
    assertThat(
            jdbc.sql("SELECT details FROM opportunity_audit WHERE opportunity_id = ?")
                .param(opportunity)
                .query(String.class)
                .list())
        .doesNotContain("Secret words");
    for (String tampering :
        List.of(
            "UPDATE opportunity_audit SET actor = 'x' WHERE opportunity_id = ?",
            "DELETE FROM opportunity_audit WHERE opportunity_id = ?")) {
      assertThatThrownBy(() -> jdbc.sql(tampering).param(opportunity).update())
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("append-only");
    }
  }

  private void assertFaulty(String step, String body, String... fields) {
    Api.Answer refused = as(owner).post(path + step, body);
    assertThat(refused.status()).as("%s %s", body, refused.body()).isEqualTo(422);
    assertThat(refused.faultyFields()).containsExactlyInAnyOrder(fields);
  }

  private List<String> listed(String query) {
    return as(owner)
        .get("/api/opportunities" + query)
        .body()
        .get("items")
        .findValuesAsText("opportunityId");
  }

  private List<String> trail() {
    return jdbc.sql(
            "SELECT action, from_stage, stage, actor FROM opportunity_audit WHERE opportunity_id = ? ORDER BY seq DESC")
        .param(opportunity)
        .query(
            (row, number) ->
                row.getString(1)
                    + " "
                    + row.getString(2)
                    + " "
                    + row.getString(3)
                    + " "
                    + row.getString(4))
        .list();
  }

  private boolean nobodyPursues() {
    return jdbc.sql("SELECT count(*) FROM act_ru_execution WHERE business_key_ = ?")
            .param(opportunity.toString())
            .query(Integer.class)
            .single()
        == 0;
  }

  private List<String> endedAt() {
    return jdbc.sql(
            """
            SELECT a.act_id_ FROM act_hi_actinst a JOIN act_hi_procinst p ON p.proc_inst_id_ = a.proc_inst_id_
            WHERE p.business_key_ = ? AND a.act_type_ = 'noneEndEvent'
            """)
        .param(opportunity.toString())
        .query(String.class)
        .list();
  }

  private static Integer answer(Future<Integer> call) {
    try {
      return call.get();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
