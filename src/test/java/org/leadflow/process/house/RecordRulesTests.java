package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.StringUtils;

/** Blocks stand in processes about the record they are for. */
class RecordRulesTests extends ChangedHouse {

  private static final String PURSUIT = "opportunity-pursuit.bpmn";
  private static final String NOTIFY_OWNER =
      """
      <bpmn:serviceTask id="ServiceTask_NotifyOwner" name="Notify owner"
        camunda:delegateExpression="${notifyOwner}">
        <bpmn:extensionElements><camunda:inputOutput>
          <camunda:inputParameter name="message">Lost</camunda:inputParameter>
        </camunda:inputOutput></bpmn:extensionElements>
      </bpmn:serviceTask>
      """;

  @Test
  void aBlockForLeadsIsRefusedWhereAnOpportunityIsPursued() throws IOException {
    between(PURSUIT, "Flow_ToOpportunityLost", "ServiceTask_NotifyOwner", NOTIFY_OWNER);

    assertThat(stops())
        .containsExactly(
            "opportunity-pursuit.bpmn: serviceTask \"Notify owner\" (ServiceTask_NotifyOwner): the"
                + " building block notifyOwner is for leads, but this process is about an opportunity;"
                + " choose another template");
  }

  @Test
  void itStandsWhereALeadIsRouted() throws IOException {
    between(ROUTING, "Flow_OwnerIsFound", "ServiceTask_NotifyOwner", NOTIFY_OWNER);

    assertThat(stops()).isEmpty();
  }

  @Test
  void aTaskAboutAnOpportunityIsRefusedWhereALeadIsWorked() throws IOException {
    between(
        QUALIFICATION,
        "Flow_OwnerHandsBack",
        "UserTask_AskAgain",
        """
        <bpmn:userTask id="UserTask_AskAgain" name="Ask again" camunda:formRef="develop-opportunity"
          camunda:formRefBinding="latest" camunda:modelerTemplate="org.leadflow.workOpportunity"
          camunda:modelerTemplateVersion="1">
          <bpmn:extensionElements><camunda:properties>
            <camunda:property name="onCreate" value="presentOpportunity" />
          </camunda:properties></bpmn:extensionElements>
        </bpmn:userTask>
        """);

    assertThat(stops())
        .singleElement()
        .asString()
        .contains(
            "\"Ask again\" (UserTask_AskAgain): the building block presentOpportunity is for"
                + " opportunities, but this process is about a lead");
  }

  @Test
  void theListIsWhatTheCodeHas() throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of("src/main/java/org/leadflow/process/opportunity"))) {
      List<String> names =
          files
              .map(file -> StringUtils.stripFilenameExtension(file.getFileName().toString()))
              .toList();
      BuildingBlocks blocks = BuildingBlocks.ofTheseClasses();
      Set<String> found =
          names.stream()
              .map(StringUtils::uncapitalize)
              .filter(it -> blocks.steps().contains(it) || blocks.listeners().contains(it))
              .collect(Collectors.toSet());
      assertThat(found).isEqualTo(RecordRules.FOR_OPPORTUNITIES);
    }
  }
}
