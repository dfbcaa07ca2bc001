package org.leadflow.browser;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class ChromiumTests {

  @Test
  void withoutABrowserItSaysWhyNothingWasTried() {
    boolean mustBeThere = "true".equals(System.getenv("CI"));
    assertThatThrownBy(() -> Chromium.found("browser", "no-such-browser"))
        .isInstanceOf(mustBeThere ? AssertionFailedError.class : TestAbortedException.class)
        .hasMessageContaining("No browser on the PATH (looked for no-such-browser)");
  }
}
