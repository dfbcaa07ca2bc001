package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** What a designer changes on an ordinary day, and what the house answers. */
class DesignersDayTests extends ChangedFolder {

  private static final String QUALIFICATION = "lead-qualification.bpmn";
  private static final String ROUTING = "lead-routing.bpmn";

  private static ProcessEngine engine;
  private static ProcessHouse rules;

  @BeforeAll
  static void startEngine() {
    engine = InMemoryEngine.with(Map.of(), new TaskBlocks());
    rules = new ProcessHouse(engine, BuildingBlocks.ofTheseClasses(), List.of());
  }

  @AfterAll
  static void closeEngine() {
    engine.close();
  }

  @Test
  void aNewApprovalStepIsTakenOnceItIsWrittenDown() throws IOException {
    approvalStep();
    Files.writeString(
        folder.resolve("approve-lead.form"),
        Files.readString(folder.resolve("develop-opportunity.form"))
            .replace("\"develop-opportunity\"", "\"approve-lead\""));

    assertThat(stops()).isEmpty();
    assertThat(untidy())
        .contains(
            "lead-qualification.bpmn: userTask \"Approve lead\" (UserTask_ApproveLead) is not drawn",
            "lead-qualification.bpmn: userTask \"Approve lead\" (UserTask_ApproveLead) has no"
                + " documentation");
  }

  @Test
  void aNewApprovalStepWithoutItsFormIsNamed() throws IOException {
    approvalStep();

    assertThat(stops())
        .singleElement()
        .asString()
        .startsWith(
            "lead-qualification.bpmn: userTask \"Approve lead\" (UserTask_ApproveLead) shows the form"
                + " approve-lead, but there is no approve-lead.form; ");
  }

  @Test
  void anotherDeadlineIsTakenWhenItIsOne() throws IOException {
    deadline("4");
    assertThat(stops()).isEmpty();

    deadline("half a day");
    assertThat(stops())
        .containsExactly(
            "lead-qualification.bpmn: serviceTask \"Find working time\" (ServiceTask_FindWorkingTime):"
                + " \"After working hours\" Must be hours, such as 4 or 0.5. It is half a day");
  }

  @Test
  void aRemovedBlockLeavesLinesThatEndNowhere() throws IOException {
    String diagram = text(ROUTING);
    int from = diagram.indexOf("<bpmn:serviceTask id=\"ServiceTask_AssignByHand\"");
    int to = diagram.indexOf("</bpmn:serviceTask>", from) + "</bpmn:serviceTask>".length();
    write(ROUTING, diagram.substring(0, from) + diagram.substring(to));

    assertThat(stops())
        .anySatisfy(
            it ->
                assertThat(it)
                    .startsWith("lead-routing.bpmn: line ")
                    .contains("ServiceTask_AssignByHand"));
  }

  @Test
  void aBlockThatIsRemovedWithItsLinesLosesNoLeadInSilence() throws IOException {
    String diagram = text(ROUTING);
    diagram =
        diagram.replaceAll(
            "(?s)<bpmn:serviceTask id=\"ServiceTask_AssignByHand\".*?</bpmn:serviceTask>", "");
    diagram = diagram.replaceAll("<bpmn:sequenceFlow [^>]*\"ServiceTask_AssignByHand\"[^>]*/>", "");
    diagram =
        diagram.replaceAll(
            "(?s)<bpmn:sequenceFlow [^>]*\"ServiceTask_AssignByHand\"[^>]*[^/]>.*?</bpmn:sequenceFlow>",
            "");
    write(ROUTING, diagram);

    assertThat(stops()).isNotEmpty();
  }

  @Test
  void aMisspeltBlockIsAnsweredWithTheNearestOne() throws IOException {
    change(ROUTING, "${assignLead}", "${asignLead}");

    assertThat(stops())
        .containsExactly(
            "lead-routing.bpmn: serviceTask \"Assign lead\" (ServiceTask_AssignLead): there is no"
                + " building block ${asignLead}; did you mean assignLead?");
  }

  @Test
  void aListenerIsNoStepAndNothingElseOfTheProductIsEither() throws IOException {
    change(ROUTING, "${assignLead}", "${presentLead}");
    assertThat(stops())
        .singleElement()
        .asString()
        .contains("${presentLead} stands at a task for people and is no step of its own");

    change(ROUTING, "${presentLead}", "${dataSource}");
    assertThat(stops())
        .singleElement()
        .asString()
        .contains("there is no building block ${dataSource}");

    change(QUALIFICATION, "presentLead, offerToOwner", "presentLead, offerToOwners");
    assertThat(stops())
        .anySatisfy(it -> assertThat(it).contains("${offerToOwners}; did you mean offerToOwner?"));
  }

