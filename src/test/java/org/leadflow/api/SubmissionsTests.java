package org.leadflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A submission counts once, however often, at once or by whom it is sent. */
class SubmissionsTests extends AtTheDoor {

  @Test
  void anAcceptedLeadIsAnsweredWithItsAddressAndVersion() {
    Call.Answer answer = submitted(aLead());
    assertThat(answer.status()).isEqualTo(201);
    String id = answer.json().path("leadId").asText();
    assertThat(answer.header("Location")).isEqualTo("/api/leads/" + id);
    assertThat(answer.header("ETag")).isEqualTo("W/\"0\"");
    taskOf(UUID.fromString(id), "UserTask_TriageLead");
  }

  @Test
  void theSameSubmissionAtOnceIsOneLead() throws Exception {
    Map<String, Object> submission = aLead("sourceSystem", "fair", "sourceKey", newKey());
    int senders = 8;
    ExecutorService all = Executors.newFixedThreadPool(senders);
    Callable<Call.Answer> send = () -> submitted(submission);
    List<Call.Answer> answers = new ArrayList<>();
    for (Future<Call.Answer> sent : all.invokeAll(Collections.nCopies(senders, send))) {
      answers.add(sent.get());
    }
    all.shutdown();

    assertThat(answers.stream().map(Call.Answer::status)).containsOnly(200, 201);
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    assertThat(answers.stream().map(answer -> answer.json().path("leadId").asText()).distinct())
        .hasSize(1);
    taskOf(UUID.fromString(answers.get(0).json().path("leadId").asText()), "UserTask_TriageLead");
  }

  @Test
  void withoutAKeyEverySubmissionIsALead() {
    UUID first = sent(aLead());
    UUID second = sent(aLead());
    assertThat(first).isNotEqualTo(second);
    taskOf(first, "UserTask_TriageLead");
    taskOf(second, "UserTask_TriageLead");
  }

  @Test
  void whoSendsAnothersKeySeesNothingOfTheLead() {
    Map<String, Object> submission =
        aGermanLead("sourceSystem", "fair", "sourceKey", newKey(), "description", "A secret");
    UUID lead = sent(submission);
    ownerOf(lead);

    Call.Answer answer =
        call("kenji", "POST", "/api/leads")
            .json(
                aLead(
                    "sourceSystem",
                    "fair",
                    "sourceKey",
                    submission.get("sourceKey"),
                    "lastName",
                    "X"))
            .send();

    assertProblem(answer, 409, "known-submission");
    assertThat(answer.text()).doesNotContain("secret", lead.toString());
    assertThat(answer.header("Location") + answer.header("ETag")).isEmpty();
    assertThat(lead(lead).text("lastName")).isEqualTo(submission.get("lastName"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      nullValues = "null",
      value = {
        "null|42|sourceSystem",
        "fair|null|sourceKey",
        "''|''|sourceSystem,sourceKey",
        "fair|''|sourceKey",
        "' '|42|sourceSystem",
        "''|42|sourceSystem"
      })
  void aKeyThatNamesNoSubmissionIsRefused(String system, String key, String fields) {
    Map<String, Object> lead = new HashMap<>(aLead());
    lead.put("sourceSystem", system);
    lead.put("sourceKey", key);
    assertNames(submitted(lead), 422, "invalid", fields.split(","));
  }

  @Test
  void aLeadKeepsTheSubmissionItCameWith() {
    String known = newKey();
    sent(aLead("sourceSystem", "fair", "sourceKey", known));
    UUID lead = sent(aLead("sourceSystem", "fair", "sourceKey", newKey()));
    taskOf(lead, "UserTask_TriageLead");
    for (String key : new String[] {known, newKey(), "", null}) {
      Map<String, Object> change = new HashMap<>();
      change.put("sourceKey", key);
      Call.Answer answer =
          call("admin", "PATCH", "/api/leads/" + lead)
              .json(change)
              .header("If-Match", lead(lead).etag())
              .send();
      assertNames(answer, 422, "invalid", "sourceKey");
    }
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }
}
