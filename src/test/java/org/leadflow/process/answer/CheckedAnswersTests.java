package org.leadflow.process.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/** The lead desk looks once more before a lead is closed: a form of a designer, without a block. */
class CheckedAnswersTests extends WholeWay {

  private static final Path EXAMPLE = Path.of("src/test/resources/example");
  private static final String WORK_LEAD = "UserTask_WorkLead";
  private static final String REVIEW_LEAD = "UserTask_ReviewLead";

  /** More to ask for, of every kind. */
  private static final String MORE =
      """
      "components": [
        {"type": "number", "id": "Number_Calls", "key": "calls", "label": "Calls made",
         "validate": {"min": 1, "max": 9}},
        {"type": "textfield", "id": "Textfield_Ticket", "key": "ticket", "label": "Ticket",
         "validate": {"minLength": 4, "maxLength": 8, "pattern": "^T-"}},
        {"type": "checkbox", "id": "Checkbox_Told", "key": "told", "label": "Told the owner"},
        {"type": "datetime", "subtype": "date", "id": "Datetime_Seen", "key": "seenOn", "dateLabel": "Seen on"},
        {"type": "group", "id": "Group_More", "conditional": {"hide": "=reviewAnswer = \\"close\\""},
         "components": [
          {"type": "textfield", "id": "Textfield_Next", "key": "next", "label": "Who is next?",
           "validate": {"required": true}}]},
      """;

  @Autowired RepositoryService repository;
  @Autowired TaskService tasks;
  @Autowired ObjectMapper json;
  private String deployment;

