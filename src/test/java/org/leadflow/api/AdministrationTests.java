package org.leadflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.organization.OrganizationChanges;
import org.leadflow.organization.PeopleChanges;
import org.leadflow.organization.Role;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;
import org.springframework.beans.factory.annotation.Autowired;

/** The doors of the administration: what they do, and to whom they stay shut. */
class AdministrationTests extends AtTheDoor {

  private static final String ORGANIZATION = "/api/organization";

  /** In units of their own, so that nobody else's leads come near them. */
  private static final List<String> PEOPLE = List.of("nina", "nils", "noah", "nele", "nora");

  @Autowired OrganizationChanges changes;
  @Autowired PeopleChanges people;

  @BeforeEach
  void aUnitWithAManagerANamedManagerAndASeller() {
    if (call("admin", "GET", ORGANIZATION + "/units/nordics").send().status() == 404) {
      call("admin", "POST", ORGANIZATION + "/units")
          .json(Map.of("id", "nordics", "name", "Nordics", "parentId", "emea"))
          .send();
    }
    changes.save(new Team("nordic-sales", "Nordic sales", "nordics", null));
    changes.save(new Team("baltic-sales", "Baltic sales", "nordics", null));
    person("nina", Role.MANAGER);
    person("nils", Role.SELLER);
    person("noah", Role.SELLER);
    person("nele", Role.SELLER);
    person("nora", Role.OPERATOR);
    changes.join("noah", "nordic-sales");
    changes.join("nele", "baltic-sales");
    people.name("nils", "nordic-sales");
  }

  @Test
  void everyDoorIsShutToWhoeverHasNoBusinessThere() {
    String absence = absenceOf("noah", "2090-01-01");
    var wrong = new ArrayList<String>();
    // door, body; answers to a stranger, a seller, a named manager, a manager, an operator, an
    // administrator
    expect(wrong, "GET /export", null, 401, 403, 403, 403, 403, 200);
    expect(wrong, "POST /import?dryRun=true", "units: []", 401, 403, 403, 403, 403, 200);
    for (String kind : List.of("units", "partners", "teams", "users", "calendars")) {
      expect(wrong, "POST /" + kind, "{}", 401, 403, 403, 403, 403, 422);
      expect(wrong, "PATCH /" + kind + "/nobody", "{}", 401, 403, 403, 403, 403, 404);
    }
    expect(wrong, "DELETE /calendars/nobody", null, 401, 403, 403, 403, 403, 404);
    expect(wrong, "PUT /users/noah/password", "{}", 401, 403, 403, 403, 403, 422);
    expect(wrong, "PUT /teams/nordic-sales/managers/nils", null, 401, 403, 403, 403, 403, 204);
    expect(wrong, "GET /units/emea", null, 401, 200, 200, 200, 200, 200);
    expect(wrong, "GET /calendars", null, 401, 200, 200, 200, 200, 200);
    expect(wrong, "GET /calendars/berlin-office", null, 401, 200, 200, 200, 200, 200);
    expect(wrong, "GET /teams", null, 401, 200, 200, 200, 200, 200);
    expect(wrong, "GET /users/noah/record", null, 401, 404, 200, 200, 200, 200);
    expect(wrong, "GET /users/anna/record", null, 401, 404, 404, 404, 200, 200);
    expect(wrong, "PUT /users/noah/skills", "{\"skills\": {}}", 401, 404, 403, 200, 200, 200);
    expect(wrong, "PUT /users/anna/skills", "{\"skills\": 1}", 401, 400, 400, 400, 400, 400);
    expect(wrong, "PUT /teams/nordic-sales/members/noah", null, 401, 403, 204, 204, 204, 204);
    expect(wrong, "DELETE /teams/baltic-sales/members/noah", null, 401, 403, 403, 204, 204, 204);
    expect(wrong, "PUT /teams/nordic-sales/members/freja", null, 401, 403, 403, 403, 403, 204);
    expect(wrong, "DELETE /teams/nordic-sales/members/freja", null, 401, 403, 204, 204, 204, 204);
    expect(wrong, "PUT /teams/dach-enterprise/members/anna", null, 401, 403, 403, 403, 204, 204);
    expect(wrong, "GET /absences/" + absence, null, 401, 404, 200, 200, 200, 200);
    expect(wrong, "POST /absences", absent("noah", "2090-01-01"), 401, 404, 422, 422, 422, 422);
    expect(wrong, "POST /absences", absent("anna", "x"), 401, 400, 400, 400, 400, 400);
    assertThat(wrong).isEmpty();
    assertProblem(
        call("nele", "DELETE", ORGANIZATION + "/absences/" + absence).send(), 404, "not-found");
    assertThat(call("noah", "DELETE", ORGANIZATION + "/absences/" + absence).send().status())
        .isEqualTo(204);
  }

