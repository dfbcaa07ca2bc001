package org.leadflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that are not as they must be: refused by name, at once, and nothing is stored. */
class WrongFieldsTests extends AtTheDoor {

  @ParameterizedTest
  @ValueSource(strings = {"favouriteColour", "Subject", "lastname", "__proto__", "class", ""})
  void aFieldNobodyKnowsIsNamed(String field) {
    assertNames(submitted(aLead(field, "x")), 400, "unreadable", field);
  }

  /** What the product alone writes, as its answers and its tables call it. */
  static List<String> serverOwned() {
    return List.of(
        "leadId",
        "id",
        "version",
        "stateCode",
        "statusCode",
        "stateCodeLabel",
        "closingComment",
        "ownerId",
        "ownerIdType",
        "ownerUser",
        "ownerTeam",
        "owningBusinessUnit",
        "owningPartner",
        "intakeChannel",
        "fullName",
        "score",
        "grade",
        "assignmentVersion",
        "routingHops",
        "lastDecisionId",
        "qualifyingOpportunityId",
        "assignedOn",
        "firstRespondedOn",
        "slaDueOn",
        "createdOn",
        "createdBy",
        "modifiedOn",
        "modifiedBy",
        "trailLength",
        "trailHash",
        "labels",
        "fields");
  }

  @ParameterizedTest
  @MethodSource("serverOwned")
  void whatTheProductOwnsCannotBeSentIn(String field) {
    for (Object value : new Object[] {1, "kenji", true, List.of(), Map.of("subject", "x")}) {
      assertNames(submitted(aLead(field, value)), 400, "unreadable", field);
    }
  }

  @Test
  void whatTheProductOwnsCannotBeChangedEither() {
    UUID lead = sent(aLead());
    taskOf(lead, "UserTask_TriageLead");
    Call.Answer before = call("admin", "GET", "/api/leads/" + lead).send();
    for (String field : serverOwned()) {
      String sentBefore = before.json().path(field).asText("kenji");
      for (Object value : new Object[] {1, sentBefore, "kenji"}) {
        assertNames(changed(lead, before, Map.of(field, value)), 400, "unreadable", field);
      }
      Call.Answer emptied = changed(lead, before, "{\"" + field + "\": null}");
      assertNames(emptied, 400, "unreadable", field);
    }
    assertThat(call("admin", "GET", "/api/leads/" + lead).send().text()).isEqualTo(before.text());
  }