  @AfterEach
  void removeWhatWasDeployed() {
    repository.deleteDeployment(deployment, true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"submit-form", "complete"})
  void anAnswerThatTheFormDoesNotOfferIsRefusedAtEveryDoor(String door) throws IOException {
    deployed(diagram(), review(), workLead());
    UUID lead = reviewed();

    assertRefused(
        sent(lead, REVIEW_LEAD, "lena", door, "{\"reviewAnswer\": {\"value\": \"lost\"}}"),
        "\"Is there really no business?\": reviewAnswer must be one of close, handBack.");
    assertRefused(
        sent(lead, REVIEW_LEAD, "lena", door, "{}"),
        "\"Is there really no business?\": reviewAnswer must be filled.");
    assertRefused(
        sent(lead, REVIEW_LEAD, "lena", door, "{\"reviewAnswer\": {\"value\": null}}"),
        "reviewAnswer must be filled.");

    var right = sent(lead, REVIEW_LEAD, "lena", door, "{\"reviewAnswer\": {\"value\": \"close\"}}");
    assertThat(right.statusCode()).as(right.body()).isEqualTo(204);
    assertThat(lead(lead).body().path("stateCode").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          calls;  0;                           "Calls made": calls must not be less than 1.
          calls;  10;                          "Calls made": calls must not be more than 9.
          calls;  "many";                      "Calls made": calls must be a number.
          ticket; "T-1";                       "Ticket": ticket must have at least 4 characters.
          ticket; "T-1234567";                 "Ticket": ticket must not be longer than 8 characters.
          ticket; "X-123";                     "Ticket": ticket must look like ^T-.
          told;   "perhaps";                   "Told the owner": told must be true or false.
          seenOn; "yesterday";                 "Seen on": seenOn must be a date such as 2026-12-24.
          """)
  void eachFieldIsCheckedAsTheFormSays(String field, String value, String sentence)
      throws IOException {
    deployed(diagram(), review().replace("\"components\": [", MORE), workLead());
    UUID lead = reviewed();
    String answer =
        "{\"reviewAnswer\": {\"value\": \"close\"}, \"%s\": {\"value\": %s}}"
            .formatted(field, value);

    assertRefused(sent(lead, REVIEW_LEAD, "lena", "submit-form", answer), sentence);
  }

  @Test
  void whatIsRightGoesThroughAndWhatMayBeHiddenNeedNotBeFilled() throws IOException {
    deployed(diagram(), review().replace("\"components\": [", MORE), workLead());
    UUID lead = reviewed();

    var answer =
        sent(
            lead,
            REVIEW_LEAD,
            "lena",
            "submit-form",
            """
            {"reviewAnswer": {"value": "close"}, "calls": {"value": "3"}, "ticket": {"value": "T-123"},
             "told": {"value": false}, "seenOn": {"value": "2026-12-24"}}
            """);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  @Test
  void aFieldThatADesignerAddedToOurFormIsCheckedAndTheApiIsNotAskedForIt() throws IOException {
    String asking =
        workLead()
            .replaceFirst(
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"Textfield_Ticket\","
                    + " \"key\": \"ticket\", \"label\": \"Ticket\", \"validate\": {\"required\": true}},");
    deployed(diagram(), review(), asking);
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);

    assertRefused(
        sent(
            lead,
            WORK_LEAD,
            owner,
            "submit-form",
            "{\"answer\": {\"value\": \"disqualified\"}, \"statusReason\": {\"value\": 4}}"),
        "\"Ticket\": ticket must be filled.");

    var api = as("admin").post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 4));
    assertThat(api.status()).as("%s", api.body()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"submit-form", "complete"})
  void anAnswerForWhichNoLineIsDrawnIsToldInWordsAndTheTaskStays(String door) throws IOException {
    deployed(diagram(), review().replace("\"handBack\"", "\"later\""), workLead());
    UUID lead = reviewed();

    var answer =
        sent(lead, REVIEW_LEAD, "lena", door, "{\"reviewAnswer\": {\"value\": \"later\"}}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(json.readTree(answer.body()).path("message").asText())
        .endsWith(
            "The process lead-qualification has no way on for this answer to \"Review lead\":"
                + " exclusiveGateway \"No business?\" (Gateway_ReviewAnswer) has no line for it."
                + " A designer has to mend it; the task stays as it was.");
    taskOf(lead, REVIEW_LEAD);
  }

  @Test
  void soIsALineThatAsksForWhatNobodyAnswered() throws IOException {
    deployed(diagram(), review().replace("\"required\": true", "\"required\": false"), workLead());
    UUID lead = reviewed();

    var answer = sent(lead, REVIEW_LEAD, "lena", "submit-form", "{}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(json.readTree(answer.body()).path("message").asText())
        .contains(
            "exclusiveGateway \"No business?\" (Gateway_ReviewAnswer) asks for"
                + " ${reviewAnswer == 'close'}, of which nothing is known");
    taskOf(lead, REVIEW_LEAD);
  }

  @Test
  void theApiIsToldTheSame() throws IOException {
    deployed(
        diagram().replace("answer == 'disqualified'", "answer == 'gone'"), review(), workLead());
    UUID lead = sent(aGermanLead());
    ownerOf(lead);

    var answer = as("admin").post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 4));

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(409);
    assertThat(answer.text("code")).isEqualTo("no-way-on");
    assertThat(answer.text("detail")).contains("(Gateway_Answer) has no line for it");
    assertThat(lead(lead).body().path("stateCode").asInt()).isZero();
    taskOf(lead, WORK_LEAD);
  }

  private void deployed(String diagram, String review, String workLead) {
    deployment =
        repository
            .createDeployment()
            .addString("lead-qualification.bpmn", diagram)
            .addString("review-lead.form", review)
            .addString("work-lead.form", workLead)
            .deploy()
            .getId();
  }

  private static String diagram() throws IOException {
    return Files.readString(EXAMPLE.resolve("lead-qualification.bpmn"));
  }

  private static String review() throws IOException {
    return Files.readString(EXAMPLE.resolve("review-lead.form"));
  }

  private static String workLead() throws IOException {
    return Files.readString(Path.of("processes/work-lead.form"));
  }

  private UUID reviewed() {
    UUID lead = sent(aGermanLead());
    ownerOf(lead);
    as("admin").post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 4));
    taskOf(lead, REVIEW_LEAD);
    return lead;
  }

  private HttpResponse<String> sent(
      UUID lead, String element, String user, String door, String variables) {
    return tasklistOf(user)
        .post(
            "/camunda/api/engine/engine/default/task/" + taskOf(lead, element) + "/" + door,
            "{\"variables\": " + variables + "}");
  }

  private void assertRefused(HttpResponse<String> answer, String sentence) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(json.readTree(answer.body()).path("message").asText()).contains(sentence);
  }
}