  @Test
  void aFormWithAFieldThatTasklistDoesNotKnowIsRefusedEvenInAGroup() throws IOException {
    change(
        "work-lead.form",
        "\"components\": [",
        "\"components\": [{\"type\": \"group\", \"id\": \"Group_Files\", \"components\": ["
            + "{\"type\": \"filepicker\", \"id\": \"File_Offer\", \"key\": \"offer\", \"label\": \"Offer\"}]},");

    assertThat(stops())
        .singleElement()
        .asString()
        .startsWith(
            "work-lead.form: \"Offer\", filepicker offer: Tasklist cannot complete a form with a"
                + " filepicker; it knows button, checkbox,");
  }

  @Test
  void aDiagramOfAnotherModelerIsNamed() throws IOException {
    change(ROUTING, "executionPlatformVersion=\"7.24.0\"", "executionPlatformVersion=\"7.15.0\"");
    assertThat(stops()).isEmpty();
    assertThat(untidy())
        .contains(
            "lead-routing.bpmn: was saved for Camunda 7.15.0; choose 7.24.0 at the foot of the Modeler"
                + " and save it again");

    change(
        ROUTING, "executionPlatform=\"Camunda Platform\"", "executionPlatform=\"Camunda Cloud\"");
    assertThat(stops())
        .containsExactly(
            "lead-routing.bpmn: was made for Camunda 8; begin with a new diagram for Camunda 7");
  }

  @Test
  void anotherPrefixOfTheSameNamespaceChangesNothing() throws IOException {
    write(ROUTING, text(ROUTING).replace("bpmn:", "bpmn2:").replace("xmlns:bpmn=", "xmlns:bpmn2="));
    assertThat(stops()).isEmpty();

    change(ROUTING, "camunda:delegateExpression=\"${assignLead}\"", "camunda:expression=\"${1}\"");
    assertThat(stops()).anySatisfy(it -> assertThat(it).contains("uses camunda:expression=…"));
  }

  @Test
  void aCopyWithTheSameIdIsAskedWhetherItIsOne() throws IOException {
    write("lead-routing-emea.bpmn", text(ROUTING));

    assertThat(stops())
        .containsExactly(
            "lead-routing-emea.bpmn: must hold exactly one process, with the id lead-routing-emea, but"
                + " holds [lead-routing]; is it a copy of lead-routing.bpmn?");
  }

  @Test
  void anElementThatWasCopiedWithItsIdIsNamed() throws IOException {
    change(ROUTING, "id=\"ServiceTask_AssignByHand\"", "id=\"ServiceTask_AssignLead\"");

    assertThat(stops())
        .anySatisfy(
            it ->
                assertThat(it)
                    .contains(
                        "the id ServiceTask_AssignLead is there more than once, as after copying"));
  }

  @Test
  void aMissingConditionIsNamedWithWhereTheLineGoes() throws IOException {
    change(
        QUALIFICATION,
        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${answer == 'handBack'}</bpmn:conditionExpression>",
        "");

    assertThat(stops())
        .anySatisfy(
            it ->
                assertThat(it)
                    .contains("sequenceFlow \"hand back\" (Flow_OwnerHandsBack)")
                    .contains("must have a condition or be the default flow of")
                    .contains("What came of it?"));
  }

  @Test
  void aCircleThatWaitsForNobodyIsFound() throws IOException {
    change(
        QUALIFICATION,
        "sourceRef=\"ServiceTask_RecordContact\" targetRef=\"Gateway_BeforeWork\"",
        "sourceRef=\"ServiceTask_RecordContact\" targetRef=\"Gateway_Answer\"");

    assertThat(stops())
        .anySatisfy(
            it ->
                assertThat(it)
                    .contains("runs in a circle and waits for nobody: ")
                    .contains("Record contact")
                    .contains("What came of it?"));
  }

  @Test
  void aCircleThroughACalledProcessIsFoundWhenThatMayPassWithoutWaiting() throws IOException {
    change(
        "lead-lifecycle.bpmn",
        "calledElement=\"lead-qualification\"",
        "calledElement=\"lead-intake\"");

    assertThat(stops())
        .anySatisfy(
            it ->
                assertThat(it)
                    .startsWith("lead-lifecycle.bpmn: runs in a circle and waits for nobody: "));
  }