  private Call.Answer changed(UUID lead, Call.Answer seen, Object changes) {
    return call("admin", "PATCH", "/api/leads/" + lead)
        .json(changes)
        .header("If-Match", seen.header("ETag"))
        .send();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subject|5|text",
        "subject|5.5|text",
        "subject|true|text",
        "subject|[\"a\"]|text",
        "subject|{\"a\":1}|text",
        "telephone1|4971112345|text",
        "numberOfEmployees|\"800\"|whole number",
        "numberOfEmployees|\"many\"|whole number",
        "numberOfEmployees|\"\"|whole number",
        "numberOfEmployees|800.5|whole number",
        "numberOfEmployees|1e3|whole number",
        "numberOfEmployees|true|whole number",
        "numberOfEmployees|[800]|whole number",
        "leadSourceCode|\"Web\"|whole number",
        "leadSourceCode|7.9|whole number",
        "revenue|\"1000\"|number",
        "revenue|\"\"|number",
        "revenue|true|number",
        "revenue|\"NaN\"|number",
        "decisionMaker|\"yes\"|true or false",
        "decisionMaker|\"true\"|true or false",
        "decisionMaker|\"\"|true or false",
        "decisionMaker|1|true or false",
        "decisionMaker|0.0|true or false",
        "estimatedCloseDate|\"31.12.2026\"|date",
        "estimatedCloseDate|\"2026-02-30\"|date",
        "estimatedCloseDate|\"2026-01-01T00:00:00Z\"|date",
        "estimatedCloseDate|\"\"|date",
        "estimatedCloseDate|20260131|date",
        "estimatedCloseDate|[2026,1,31]|date",
        "estimatedCloseDate|\"0000-01-01\"|date",
        "estimatedCloseDate|\"1582-10-10\"|date",
        "estimatedCloseDate|\"+10000-01-01\"|date",
        "estimatedCloseDate|\"+999999999-12-31\"|date",
        "estimatedCloseDate|\"-0001-01-01\"|date",
        "consentOn|\"2026-01-01\"|time",
        "consentOn|\"2026-01-01T10:00:00\"|time",
        "consentOn|\"yesterday\"|time",
        "consentOn|1700000000|time",
        "consentOn|\"+1000000000-12-31T23:59:59Z\"|time",
        "consentOn|\"9999-12-31T23:59:59-18:00\"|time",
        "consentOn|\"1583-01-01T00:00:00+18:00\"|time",
        "parentAccountId|\"x\"|UUID",
        "parentAccountId|5|UUID"
      })
  void aValueOfAnotherTypeIsNamedAndSaysWhatItMustBe(String field, String value, String expected) {
    String body = "{\"subject\": \"a\", \"lastName\": \"b\", \"%s\": %s}".formatted(field, value);
    if (field.equals("subject")) {
      body = "{\"lastName\": \"b\", \"subject\": %s}".formatted(value);
    }
    Call.Answer answer = submitted(body);
    assertNames(answer, 400, "unreadable", field);
    assertThat(answer.json().path("errors").path(0).path("message").asText()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "numberOfEmployees|-1",
        "numberOfEmployees|1000001",
        "revenue|-0.01",
        "revenue|0.001",
        "revenue|100000000000000.01",
        "revenue|1e400",
        "revenue|1e1000000000",
        "revenue|1e-1000000000",
        "address1Latitude|90.00001",
        "address1Longitude|-181",
        "address1UtcOffset|2000"
      })
  void aNumberOutOfBoundsIsNamed(String field, String value) {
    String body = "{\"subject\": \"a\", \"lastName\": \"b\", \"%s\": %s}".formatted(field, value);
    assertNames(submitted(body), 422, "invalid", field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999", "1e400"})
  void aNumberBeyondAllBoundsIsNamed(String value) {
    Call.Answer answer =
        submitted(
            "{\"subject\": \"a\", \"lastName\": \"b\", \"numberOfEmployees\": " + value + "}");
    assertNames(answer, 400, "unreadable", "numberOfEmployees");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"subject\": null, \"lastName\": null}",
        "{\"subject\": \" \", \"lastName\": \"\"}"
      })
  void allThatIsMissingIsNamedAtOnce(String body) {
    assertNames(submitted(body), 422, "invalid", "lastName", "subject");
  }

  @Test
  void allThatIsTooLongIsNamedAtOnceAndNothingIsCut() {
    Map<String, Integer> longest =
        Map.of("subject", 300, "lastName", 50, "companyName", 100, "description", 2000);
    Map<String, Object> fits = aLead();
    Map<String, Object> tooLong = aLead();
    longest.forEach((field, length) -> fits.put(field, "ü".repeat(length)));
    longest.forEach((field, length) -> tooLong.put(field, "ü".repeat(length + 1)));

    assertNames(
        submitted(tooLong), 422, "invalid", "companyName", "description", "lastName", "subject");
    UUID lead = sent(fits);
    taskOf(lead, "UserTask_TriageLead");
    longest.forEach(
        (field, length) -> assertThat(lead(lead).text(field)).isEqualTo("ü".repeat(length)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "plain",
        "a@b",
        "@company.example",
        "ann@",
        "ann@@company.example",
        "ann@company..example",
        "ann smith@company.example",
        " ann@company.example ",
        "ann@company.example, bob@company.example",
        "<ann@company.example>",
        "ann@company.example\nBcc: all@company.example",
        "ann@no-such-top-level"
      })
  void whatIsNoMailAddressIsNamed(String address) {
    assertNames(submitted(aLead("emailAddress1", address)), 422, "invalid", "emailAddress1");
  }

  @Test
  void anUnknownOptionIsNamedWithItsChoices() {
    Call.Answer answer = submitted(aLead("leadQualityCode", 0, "leadSourceCode", 99));
    assertNames(answer, 422, "invalid", "leadQualityCode", "leadSourceCode");
    assertThat(answer.text()).contains("1 Hot, 2 Warm, 3 Cold").contains("8 Web");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "eur", "EURO", "E", "ZZZ", "€"})
  void whatIsNoCurrencyIsNamed(String currency) {
    Call.Answer answer = submitted(aLead("transactionCurrencyId", currency));
    assertNames(answer, 422, "invalid", "transactionCurrencyId");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "x\\udc00", "\\udc00\\ud800"})
  void whatNoDatabaseCanStoreIsNamed(String escaped) {
    for (String field : new String[] {"subject", "description", "utmSource"}) {
      List<String> others = new ArrayList<>(List.of("\"lastName\": \"b\""));
      if (!field.equals("subject")) {
        others.add("\"subject\": \"a\"");
      }
      others.add("\"" + field + "\": \"" + escaped + "\"");
      Call.Answer answer = submitted("{" + String.join(", ", others) + "}");
      assertNames(answer, 422, "invalid", field);
    }
  }

  @Test
  void nothingOfWhatIsRefusedIsStored() {
    int before = count("lead");
    submitted(aLead("score", 100));
    submitted(aLead("emailAddress1", "nobody"));
    submitted(Map.of("subject", "a"));
    assertThat(count("lead")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "assign|{}|422|invalid|ownerId,ownerIdType",
        "assign|{\"ownerId\":\"anna\",\"ownerIdType\":\"person\"}|422|invalid|ownerIdType",
        "assign|{\"ownerId\":\"nobody\",\"ownerIdType\":\"user\"}|422|invalid|ownerId",
        "assign|{\"ownerId\":\"anna\",\"ownerIdType\":\"team\"}|422|invalid|ownerId",
        "assign|{\"ownerId\":\"a\\u0000b\",\"ownerIdType\":\"user\"}|422|invalid|ownerId",
        "assign|{\"ownerId\":\"\\ud800\",\"ownerIdType\":\"user\"}|422|invalid|ownerId",
        "assign|{\"ownerId\":5,\"ownerIdType\":\"user\"}|400|unreadable|ownerId",
        "assign|{\"ownerId\":\"anna\",\"ownerIdType\":\"user\",\"x\":1}|400|unreadable|x",
        "disqualify|{}|422|invalid|statusCode",
        "disqualify|{\"statusCode\":99}|422|invalid-status|statusCode",
        "disqualify|{\"statusCode\":3}|422|invalid-status|statusCode",
        "disqualify|{\"statusCode\":5.7}|400|unreadable|statusCode",
        "disqualify|{\"statusCode\":\"5\"}|400|unreadable|statusCode",
        "disqualify|{\"statusCode\":5,\"comment\":\"\\u0000\"}|422|invalid|comment",
        "qualify|{\"createAccount\":\"no\"}|400|unreadable|createAccount",
        "qualify|{\"accountId\":\"x\"}|400|unreadable|accountId",
        "qualify|{\"opportunityCurrencyId\":\"eur\"}|422|invalid|opportunityCurrencyId",
        "qualify|{\"estimatedCloseDate\":\"+999999999-01-01\"}|400|unreadable|estimatedCloseDate",
        "qualify|{\"stage\":\"CLOSE\"}|400|unreadable|stage"
      })
  void theOtherDoorsOfALeadNameWhatIsWrongToo(
      String door, String body, int status, String code, String fields) {
    UUID lead = sent(aLead());
    taskOf(lead, "UserTask_TriageLead");
    Call.Answer answer = call("admin", "POST", "/api/leads/" + lead + "/" + door).json(body).send();
    assertNames(answer, status, code, fields.split(","));
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Open");
    assertThat(lead(lead).text("ownerId")).isEqualTo("triage");
  }

  @Test
  void anOwnersNameOfAnyLengthIsRefused() {
    UUID lead = sent(aLead());
    taskOf(lead, "UserTask_TriageLead");
    Call.Answer answer =
        call("admin", "POST", "/api/leads/" + lead + "/assign")
            .json(Map.of("ownerId", "x".repeat(5000), "ownerIdType", "user"))
            .send();
    assertNames(answer, 422, "invalid", "ownerId");
    assertThat(answer.text()).hasSizeLessThan(600);
  }
}
