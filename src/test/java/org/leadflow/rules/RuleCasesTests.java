package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.leadflow.rules.drools.RulesOpened;

/** One test per case that an author wrote, named after folder, topic and reason. */
class RuleCasesTests {

  @TestFactory
  Stream<DynamicTest> theRulesDoWhatTheirCasesExpect() {
    return RulesOpened.examine("rules").cases().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.name(), () -> assertThat(one.findings()).as(one.name()).isEmpty()));
  }
}