  @Test
  void aFieldOfABlockIsWrittenAsItsTemplateAllows() throws IOException {
    change("opportunity-pursuit.bpmn", "name=\"stage\">Propose<", "name=\"stage\">Prospose<");

    assertThat(stops())
        .containsExactly(
            "opportunity-pursuit.bpmn: serviceTask \"Enter Propose\" (ServiceTask_EnterPropose): \"Stage\""
                + " must be one of Propose, Close, but is Prospose; did you mean Propose?");

    change("opportunity-pursuit.bpmn", "name=\"stage\">Prospose<", "name=\"stages\">Propose<");
    assertThat(stops())
        .anySatisfy(it -> assertThat(it).contains("\"Stage\" must be filled in"))
        .anySatisfy(it -> assertThat(it).contains("has the input stages, which its"));
  }

  @Test
  void theCommandSaysTheSameAndDrawsThePictures() throws IOException {
    var bytes = new ByteArrayOutputStream();
    change(ROUTING, "name=\"Assign by hand\"", "name=\"Assign it by hand\"");

    int code =
        CheckProcesses.run(
            List.of(folder.toString(), "--draw"),
            new PrintStream(bytes, true, StandardCharsets.UTF_8));

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("drawn    pictures/lead-routing.svg")
        .contains("untidy   lead-routing.bpmn: serviceTask \"Assign it by hand\"")
        .contains("6 processes, 9 forms, 0 errors, ");
    assertThat(code).isZero();
    assertThat(folder.resolve("pictures/lead-routing.svg")).content().contains(">Assign it by<");

    change("offers.csv", "4h", "4 hours");
    change("deadlines.csv", ",A,,first", ",A,,frist");
    change(ROUTING, "${assignLead}", "${asignLead}");
    assertThat(
            CheckProcesses.run(
                List.of(folder.toString()), new PrintStream(bytes, true, StandardCharsets.UTF_8)))
        .isOne();
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains(
            "error    offers.csv: line 4: answer within must be hours and minutes of work, such as 1h30m",
            "error    deadlines.csv: line 4: deadline must be first response, next step or");
    assertThat(CheckProcesses.run(List.of("nowhere"), new PrintStream(bytes))).isEqualTo(2);
  }

  private void approvalStep() throws IOException {
    change(
        QUALIFICATION,
        "sourceRef=\"UserTask_WorkLead\" targetRef=\"Gateway_Answer\" />",
        """
        sourceRef="UserTask_WorkLead" targetRef="UserTask_ApproveLead" />
        <bpmn:userTask id="UserTask_ApproveLead" name="Approve lead" camunda:formRef="approve-lead"
          camunda:formRefBinding="latest" camunda:candidateGroups="triage"
          camunda:modelerTemplate="org.leadflow.askTeam" camunda:modelerTemplateVersion="1">
          <bpmn:extensionElements><camunda:properties>
            <camunda:property name="onCreate" value="presentLead" />
          </camunda:properties></bpmn:extensionElements>
        </bpmn:userTask>
        <bpmn:sequenceFlow id="Flow_ToApproved" sourceRef="UserTask_ApproveLead"
          targetRef="Gateway_Answer" />\
        """);
  }

  private void deadline(String hours) throws IOException {
    FileSystemUtils.copyRecursively(Path.of("processes"), folder);
    change(
        QUALIFICATION,
        "sourceRef=\"StartEvent_LeadAssigned\" targetRef=\"Gateway_BeforeWork\" />",
        """
        sourceRef="StartEvent_LeadAssigned" targetRef="ServiceTask_FindWorkingTime" />
        <bpmn:serviceTask id="ServiceTask_FindWorkingTime" name="Find working time"
          camunda:delegateExpression="${findWorkingTime}">
          <bpmn:extensionElements><camunda:inputOutput>
            <camunda:inputParameter name="hours">%s</camunda:inputParameter>
          </camunda:inputOutput></bpmn:extensionElements>
        </bpmn:serviceTask>
        <bpmn:sequenceFlow id="Flow_ToWorkingTime" sourceRef="ServiceTask_FindWorkingTime"
          targetRef="IntermediateEvent_WorkingTime" />
        <bpmn:intermediateCatchEvent id="IntermediateEvent_WorkingTime" name="Working time">
          <bpmn:timerEventDefinition><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${workingTime}</bpmn:timeDate>
          </bpmn:timerEventDefinition>
        </bpmn:intermediateCatchEvent>
        <bpmn:sequenceFlow id="Flow_ToBegin" sourceRef="IntermediateEvent_WorkingTime"
          targetRef="Gateway_BeforeWork" />\
        """
            .formatted(hours));
  }

  private List<String> stops() {
    return findings(true);
  }

  private List<String> untidy() {
    return findings(false);
  }

  private List<String> findings(boolean stops) {
    return rules.findings(House.at(folder.toString())).stream()
        .filter(finding -> finding.stops() == stops)
        .map(Finding::toString)
        .toList();
  }
}
