package org.leadflow.process.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadflow.access.RunningLeadflow;
import org.leadflow.access.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody makes himself an administrator by pretending that this is a first start. */
@RunningLeadflow
class SetupEndpointTests {

  private static final String INTRUDER =
      """
      {"profile": {"id": "intruder", "firstName": "In", "lastName": "Truder", "email": "i@example.com"},
       "credentials": {"password": "Correct-Horse-7-Battery"}}
      """;

  @LocalServerPort int port;
  @Autowired IdentityService identities;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/admin/setup/default/user/create",
        "/camunda/api/admin/setup/default/user/create/",
        "/camunda/api/admin/%73etup/default/user/create",
        "/camunda/api/admin/setup/default/user/creat%65",
        "/camunda/api/admin//setup/default/user/create",
        "/camunda/api/admin/./setup/default/user/create",
        "/camunda/api/admin/setup;x=y/default/user/create",
        "/camunda/api/admin/x/../setup/default/user/create",
        "/camunda/api/admin/%2573etup/default/user/create"
      })
  void noFormOfThePathMakesAUser(String path) {
    assertThat(new Visitor(port).post(path, INTRUDER).statusCode()).isBetween(400, 499);
    for (String user : new String[] {"anna", "otto", "ada"}) {
      assertThat(Visitor.loggedIn(port, user).post(path, INTRUDER).statusCode())
          .isBetween(400, 499);
    }
    assertThat(identities.createUserQuery().userId("intruder").count()).isZero();
  }

  /** The state in which the engine would take everybody for its first administrator. */
  @Test
  void itIsShutEvenWhileTheEngineKnowsNoAdministrator() {
    String setup = "/camunda/api/admin/setup/default/user/create";
    Visitor otto = Visitor.loggedIn(port, "otto");
    identities.deleteMembership("ada", "camunda-admin");
    identities.deleteMembership("otto", "camunda-admin");
    try {
      assertThat(new Visitor(port).post(setup, INTRUDER).statusCode()).isEqualTo(401);
      assertThat(otto.post(setup, INTRUDER).statusCode()).isEqualTo(403);
      assertThat(identities.createUserQuery().userId("intruder").count()).isZero();
    } finally {
      identities.createMembership("ada", "camunda-admin");
      identities.createMembership("otto", "camunda-admin");
    }
  }
}