  @Test
  void aUserIsCreatedChangedAndSwitchedOffByTheVersionSeen() {
    String id = unlikeAnyOther();
    String path = ORGANIZATION + "/users/" + id;
    Call.Answer created =
        call("admin", "POST", ORGANIZATION + "/users")
            .json(
                Map.of(
                    "id", id,
                    "name", "Olaf Olsen",
                    "email", "olaf@meridian.example",
                    "businessUnitId", "nordics",
                    "roles", List.of("SELLER"),
                    "calendarId", "three-days",
                    "skills", Map.of("language", List.of("no", "en"))))
            .send();
    assertThat(created.status()).as("%s", created).isEqualTo(201);
    assertThat(created.json().at("/skills/language")).hasSize(2);
    assertProblem(
        call("admin", "POST", ORGANIZATION + "/users")
            .json(Map.of("id", id.toUpperCase(), "name", "X", "businessUnitId", "nordics"))
            .send(),
        409,
        "exists");
    assertThat(call(id, "GET", ORGANIZATION).send().status()).isEqualTo(401);
    call("admin", "PUT", path + "/password").json(Map.of("password", PASSWORD)).send();
    assertThat(call(id, "GET", ORGANIZATION).send().status()).isEqualTo(200);

    Call rename = call("admin", "PATCH", path).json(Map.of("name", "Olaf Berg"));
    assertProblem(rename.send(), 428, "version-required");
    Call.Answer renamed = rename.header("If-Match", created.header("ETag")).send();
    assertThat(renamed.status()).as("%s", renamed).isEqualTo(200);
    assertThat(renamed.json().path("name").asText()).isEqualTo("Olaf Berg");
    assertThat(renamed.json().path("calendarId").asText()).isEqualTo("three-days");
    assertProblem(rename.send(), 412, "stale-version");

    assertNames(
        call("admin", "PATCH", path)
            .header("If-Match", renamed.header("ETag"))
            .json(
                "{\"businessUnitId\": \"nowhere\", \"calendarId\": \"never\", \"skills\": {\"ü\": [\"x\"]}}")
            .send(),
        422,
        "invalid",
        "businessUnitId",
        "calendarId",
        "skills.ü");

    Call.Answer off =
        call("admin", "PATCH", path)
            .header("If-Match", renamed.header("ETag"))
            .json(Map.of("active", false))
            .send();
    assertThat(off.status()).as("%s", off).isEqualTo(200);
    assertThat(off.json().path("active").asBoolean()).isFalse();
    assertThat(off.json().has("left")).isTrue();
    assertThat(call(id, "GET", ORGANIZATION).send().status()).isEqualTo(401);
    Call.Answer admin = call("admin", "GET", ORGANIZATION + "/users/admin/record").send();
    assertProblem(
        call("admin", "PATCH", ORGANIZATION + "/users/admin")
            .header("If-Match", admin.header("ETag"))
            .json(Map.of("active", false))
            .send(),
        409,
        "own-access");
  }

