package org.leadflow.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.test.context.TestPropertySource;

/** A closed lead is read-only at every door until it is reactivated. */
@TestPropertySource(properties = "leadflow.process.starters=3")
class ClosedLeadTests extends WholeWay {

  /** How it was closed. */
  record Closed(String how, Map<String, Object> request) {}

  /** A door that would write to it. */
  record Door(String path, Map<String, Object> request) {}

  static Stream<Closed> closings() {
    return Stream.of(
        new Closed("qualify", Map.of()),
        new Closed("disqualify", Map.of("statusCode", 4, "comment", "No budget")));
  }

  @ParameterizedTest
  @MethodSource("closings")
  void noDoorWritesToAClosedLead(Closed closed) {
    UUID lead = sent(aGermanLead("transactionCurrencyId", "EUR"));
    ownerOf(lead);
    as("admin").post("/api/leads/" + lead + "/" + closed.how(), closed.request());
    Api.Answer before = lead(lead);
    assertThat(before.text("stateCode")).isNotEqualTo("0");

    Stream.of(
            new Door("contacted", Map.of()),
            new Door("wait", Map.of("until", "2099-01-01")),
            new Door("hand-back", Map.of()),
            new Door("qualify", Map.of("opportunityCurrencyId", "EUR")),
            new Door("disqualify", Map.of("statusCode", 4)),
            new Door("disqualify", Map.of("statusCode", 5)),
            new Door("disqualify", Map.of("statusCode", 100000000)))
        .forEach(
            door ->
                refused(
                    door.toString(),
                    as("admin").post("/api/leads/" + lead + "/" + door.path(), door.request())));
    refused(
        "change",
        as("admin").patch("/api/leads/" + lead, before.etag(), Map.of("jobTitle", "CEO")));

    assertThat(lead(lead).body()).isEqualTo(before.body());
    assertThat(tasksOf(lead)).as("tasks that Tasklist could complete").isZero();
  }

  @ParameterizedTest
  @MethodSource("closings")
  void aStateIsNoFieldThatCouldBeWritten(Closed closed) {
    UUID lead = sent(aGermanLead("transactionCurrencyId", "EUR"));
    ownerOf(lead);
    as("admin").post("/api/leads/" + lead + "/" + closed.how(), closed.request());
    Api.Answer before = lead(lead);

    Api.Answer open =
        as("admin")
            .patch("/api/leads/" + lead, before.etag(), Map.of("stateCode", 0, "statusCode", 1));

    assertThat(open.status()).isEqualTo(400);
    assertThat(lead(lead).body()).isEqualTo(before.body());
  }

  private static void refused(String door, Api.Answer answer) {
    assertThat(answer.status()).as("%s: %s", door, answer.body()).isEqualTo(409);
    assertThat(answer.text("code")).as(door).isEqualTo("lead-closed");
  }

  private int tasksOf(UUID lead) {
    return jdbc.sql(
            """
            SELECT count(*) FROM act_ru_task t JOIN act_ru_execution e ON e.id_ = t.proc_inst_id_
            WHERE e.business_key_ = ?
            """)
        .param(lead.toString())
        .query(Integer.class)
        .single();
  }
}
