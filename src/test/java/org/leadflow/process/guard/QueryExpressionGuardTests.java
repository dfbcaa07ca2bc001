package org.leadflow.process.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadflow.access.Probe;
import org.leadflow.access.RunningLeadflow;
import org.leadflow.access.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** No expression out of a query calls a bean, through whichever door and whoever sends it. */
@RunningLeadflow
class QueryExpressionGuardTests {

  private static final String REST = "/camunda/api/engine/engine/default";

  @LocalServerPort int port;
  @Autowired Probe probe;
  @Autowired TaskService tasks;
  @Autowired FilterService filters;
  @Autowired AuthorizationService authorizations;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;

  private final List<String> filterIds = new ArrayList<>();

  /** The places an expression can stand in. */
  enum Place {
    ROOT("${probe.touch()}", false),
    OR_QUERY("${probe.touch()}", true),
    OR_QUERY_WITH_HASH("#{probe.touch()}", true),
    TEXT_AROUND("any${probe.touch()}body", true);

    private final String expression;
    private final boolean inOrQuery;

    Place(String expression, boolean inOrQuery) {
      this.expression = expression;
      this.inOrQuery = inOrQuery;
    }

    String json() {
      String query = "{\"assigneeExpression\": \"%s\"}".formatted(expression);
      return inOrQuery ? "{\"orQueries\": [%s]}".formatted(query) : query;
    }

    TaskQuery query(TaskService tasks) {
      TaskQuery query = tasks.createTaskQuery();
      return inOrQuery
          ? query.or().taskAssigneeExpression(expression).endOr()
          : query.taskAssigneeExpression(expression);
    }
  }

  static Stream<Place> places() {
    return Stream.of(Place.values());
  }

  @AfterEach
  void forgetFilters() {
    filterIds.forEach(filters::deleteFilter);
  }

  @ParameterizedTest
  @MethodSource("places")
  void noQueryAndNoStoredFilterCallsABean(Place place) {
    String filter = store(place.query(tasks));
    int before = probe.calls();
    for (String who : new String[] {"", "anna", "ada"}) {
      Visitor visitor = who.isEmpty() ? new Visitor(port) : Visitor.loggedIn(port, who);
      int expected = who.isEmpty() ? 401 : 400;
      String by = place + " by '" + who + "'";

      assertThat(visitor.post(REST + "/task?maxResults=9", place.json()).statusCode())
          .as("list " + by)
          .isEqualTo(expected);
      assertThat(visitor.post(REST + "/task/count", place.json()).statusCode())
          .as("count " + by)
          .isEqualTo(expected);
      for (String use : new String[] {"list?maxResults=9", "count", "singleResult"}) {
        String path = REST + "/filter/" + filter + "/" + use;
        assertThat(visitor.getJson(path).statusCode()).as(use + " " + by).isEqualTo(expected);
        assertThat(visitor.post(path, place.json()).statusCode())
            .as("extended " + use + " " + by)
            .isEqualTo(expected);
      }
    }
    assertThat(probe.calls()).as("calls of the bean").isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("places")
  void anHonestFilterExtendedByAnExpressionCallsNoBean(Place place) {
    String filter = store(tasks.createTaskQuery().taskNameLike("%"));
    int before = probe.calls();
    Visitor anna = Visitor.loggedIn(port, "anna");
    for (String use : new String[] {"list?maxResults=9", "count"}) {
      assertThat(anna.post(REST + "/filter/" + filter + "/" + use, place.json()).statusCode())
          .as(use)
          .isEqualTo(400);
    }
    assertThat(probe.calls()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"dueBeforeExpression, ${now()}", "dueAfterExpression, ${dateTime().plusDays(2)}"})
  void theTimeMayStillBeAsked(String field, String expression) {
    String query = "{\"orQueries\": [{\"%s\": \"%s\"}]}".formatted(field, expression);
    Visitor anna = Visitor.loggedIn(port, "anna");
    assertThat(anna.post(REST + "/task?maxResults=9", query).statusCode()).isEqualTo(200);
    assertThat(anna.post(REST + "/task/count", query).statusCode()).isEqualTo(200);
  }

  @Test
  void aStoredFilterMayAskForTheTimeAndTheUser() {
    String filter =
        store(
            tasks
                .createTaskQuery()
                .dueBeforeExpression("${now()}")
                .taskAssigneeExpression("${currentUser()}"));
    Visitor anna = Visitor.loggedIn(port, "anna");
    assertThat(anna.getJson(REST + "/filter/" + filter + "/list?maxResults=9").statusCode())
        .isEqualTo(200);
  }

  @Test
  void theRefusalDoesNotRepeatTheExpression() {
    String answer =
        Visitor.loggedIn(port, "anna").post(REST + "/task/count", Place.OR_QUERY.json()).body();
    assertThat(answer).contains("not allowed in a query").doesNotContain("probe");
  }

  /** The counterpart: the bean is there, counts, and a process reaches it. */
  @Test
  void aProcessCallsItsBuildingBlocksAsBefore() {
    var model =
        Bpmn.createExecutableProcess("guarded")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .serviceTask()
            .camundaExpression("${probe.touch()}")
            .endEvent()
            .done();
    String deployment =
        repository.createDeployment().addModelInstance("guarded.bpmn", model).deploy().getId();
    try {
      int before = probe.calls();
      runtime.startProcessInstanceByKey("guarded");
      assertThat(probe.calls()).isEqualTo(before + 1);
    } finally {
      repository.deleteDeployment(deployment, true);
    }
  }

  private String store(TaskQuery query) {
    Filter filter = filters.newTaskFilter("guarded " + filterIds.size());
    filter.setQuery(query);
    filters.saveFilter(filter);
    filterIds.add(filter.getId());
    Authorization everybody = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
    everybody.setResource(Resources.FILTER);
    everybody.setResourceId(filter.getId());
    everybody.addPermission(Permissions.READ);
    authorizations.saveAuthorization(everybody);
    return filter.getId();
  }
}