  @Test
  void everyMistakeInACalendarIsNamed() {
    Map<String, Object> good =
        Map.of(
            "id", unlikeAnyOther(),
            "name", "Night shift",
            "timeZone", "Europe/Berlin",
            "holidays", "de-by",
            "hours", Map.of("mon-sun", List.of("22:00-24:00", "00:00-06:00")));
    Call.Answer created = call("admin", "POST", ORGANIZATION + "/calendars").json(good).send();
    assertThat(created.status()).as("%s", created).isEqualTo(201);
    String path = ORGANIZATION + "/calendars/" + good.get("id");
    String seen = created.header("ETag");

    Map<String, String> corpus =
        Map.ofEntries(
            Map.entry("{\"timeZone\": \"Berlin\"}", "timeZone"),
            Map.entry("{\"timeZone\": \"+01:00\"}", "timeZone"),
            Map.entry("{\"timeZone\": null}", "timeZone"),
            Map.entry("{\"name\": \" \"}", "name"),
            Map.entry("{\"holidays\": \"de-zz\"}", "holidays"),
            Map.entry("{\"holidays\": \"\"}", "holidays"),
            Map.entry("{\"hours\": {}}", "hours"),
            Map.entry("{\"hours\": {\"mon\": []}}", "hours"),
            Map.entry("{\"hours\": {\"mon\": [\"17:00-09:00\"]}}", "hours"),
            Map.entry("{\"hours\": {\"mon\": [\"09:00-09:00\"]}}", "hours"),
            Map.entry("{\"hours\": {\"mon\": [\"09:00-25:00\"]}}", "hours"),
            Map.entry("{\"hours\": {\"mon\": [\"9-17\"]}}", "hours"),
            Map.entry("{\"hours\": {\"mon\": [\"09:00-12:00\", \"11:00-13:00\"]}}", "hours"),
            Map.entry(
                "{\"hours\": {\"mon-fri\": [\"09:00-12:00\"], \"fri\": [\"11:59-13:00\"]}}",
                "hours"),
            Map.entry("{\"hours\": {\"fri-mon\": [\"09:00-12:00\"]}}", "hours"),
            Map.entry("{\"hours\": {\"someday\": [\"09:00-12:00\"]}}", "hours"),
            Map.entry("{\"daysOff\": [\"2026-02-30\"]}", "daysOff"),
            Map.entry("{\"daysOff\": [\"Christmas\"]}", "daysOff"),
            Map.entry("{\"daysOff\": [null]}", "daysOff"),
            Map.entry("{\"hours\": {\"mon\": [null]}}", "hours"));
    corpus.forEach(
        (mistake, field) ->
            assertNames(
                call("admin", "PATCH", path).header("If-Match", seen).json(mistake).send(),
                422,
                "invalid",
                field));
    assertProblem(
        call("admin", "PATCH", path).header("If-Match", seen).json("{\"zone\": \"UTC\"}").send(),
        400,
        "unreadable");
    assertProblem(
        call("admin", "PATCH", path).header("If-Match", seen).json("{\"hours\": 9}").send(),
        400,
        "unreadable");
    JsonNode kept = call("admin", "GET", path).send().json();
    assertThat(kept.at("/hours/mon-sun/0").asText()).isEqualTo("00:00-06:00");
    assertThat(call("admin", "DELETE", path).send().status()).isEqualTo(204);
    assertProblem(
        call("admin", "DELETE", ORGANIZATION + "/calendars/berlin-office").send(), 409, "in-use");
  }

  @Test
  void everyMistakeInAnAbsenceIsNamed() {
    assertMistake("{}", "from", "until");
    assertMistake("{\"from\": \"2091-01-02\", \"until\": \"2091-01-01\"}", "until");
    assertMistake("{\"from\": \"2020-01-01\", \"until\": \"2020-01-02\"}", "until");
    assertMistake("{\"from\": \"2091-01-01\", \"until\": \"2099-01-01\"}", "until");
    assertMistake(
        "{\"from\": \"2091-01-01\", \"until\": \"2091-01-01\", \"substituteId\": \"noah\"}",
        "substituteId");
    assertMistake(
        "{\"from\": \"2091-01-01\", \"until\": \"2091-01-01\", \"substituteId\": \"no body\"}",
        "substituteId");
    assertMistake(
        "{\"from\": \"2091-01-01\", \"until\": \"2091-01-01\", \"reason\": \"a\\u0000b\"}",
        "reason");
    assertProblem(
        call("noah", "POST", ORGANIZATION + "/absences")
            .json("{\"from\": \"tomorrow\", \"until\": \"2091-01-01\"}")
            .send(),
        400,
        "unreadable");
  }

  @Test
  void aSellerSeesHisOwnAbsencesAndAManagerThoseOfHisPeople() {
    String mine = absenceOf("noah", "2092-05-01");
    String theirs = absenceOf("nele", "2092-05-01");
    String list = ORGANIZATION + "/absences?from=2092-05-01&until=2092-05-01";

    assertThat(ids(call("noah", "GET", list).send())).containsExactly(mine);
    assertThat(ids(call("nils", "GET", list).send())).containsExactly(mine);
    assertThat(ids(call("nina", "GET", list).send())).containsExactlyInAnyOrder(mine, theirs);
    assertThat(ids(call("admin", "GET", list + "&teamId=baltic-sales").send()))
        .containsExactly(theirs);
    assertThat(ids(call("james", "GET", list).send())).isEmpty();
    for (String id : List.of(mine, theirs)) {
      assertThat(call("nina", "DELETE", ORGANIZATION + "/absences/" + id).send().status())
          .isEqualTo(204);
    }
    assertThat(ids(call("nina", "GET", list).send())).isEmpty();
    assertThat(ids(call("nina", "GET", list + "&canceled=true").send())).hasSize(2);
  }

