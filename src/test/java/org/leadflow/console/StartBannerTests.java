package org.leadflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leadflow.access.People;
import org.leadflow.access.RunningLeadflow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The start of an installation that is no demo. */
@RunningLeadflow
class StartBannerTests {

  @LocalServerPort int port;
  @Autowired StartBanner banner;

  @Test
  void itSaysWhatToOpenButNobodysPassword() {
    assertThat(banner.text())
        .contains("http://localhost:" + port + "/\n", "/camunda/app/tasklist/default/")
        .doesNotContain(People.PASSWORD, "password", "swagger");
  }
}
