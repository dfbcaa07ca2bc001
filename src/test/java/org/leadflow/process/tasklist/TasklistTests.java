package org.leadflow.process.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leadflow.access.People;
import org.leadflow.access.RunningLeadflow;
import org.leadflow.access.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a seller finds in Tasklist after the one login, asked the way Tasklist asks. */
@RunningLeadflow
class TasklistTests {

  private static final String REST = "/camunda/api/engine/engine/default";

  @LocalServerPort int port;
  @Autowired TaskService tasks;
  @Autowired FilterService filters;
  @Autowired ShippedFilters shipped;
  @Autowired ObjectMapper json;

  private final List<String> taskIds = new ArrayList<>();

  @AfterEach
  void forgetTasks() {
    tasks.deleteTasks(taskIds, true);
  }

  @Test
  void theOneLoginOpensTasklist() throws IOException {
    var anna = new Visitor(port);
    anna.logIn("anna", People.PASSWORD);
    assertThat(anna.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    JsonNode who = json.readTree(anna.getJson("/camunda/api/admin/auth/user/default").body());
    assertThat(who.get("userId").asText()).isEqualTo("anna");
    assertThat(who.get("authorizedApps")).extracting(JsonNode::asText).contains("tasklist");
    assertThat(who.get("authorizedApps"))
        .extracting(JsonNode::asText)
        .doesNotContain("cockpit", "admin");
  }

  @Test
  void whoLogsInNextIsNotWhoWasThereBefore() throws IOException {
    Visitor visitor = Visitor.loggedIn(port, "otto");
    visitor.logIn("anna", People.PASSWORD);
    assertThat(visitor.getJson("/camunda/api/admin/auth/user/default").body())
        .doesNotContain("otto");
    visitor.get("/camunda/app/tasklist/default/");
    assertThat(
            json.readTree(visitor.getJson("/camunda/api/admin/auth/user/default").body())
                .get("userId")
                .asText())
        .isEqualTo("anna");
  }

  @Test
  void threeFiltersAreReadyWithTheColumnsOfALead() throws IOException {
    for (String user : new String[] {"anna", "freja", "mona", "ada"}) {
      JsonNode found =
          json.readTree(
              Visitor.loggedIn(port, user)
                  .getJson(REST + "/filter?resourceType=Task&firstResult=0&maxResults=2000")
                  .body());
      assertThat(found)
          .as(user)
          .extracting(filter -> filter.get("name").asText())
          .containsExactlyInAnyOrder("My leads", "My team's leads", "Offered to me");
      for (JsonNode filter : found) {
        assertThat(filter.at("/properties/variables"))
            .extracting(column -> column.get("label").asText())
            .containsExactly("Company", "Score");
      }
    }
  }

  @Test
  void whereTasklistWouldAskForALoginItComesToOurs() {
    Visitor anna = Visitor.loggedIn(port, "anna");
    for (String app : new String[] {"tasklist", "welcome"}) {
      var script = anna.get("/camunda/app/" + app + "/scripts/config.js");
      assertThat(script.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/javascript");
      assertThat(script.body())
          .contains("export default {", "location.replace", "availableLocales: ['en', 'de']");
      assertThat(anna.get("/camunda/app/" + app + "/styles/user-styles.css").body())
          .contains(".ce-eol-banner");
    }
  }

  @Test
  void myLeadsAreThoseAssignedToMe() {
    task("mine", "anna", null, 2);
    task("his", "freja", null, 1);
    assertThat(listed("anna", "My leads")).containsExactly("mine");
  }

  @Test
  void myTeamsLeadsWaitToBeClaimedByOneOfUs() {
    String waiting = task("waiting", null, "emea-inside-sales", 1);
    task("others", null, "nordwind-sales", 1);
    assertThat(listed("anna", "My team's leads")).containsExactly("waiting");
    assertThat(listed("freja", "My team's leads")).containsExactly("others");
    assertThat(listed("mona", "My team's leads")).isEmpty();

    Visitor anna = Visitor.loggedIn(port, "anna");
    assertThat(
            anna.post(REST + "/task/" + waiting + "/claim", "{\"userId\": \"anna\"}").statusCode())
        .isEqualTo(204);
    assertThat(listed("anna", "My team's leads")).isEmpty();
    assertThat(listed("anna", "My leads")).containsExactly("waiting");
  }

  @Test
  void whatIsOfferedToMeOrMyTeamsAndNobodyHasStandsInOneList() {
    String toHer = task("to her", null, null, 2);
    tasks.addCandidateUser(toHer, "anna");
    task("to her team", null, "emea-inside-sales", 1);
    String toHim = task("to him", null, null, 1);
    tasks.addCandidateUser(toHim, "freja");
    String taken = task("taken", "otto", null, 1);
    tasks.addCandidateUser(taken, "anna");

    assertThat(listed("anna", "Offered to me")).containsExactly("to her team", "to her");

    Visitor anna = Visitor.loggedIn(port, "anna");
    assertThat(anna.post(REST + "/task/" + toHer + "/claim", "{\"userId\": \"anna\"}").statusCode())
        .isEqualTo(204);
    assertThat(listed("anna", "Offered to me")).containsExactly("to her team");
  }

  @Test
  void anotherTeamsTaskCannotBeClaimed() {
    String theirs = task("theirs", null, "nordwind-sales", 1);
    Visitor anna = Visitor.loggedIn(port, "anna");
    assertThat(
            anna.post(REST + "/task/" + theirs + "/claim", "{\"userId\": \"anna\"}").statusCode())
        .isIn(403, 404);
    assertThat(anna.getJson(REST + "/task/" + theirs).statusCode()).isIn(403, 404);
  }

  @Test
  void whateverASellerAddsToAListHeReadsNobodyElsesTasks() throws IOException {
    task("his", "freja", null, 1);
    String offered = task("offered to him", null, null, 1);
    tasks.addCandidateUser(offered, "freja");
    task("offered to his team", null, "nordwind-sales", 1);
    task("mine", "anna", null, 1);
    Visitor anna = Visitor.loggedIn(port, "anna");
    for (String filter : List.of("My leads", "My team's leads", "Offered to me")) {
      for (String more :
          List.of(
              "{\"assignee\": \"freja\"}",
              "{\"candidateUser\": \"freja\"}",
              "{\"candidateUser\": \"freja\", \"candidateGroup\": \"emea-inside-sales\"}",
              "{\"candidateGroupLike\": \"%\", \"candidateGroup\": \"emea-inside-sales\"}",
              "{\"candidateGroup\": \"nordwind-sales\"}",
              "{\"candidateGroups\": [\"nordwind-sales\", \"emea-inside-sales\"]}",
              "{\"includeAssignedTasks\": true}",
              "{\"orQueries\": [{\"assignee\": \"freja\", \"candidateUser\": \"freja\"}]}")) {
        String answer =
            anna.post(REST + "/filter/" + filter(filter) + "/list?maxResults=15", more).body();
        assertThat(answer).as(filter + " with " + more).doesNotContain("his", "offered to");
        assertThat(anna.post(REST + "/task?maxResults=15", more).body())
            .as("any task with " + more)
            .doesNotContain("his", "offered to");
      }
    }
  }

  @Test
  void theMostUrgentStandsFirst() {
    task("later", "anna", null, 9);
    task("now", "anna", null, 1);
    task("soon", "anna", null, 3);
    assertThat(listed("anna", "My leads")).containsExactly("now", "soon", "later");
  }

  @Test
  void aSellerCannotChangeWhatIsShipped() {
    String filter = filter("My leads");
    Visitor anna = Visitor.loggedIn(port, "anna");
    assertThat(anna.method("DELETE", REST + "/filter/" + filter, "").statusCode()).isEqualTo(403);
    assertThat(
            anna.post(
                    REST + "/filter/create",
                    "{\"resourceType\": \"Task\", \"name\": \"x\", \"query\": {}, \"properties\": {}}")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void theEnginesOwnCsrfCheckStaysOn() {
    Visitor anna = Visitor.loggedIn(port, "anna");
    var forged =
        anna.request(REST + "/task/count")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"));
    assertThat(anna.send(forged).statusCode()).isEqualTo(403);
  }

  @Test
  void aSecondStartShipsNothingTwiceAndKeepsWhatWasChanged() {
    var changed = filters.getFilter(filter("My leads"));
    var before = changed.getProperties();
    changed.setProperties(Map.of("priority", 5));
    filters.saveFilter(changed);
    shipped.start();
    assertThat(filters.createTaskFilterQuery().count()).isEqualTo(3);
    var kept = filters.getFilter(changed.getId());
    assertThat(kept.getProperties()).containsEntry("priority", 5);
    kept.setProperties(before);
    filters.saveFilter(kept);
  }

  private List<String> listed(String user, String filter) {
    try {
      JsonNode found =
          json.readTree(
              Visitor.loggedIn(port, user)
                  .post(REST + "/filter/" + filter(filter) + "/list?maxResults=15", "{}")
                  .body());
      var names = new ArrayList<String>();
      found.forEach(task -> names.add(task.get("name").asText()));
      return names;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private String filter(String name) {
    return filters.createTaskFilterQuery().filterName(name).singleResult().getId();
  }

  private String task(
      String name, @Nullable String assignee, @Nullable String group, int dueInHours) {
    Task task = tasks.newTask();
    task.setName(name);
    task.setAssignee(assignee);
    task.setDueDate(new Date(System.currentTimeMillis() + dueInHours * 3_600_000L));
    tasks.saveTask(task);
    if (group != null) {
      tasks.addCandidateGroup(task.getId(), group);
    }
    tasks.setVariablesLocal(task.getId(), Map.of("company", "Contoso", "score", 71));
    taskIds.add(task.getId());
    return task.getId();
  }
}