  @Test
  void unitsStayOneTreeAndTeamsHaveNoReservedNames() {
    Call.Answer nordics = call("admin", "GET", ORGANIZATION + "/units/nordics").send();
    Call.Answer emea = call("admin", "GET", ORGANIZATION + "/units/emea").send();
    Call.Answer root = call("admin", "GET", ORGANIZATION + "/units/meridian").send();
    assertNames(
        call("admin", "PATCH", ORGANIZATION + "/units/emea")
            .header("If-Match", emea.header("ETag"))
            .json(Map.of("parentId", "nordics"))
            .send(),
        422,
        "invalid",
        "parentId");
    assertNames(
        call("admin", "PATCH", ORGANIZATION + "/units/meridian")
            .header("If-Match", root.header("ETag"))
            .json(Map.of("parentId", "nordics"))
            .send(),
        422,
        "invalid",
        "parentId");
    Call.Answer renamed =
        call("admin", "PATCH", ORGANIZATION + "/units/nordics")
            .header("If-Match", nordics.header("ETag"))
            .json("{\"name\": \"Nordic countries\", \"calendarId\": \"berlin-office\"}")
            .send();
    assertThat(renamed.json().path("calendarId").asText()).isEqualTo("berlin-office");
    for (String id : List.of("camunda-admin", "sellers", "a b", "")) {
      assertNames(
          call("admin", "POST", ORGANIZATION + "/teams")
              .json(Map.of("id", id, "name", "X", "businessUnitId", "nordics"))
              .send(),
          422,
          "invalid",
          "id");
    }
  }

  @Test
  void aFileIsTriedThenImported() {
    String exported = call("admin", "GET", ORGANIZATION + "/export").send().text();
    assertThat(exported).contains("id: nordic-sales").doesNotContain("bcrypt", PASSWORD);
    assertThat(imported(exported, "?dryRun=true").json().path("changes")).isEmpty();
    String changed = exported.replace("name: Baltic sales", "name: Baltic states");

    Call.Answer trial = imported(changed, "?dryRun=true");
    assertThat(trial.json().at("/changes/0/change").asText())
        .isEqualTo("name: 'Baltic sales' becomes 'Baltic states'");
    assertThat(trial.json().path("imported").asBoolean()).isFalse();
    assertThat(imported(changed, "").json().path("imported").asBoolean()).isTrue();
    JsonNode team = call("nele", "GET", ORGANIZATION + "/teams/baltic-sales").send().json();
    assertThat(team.path("name").asText()).isEqualTo("Baltic states");

    Call.Answer rejected = imported("units: [{ id: a, name: A }, { id: b, name: B }]", "");
    assertProblem(rejected, 422, "file-rejected");
    assertThat(imported("units: &a [*a]", "?dryRun=true").json().path("findings")).isNotEmpty();
  }

  private Call.Answer imported(String yaml, String query) {
    return call("admin", "POST", ORGANIZATION + "/import" + query)
        .raw(yaml.getBytes(StandardCharsets.UTF_8))
        .header("Content-Type", "application/yaml")
        .send();
  }

  private void expect(List<String> wrong, String door, String body, int... statuses) {
    String method = door.substring(0, door.indexOf(' '));
    String path = ORGANIZATION + door.substring(door.indexOf(' ') + 1);
    String[] users = {null, "james", "nils", "nina", "nora", "admin"};
    for (int place = 0; place < users.length; place++) {
      Call call = call(method, path);
      if (users[place] != null) {
        call.login(users[place], PASSWORD);
      }
      if (body != null) {
        call.json(body);
      }
      if (path.contains("/import")) {
        call.header("Content-Type", "application/yaml");
      }
      if (method.equals("PATCH")) {
        call.header("If-Match", "\"0\"");
      }
      int status = call.send().status();
      if (status != statuses[place]) {
        wrong.add(door + " as " + users[place] + " answers " + status + ", not " + statuses[place]);
      }
    }
  }

  private void assertMistake(String absence, String... fields) {
    assertNames(
        call("noah", "POST", ORGANIZATION + "/absences").json(absence).send(),
        422,
        "invalid",
        fields);
  }

  private String absenceOf(String user, String day) {
    Call.Answer entered =
        call(user, "POST", ORGANIZATION + "/absences").json(absent(user, day)).send();
    assertThat(entered.status()).as("%s", entered).isEqualTo(201);
    return entered.json().path("absenceId").asText();
  }

  private static String absent(String user, String day) {
    return "{\"userId\": \"%s\", \"from\": \"%s\", \"until\": \"%s\"}".formatted(user, day, day);
  }

  private static List<String> ids(Call.Answer page) {
    assertThat(page.status()).as("%s", page).isEqualTo(200);
    return page.json().path("items").findValuesAsText("absenceId");
  }

  private void person(String id, Role role) {
    assertThat(PEOPLE).contains(id);
    changes.save(new User(id, id, id + "@meridian.example", "nordics", null, Set.of(role), true));
    changes.setPassword(id, PASSWORD);
  }
}
