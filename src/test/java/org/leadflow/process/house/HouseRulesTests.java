package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The rules of the house find what they are there for: each test spoils one thing in a copy. */
class HouseRulesTests {

  private static final String ROUTING = "lead-routing.bpmn";
  private static final String LIFECYCLE = "lead-lifecycle.bpmn";

  @TempDir Path folder;
  private House house;

  @BeforeEach
  void copyTheHouse() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("processes"), folder);
    house = House.at(folder.toString());
  }

  @Test
  void aMisspeltBlockIsNamedWithTheKnownOnes() throws IOException {
    assertThat(wiring(spoil(ROUTING, "${decideRoute}", "${decideRoutes}")))
        .anySatisfy(
            it -> assertThat(it).contains("${decideRoutes}").contains("did you mean decideRoute?"));
  }

  @Test
  void aLabelThatIsNotTheBlockIsFound() throws IOException {
    assertThat(
            DiagramRules.findings(spoil(ROUTING, "name=\"Decide route\"", "name=\"Find route\"")))
        .contains(
            "serviceTask \"Find route\" (ServiceTask_DecideRoute) calls ${decideRoute}; label and"
                + " block must be the same words");
  }

  @Test
  void logicInAnExpressionIsFound() throws IOException {
    assertThat(CodeRules.findings(spoil(ROUTING, "${waitUntil}", "${waitUntil and score > 5}")))
        .containsExactly(
            "intermediateCatchEvent \"Time to decide again\" (IntermediateEvent_TimeToDecideAgain)"
                + " decides in an expression: ${waitUntil and score > 5}; ask for a flag instead");
  }

  @Test
  void javaClassesAndScriptsAreFoundHoweverTheyAreWritten() throws IOException {
    String block = "camunda:delegateExpression=\"${assignLead}\"";
    assertThat(code(block, "camunda:class=\"x.Y\"")).singleElement().asString().contains("class=…");
    assertThat(code(block, "camunda:expression=\"&#36;{assignLead.execute(execution)}\""))
        .anySatisfy(
            it ->
                assertThat(it)
                    .startsWith(
                        "serviceTask \"Assign lead\" (ServiceTask_AssignLead) uses camunda:expression=…"))
        .anySatisfy(
            it ->
                assertThat(it)
                    .startsWith(
                        "serviceTask \"Assign lead\" (ServiceTask_AssignLead) decides in an expression:"
                            + " ${assignLead.exe"));
    assertThat(
            code(
                "<bpmn:messageEventDefinition ",
                "<bpmn:messageEventDefinition camunda:delegateExpression=\"${assignLead}\" "))
        .allSatisfy(it -> assertThat(it).contains(") uses camunda:delegateExpression=…"))
        .isNotEmpty();
    String condition = "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\"";
    assertThat(code(condition, condition + " language=\"groovy\""))
        .anySatisfy(it -> assertThat(it).startsWith("sequenceFlow ").contains(" uses language=…"));
    assertThat(
            code(
                "<camunda:properties>",
                "<camunda:taskListener class=\"a.B\" event=\"create\" /><camunda:properties>"))
        .anySatisfy(
            it -> assertThat(it).startsWith("userTask \"Triage lead\"").contains(" uses class=…"));
    assertThat(
            code(
                "<camunda:properties>",
                "<x:script xmlns:x=\"http://camunda.org/schema/1.0/bpmn\">1</x:script>"
                    + "<camunda:properties>"))
        .anySatisfy(
            it -> assertThat(it).startsWith("userTask \"Triage lead\"").contains(" uses script;"));
  }

  @Test
  void aSecondSavePointIsFound() throws IOException {
    String task = "id=\"ServiceTask_AssignLead\"";
    assertThat(DiagramRules.findings(spoil(ROUTING, task, task + " camunda:asyncBefore=\"true\"")))
        .singleElement()
        .asString()
        .contains("Assign lead")
        .contains("save point");
  }

  @Test
  void aSavePointThatWasTakenOutIsFound() throws IOException {
    assertThat(DiagramRules.findings(spoil("lead-intake.bpmn", " camunda:asyncAfter=\"true\"", "")))
        .singleElement()
        .asString()
        .contains("Data came elsewhere")
        .contains("save point");
  }

  @Test
  void aMissingFormAndAMissingProcessAreFound() throws IOException {
    assertThat(wiring(spoil(ROUTING, "formRef=\"triage-lead\"", "formRef=\"triage\"")))
        .singleElement()
        .asString()
        .contains("shows the form triage");
    assertThat(
            wiring(spoil(LIFECYCLE, "calledElement=\"lead-intake\"", "calledElement=\"intake\"")))
        .singleElement()
        .asString()
        .contains("calls the process intake");
  }

  @Test
  void aMissingDefaultFlowIsFound() throws IOException {
    assertThat(wiring(spoil(ROUTING, " default=\"Flow_TargetIsMissing\"", "")))
        .anySatisfy(it -> assertThat(it).contains("Target found?").contains("default flow"));
  }

  @Test
  void missingLabelsAreFound() throws IOException {
    HouseDiagram diagram = spoil(ROUTING, " name=\"Owner found?\"", "");
    assertThat(DiagramRules.findings(diagram))
        .containsExactly("exclusiveGateway Gateway_OwnerFound has no label");
  }

  @Test
  void missingDocumentationIsFound() throws IOException {
    HouseDiagram silent =
        spoil(ROUTING, "<bpmn:documentation>Has a rule named somebody?</bpmn:documentation>", "");
    assertThat(DiagramRules.findings(silent))
        .containsExactly(
            "exclusiveGateway \"Target found?\" (Gateway_TargetFound) has no documentation");
  }

  @Test
  void generatedIdsAndWrongPrefixesAreFound() throws IOException {
    assertThat(DiagramRules.findings(spoil(ROUTING, "EndEvent_LeadAssigned\"", "Event_0x3k2p1\"")))
        .anySatisfy(it -> assertThat(it).contains("begins with EndEvent_"));
    assertThat(DiagramRules.findings(spoil(ROUTING, "Gateway_OwnerFound\"", "Gateway_0x3k2p1\"")))
        .anySatisfy(it -> assertThat(it).contains("needs an id of words"));
  }

  @Test
  void aProcessNamedUnlikeItsFileIsFound() throws IOException {
    assertThat(wiring(spoil(ROUTING, "process id=\"lead-routing\"", "process id=\"routing\"")))
        .contains("must hold exactly one process, with the id lead-routing, but holds [routing]");
  }

  @Test
  void shapesThatLieOnEachOtherAreFound() throws IOException {

    assertThat(
            layout(
                spoil(
                    ROUTING, "<dc:Bounds x=\"960\" y=\"610\"", "<dc:Bounds x=\"1070\" y=\"610\"")))
        .anySatisfy(it -> assertThat(it).contains("lies on").contains("Triage lead"));
  }

  @Test
  void flowsThatEndBesideTheirShapeAreFound() throws IOException {

    assertThat(
            layout(
                spoil(ROUTING, "<dc:Bounds x=\"695\" y=\"460\"", "<dc:Bounds x=\"685\" y=\"460\"")))
        .contains("sequenceFlow Flow_ToOwnerFound does not end at the shapes it connects");
  }

  @Test
  void askewFlowsAreFound() throws IOException {

    assertThat(
            layout(
                spoil(
                    ROUTING,
                    "<di:waypoint x=\"260\" y=\"740\" />",
                    "<di:waypoint x=\"270\" y=\"740\" />")))
        .anySatisfy(it -> assertThat(it).contains("runs askew"));
  }

  @Test
  void crossingFlowsAreFound() throws IOException {

    String corner = "<di:waypoint x=\"615\" y=\"650\" />";
    String detour =
        "<di:waypoint x=\"615\" y=\"790\" /><di:waypoint x=\"700\" y=\"790\" />"
            + "<di:waypoint x=\"700\" y=\"650\" />";

    assertThat(layout(spoil(ROUTING, corner, detour)))
        .containsExactly(
            "sequenceFlow \"yes\" (Flow_LeadIsHandedBack) crosses sequenceFlow \"no\" (Flow_TargetIsMissing)");
  }

  @Test
  void aFlowToTheLeftThatIsNoLoopIsFound() throws IOException {

    assertThat(
            layout(
                spoil(
                    ROUTING, "<dc:Bounds x=\"1402\" y=\"752\"", "<dc:Bounds x=\"1102\" y=\"752\"")))
        .contains("sequenceFlow Flow_ToLeadDisqualified runs to the left and is no loop");
  }

  @Test
  void aPageThatForgetsAVariableOrListsADeadOneIsFound() throws IOException {
    spoil("lead-routing.md", "| `targetFound` | Boolean", "| `targetKnown` | Boolean");

    assertThat(PageRules.findings(diagram(ROUTING), house))
        .containsExactly(
            "its page leaves out the variables [targetFound]",
            "its page lists variables that are not used: [targetKnown]");
  }

  @Test
  void anOldPictureIsFound() throws IOException {
    HouseDiagram diagram = spoil(ROUTING, "name=\"Assign by hand\"", "name=\"Assign it\"");

    assertThat(PictureRules.findings(diagram, house))
        .containsExactly("its picture is not of this diagram; draw it with --draw");
  }

  @Test
  void aFormThatTasklistCannotCompleteIsFound() throws IOException {
    spoil("work-lead.form", "\"type\": \"textarea\"", "\"type\": \"filepicker\"");
    spoil(
        "work-lead.form",
        "\"conditional\": {",
        "\"validate\": {\"required\": true}, \"conditional\": {");

    assertThat(FormRules.stops(form("work-lead")))
        .anySatisfy(it -> assertThat(it).contains("filepicker comment: Tasklist cannot"))
        .anySatisfy(it -> assertThat(it).contains("may be hidden and is validated"));
  }

  private HouseForm form(String id) {
    return House.at(folder.toString()).forms().stream()
        .filter(form -> form.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<String> code(String good, String bad) throws IOException {
    FileSystemUtils.copyRecursively(Path.of("processes"), folder);
    return CodeRules.findings(spoil(ROUTING, good, bad));
  }

  private List<String> wiring(HouseDiagram diagram) {
    return WiringRules.findings(diagram, house, BuildingBlocks.ofTheseClasses());
  }

  private static List<String> layout(HouseDiagram diagram) {
    return LayoutRules.findings(diagram);
  }

  private HouseDiagram diagram(String file) {
    house = House.at(folder.toString());
    return house.diagrams().stream()
        .filter(diagram -> diagram.file().name().equals(file))
        .findFirst()
        .orElseThrow();
  }

  /** Changes one thing in the copy of a file; null for a file that is no diagram. */
  private HouseDiagram spoil(String file, String good, String bad) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(good);
    Files.writeString(folder.resolve(file), text.replace(good, bad));
    return file.endsWith(".bpmn") ? diagram(file) : null;
  }
}
