package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** No process begins itself again before it has ended. */
class LoopRulesTests extends ChangedHouse {

  @Test
  void aProcessThatCallsWhoCalledItIsRefused() throws IOException {
    callFromQualification("lead-lifecycle");

    assertThat(stops())
        .containsOnlyOnce(
            "lead-qualification.bpmn: callActivity \"Once more\" (CallActivity_OnceMore) calls"
                + " lead-lifecycle, which leads back to this process before it has ended; a lead would"
                + " begin it again and again; let this process end, and let whoever called it decide"
                + " what comes next");
  }

  @Test
  void aProcessThatCallsItselfIsRefused() throws IOException {
    callFromQualification("lead-qualification");

    assertThat(stops())
        .anySatisfy(it -> assertThat(it).contains("calls lead-qualification, which leads back"));
  }

  private void callFromQualification(String process) throws IOException {
    between(
        QUALIFICATION,
        "Flow_ToLeadHandedBack",
        "CallActivity_OnceMore",
        """
        <bpmn:callActivity id="CallActivity_OnceMore" name="Once more" calledElement="%s">
          <bpmn:extensionElements>
            <camunda:in businessKey="#{execution.processBusinessKey}" />
          </bpmn:extensionElements>
        </bpmn:callActivity>
        """
            .formatted(process));
  }
}
