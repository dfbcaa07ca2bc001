package org.leadflow.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a node of each role does for the others on its database. */
class NodeRoleTests {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withInitializer(new ConfigDataApplicationContextInitializer())
          .withBean(ObjectMapper.class)
          .withUserConfiguration(ClosedDoors.class);

  @Test
  void aNodeDoesEverythingUnlessItIsTold() {
    runner.run(
        node -> {
          assertThat(node).doesNotHaveBean(ClosedDoors.class);
          Environment settings = node.getEnvironment();
          assertThat(settings.getProperty("leadflow.imports.threads")).isEqualTo("1");
          assertThat(settings.getProperty("camunda.bpm.job-execution.enabled")).isNull();
        });
  }

  @Test
  void aNodeForIntakeRunsNoJobsAndNoFiles() {
    runner
        .withPropertyValues("leadflow.node=intake")
        .run(
            node -> {
              assertThat(node).doesNotHaveBean(ClosedDoors.class);
              Environment settings = node.getEnvironment();
              assertThat(settings.getProperty("leadflow.imports.threads")).isEqualTo("0");
              assertThat(settings.getProperty("leadflow.process.started-together")).isEqualTo("0");
              assertThat(settings.getProperty("camunda.bpm.job-execution.enabled"))
                  .isEqualTo("false");
            });
  }

  @Test
  void aWorkerTellsItsHealthAndNothingElse() {
    runner
        .withPropertyValues("leadflow.node=worker")
        .run(
            node -> {
              assertThat(node.getEnvironment().getProperty("leadflow.imports.threads"))
                  .isEqualTo("1");
              ClosedDoors doors = node.getBean(ClosedDoors.class);
              assertThat(statusOf(doors, "/actuator/health")).isEqualTo(200);
              assertThat(statusOf(doors, "/api/leads")).isEqualTo(503);
              assertThat(statusOf(doors, "/camunda/app/tasklist/default/")).isEqualTo(503);
              assertThat(statusOf(doors, "/login")).isEqualTo(503);
            });
  }

  @Test
  void whatIsSetForANodeCountsMoreThanItsRole() {
    runner
        .withPropertyValues("leadflow.node=intake", "leadflow.imports.threads=3")
        .run(
            node ->
                assertThat(node.getEnvironment().getProperty("leadflow.imports.threads"))
                    .isEqualTo("3"));
  }

  @Test
  void anUnknownRoleEndsTheStart() {
    runner
        .withPropertyValues("leadflow.node=waiter")
        .run(node -> assertThat(node.getStartupFailure()).hasMessageContaining("node/waiter.yml"));
  }

  private static int statusOf(ClosedDoors doors, String path) throws Exception {
    var response = new MockHttpServletResponse();
    doors.doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
    return response.getStatus();
  }
}
