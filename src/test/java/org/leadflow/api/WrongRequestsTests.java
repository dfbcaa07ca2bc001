package org.leadflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are wrong before their body is looked at. */
class WrongRequestsTests extends AtTheDoor {

  @ParameterizedTest
  @ValueSource(strings = {"leads", "accounts", "contacts", "opportunities"})
  void anUnknownIdIsNotFound(String records) {
    String path = "/api/" + records + "/" + UUID.randomUUID();
    assertProblem(call("admin", "GET", path).send(), 404, "not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "leads,leadId",
    "accounts,accountId",
    "contacts,contactId",
    "opportunities,opportunityId"
  })
  void anIdThatIsNoneIsNamed(String records, String name) {
    Call.Answer answer = call("admin", "GET", "/api/" + records + "/not-an-id").send();
    assertNames(answer, 400, "unreadable", name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/",
        "/api/nothing-there",
        "/api/leads/",
        "/api/leads/x/y/z",
        "/api/organization/users/nobody",
        "/api/organization/teams/none"
      })
  void whereNothingIsNothingIsFound(String path) {
    assertProblem(call("admin", "GET", path).send(), 404, "not-found");
    Call.Answer asBrowser = call("admin", "GET", path).header("Accept", "text/html").send();
    assertProblem(asBrowser, 404, "not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,/api/leads",
    "PATCH,/api/leads",
    "DELETE,/api/leads",
    "PUT,/api/leads/018f0000-0000-7000-8000-000000000000",
    "POST,/api/leads/018f0000-0000-7000-8000-000000000000",
    "GET,/api/leads/018f0000-0000-7000-8000-000000000000/qualify",
    "DELETE,/api/accounts",
    "POST,/api/organization"
  })
  void aMethodThePathDoesNotKnowIsRefusedAndTheOthersAreTold(String method, String path) {
    Call.Answer answer = call("admin", method, path).json("{}").send();
    assertProblem(answer, 405, "method-not-allowed");
    assertThat(answer.header("Allow")).isNotBlank().doesNotContain(method);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/yaml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=b",
        "application/octet-stream",
        "nonsense",
        "application/json;charset=none-such"
      })
  void onlyJsonIsRead(String mediaType) {
    Call.Answer answer =
        call("website", "POST", "/api/leads")
            .raw("{\"subject\": \"a\", \"lastName\": \"b\"}")
            .header("Content-Type", mediaType)
            .send();
    assertProblem(answer, 415, "unsupported-media-type");
  }

  @Test
  void anUploadThatCannotBeTakenApartIsTheClientsFault() {
    Call.Answer answer =
        call("website", "POST", "/api/leads")
            .raw("x")
            .header("Content-Type", "multipart/form-data")
            .send();
    assertProblem(answer, 400, "unreadable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", "text/html", "application/yaml", "nonsense"})
  void whoAcceptsNothingWeHaveIsToldSoInAProblem(String accepted) {
    Call.Answer answer = call("admin", "GET", "/api/leads").header("Accept", accepted).send();
    assertProblem(answer, 406, "not-acceptable");
  }

  @ParameterizedTest
  @CsvSource({"page=-1,page", "size=0,size", "size=-5,size", "size=201,size"})
  void aPageOutOfRangeIsNamed(String query, String parameter) {
    for (String records : new String[] {"leads", "accounts", "contacts", "opportunities"}) {
      Call.Answer answer = call("admin", "GET", "/api/" + records + "?" + query).send();
      assertNames(answer, 422, "invalid", parameter);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "page=first,page",
    "page=99999999999,page",
    "size=1.5,size",
    "stateCode=open,stateCode",
    "leadSourceCode=x,leadSourceCode"
  })
  void aParameterThatIsNoNumberIsNamed(String query, String parameter) {
    Call.Answer answer = call("admin", "GET", "/api/leads?" + query).send();
    assertNames(answer, 400, "unreadable", parameter);
    assertThat(answer.text()).contains("whole number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ownerId=%00", "ownerId=a%20b", "owningBusinessUnit=%27%20or%201=1"})
  void aParameterThatCanBeNoIdIsNamed(String query) {
    Call.Answer answer = call("admin", "GET", "/api/leads?" + query).send();
    assertNames(answer, 422, "invalid", query.substring(0, query.indexOf('=')));
  }

  @Test
  void aPageBehindTheLastIsEmpty() {
    Call.Answer answer = call("admin", "GET", "/api/leads?page=2147483647&size=200").send();
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.json().get("items")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/leads;x=1", "/api//leads", "/api/./leads", "/api/leads/%0a"})
  void whatTheFirewallStopsIsAProblemToo(String path) {
    assertProblem(call("admin", "GET", path).send(), 400, "unreadable");
  }
}
