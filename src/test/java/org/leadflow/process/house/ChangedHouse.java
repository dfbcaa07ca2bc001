package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a designer changes in diagrams, and what stops a house that was changed. */
abstract class ChangedHouse extends ChangedFolder {

  static final String INTAKE = "lead-intake.bpmn";
  static final String LIFECYCLE = "lead-lifecycle.bpmn";
  static final String OFFER = "lead-offer.bpmn";
  static final String ROUTING = "lead-routing.bpmn";
  static final String QUALIFICATION = "lead-qualification.bpmn";

  /** One for all these tests, some of which run at the same time. */
  private static final ProcessHouse RULES =
      new ProcessHouse(
          InMemoryEngine.with(Map.of(), new TaskBlocks()),
          BuildingBlocks.ofTheseClasses(),
          List.of(new ExpectedRules()));

  final List<String> stops() {
    return findings(true);
  }

  final List<String> untidy() {
    return findings(false);
  }

  private List<String> findings(boolean stops) {
    return RULES.findings(House.at(folder.toString())).stream()
        .filter(finding -> finding.stops() == stops)
        .map(Finding::toString)
        .toList();
  }

  /** What the rules of variables, values and conditions say about all diagrams. */
  final List<String> saysOfVariables() {
    House house = House.at(folder.toString());
    assertThat(house.diagrams()).hasSize(house.names(ProcessFile.DIAGRAM).size());
    Tracks tracks = Tracks.in(house, BuildingBlocks.ofTheseClasses());
    return house.diagrams().stream()
        .flatMap(
            diagram ->
                Stream.of(
                        ConditionRules.findings(diagram),
                        VariableRules.findings(diagram, tracks),
                        ValueRules.findings(diagram, tracks),
                        AnswerRules.findings(diagram, tracks))
                    .flatMap(List::stream)
                    .map(it -> diagram.file().name() + ": " + it))
        .toList();
  }

  /** Puts an element between two others on a line. */
  final void between(String file, String line, String id, String element) throws IOException {
    changeAll(
        file,
        "(<bpmn:sequenceFlow id=\"" + line + "\"[^>]* )targetRef=\"(\\w+)\"",
        element.replace("$", "\\$")
            + "<bpmn:sequenceFlow id=\"Flow_ToNext\" sourceRef=\""
            + id
            + "\" targetRef=\"$2\" />$1targetRef=\""
            + id
            + "\"");
  }

  /** Takes a step out and joins the lines around it. */
  final void without(String file, String step) throws IOException {
    String text = text(file);
    String next = text.replaceAll("(?s).*sourceRef=\"" + step + "\" targetRef=\"(\\w+)\".*", "$1");
    text = text.replaceAll("(?s)<bpmn:serviceTask id=\"" + step + "\".*?</bpmn:serviceTask>", "");
    text = text.replaceAll("<bpmn:sequenceFlow [^>]*sourceRef=\"" + step + "\"[^>]*/>", "");
    write(file, text.replace("targetRef=\"" + step + "\"", "targetRef=\"" + next + "\""));
  }
}
