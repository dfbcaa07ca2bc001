package org.leadflow.process.house;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;

/** Looks through the whole folder before anything of it is deployed and collects what is wrong. */
public final class ProcessHouse {

  private final EngineParser engine;
  private final BuildingBlocks blocks;
  private final List<DiagramRule> more;
  private final Templates templates = Templates.ofTheseClasses();

  /**
   * @param more what this product knows beyond the rules that hold everywhere
   */
  public ProcessHouse(ProcessEngine engine, BuildingBlocks blocks, List<DiagramRule> more) {
    this.engine = new EngineParser(engine);
    this.blocks = blocks;
    this.more = List.copyOf(more);
  }

  /**
   * Everything that is to be mended, what stops a deployment first; empty when the folder is in
   * order.
   */
  public List<Finding> findings(House house) {
    if (house.files().stream().noneMatch(ProcessFile::isDiagram)) {
      return List.of(
          new Finding(
              "",
              true,
              "there is no diagram in this folder (a directory is written with file: in front)"));
    }
    List<Finding> findings = new ArrayList<>(namesTwice(house.files()));
    more.forEach(
        rule -> rule.findings(house).forEach(it -> findings.add(new Finding("", true, it))));
    var tracks = Tracks.in(house, blocks);
    for (ProcessFile file : house.files()) {
      findings.addAll(
          file.isDiagram() ? inDiagram(file, house, tracks) : inForm(file, house, tracks.rows()));
    }
    findings.sort((one, other) -> Boolean.compare(other.stops(), one.stops()));
    return findings;
  }

  private static List<Finding> namesTwice(List<ProcessFile> files) {
    Map<String, List<ProcessFile>> byName =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    ProcessFile::fileName, TreeMap::new, Collectors.toUnmodifiableList()));
    return byName.values().stream()
        .filter(same -> same.size() > 1)
        .map(same -> same.stream().map(ProcessFile::name).collect(Collectors.joining(", ")))
        .map(
            same ->
                new Finding(
                    "",
                    true,
                    same + ": these files have the same name, so one would hide the other"))
        .toList();
  }

  /** Of a diagram that the engine cannot read nothing more is asked. */
  private List<Finding> inDiagram(ProcessFile file, House house, Tracks tracks) {
    List<Finding> findings = new ArrayList<>();
    HouseDiagram diagram = house.diagram(file);
    Map<String, String> unknown = diagram == null ? Map.of() : ElementRules.findings(diagram);
    List<String> refused = engine.problemsIn(file, diagram, unknown.keySet());
    refused.stream()
        .filter(sentence -> diagram == null || !ConditionRules.isAbout(sentence, diagram))
        .forEach(sentence -> findings.add(new Finding(file.name(), true, sentence)));
    if (diagram == null) {
      return refused.isEmpty()
          ? List.of(new Finding(file.name(), true, "is no diagram that can be read"))
          : findings;
    }
    List<String> stops = new ArrayList<>(CodeRules.findings(diagram));
    stops.addAll(WiringRules.findings(diagram, house, blocks));
    stops.addAll(ConditionRules.findings(diagram));
    stops.addAll(VariableRules.findings(diagram, tracks));
    stops.addAll(ValueRules.findings(diagram, tracks));
    stops.addAll(AnswerRules.findings(diagram, tracks));
    stops.addAll(unknown.values());
    stops.addAll(TimerRules.findings(diagram));
    stops.addAll(FeelRules.findings(diagram));
    stops.addAll(PlanRules.findings(diagram, house));
    stops.addAll(AnsweredRules.findings(diagram, house, blocks));
    stops.addAll(ClosedRules.findings(diagram, house, tracks.rows()));
    stops.addAll(BesideRules.findings(diagram, blocks));
    stops.addAll(RecordRules.findings(diagram, house, blocks));
    stops.addAll(TemplateRules.stops(diagram, house, templates));
    stops.addAll(LoopRules.findings(diagram, house));
    more.forEach(rule -> stops.addAll(rule.findings(diagram)));
    stops.stream()
        .filter(sentence -> !isSaid(sentence, refused))
        .forEach(sentence -> findings.add(new Finding(file.name(), true, sentence)));
    untidy(diagram, house).forEach(it -> findings.add(new Finding(file.name(), false, it)));
    return findings;
  }

  /** The engine says so too, with the line in the file. */
  private static boolean isSaid(String sentence, List<String> refused) {
    return sentence.contains(WiringRules.NO_BLOCK)
        && refused.stream().anyMatch(other -> other.contains(WiringRules.NO_BLOCK));
  }

  private List<String> untidy(HouseDiagram diagram, House house) {
    List<String> untidy = new ArrayList<>(DiagramRules.findings(diagram));
    untidy.addAll(TemplateRules.untidy(diagram, house, templates));
    untidy.addAll(LayoutRules.findings(diagram));
    if (house.isWrittenAbout()) {
      untidy.addAll(PageRules.findings(diagram, house));
      untidy.addAll(PictureRules.findings(diagram, house));
    }
    return untidy;
  }

  private static List<Finding> inForm(ProcessFile file, House house, BlockRows rows) {
    List<Finding> findings = new ArrayList<>();
    try {
      HouseForm form = HouseForm.read(file);
      List<String> stops = new ArrayList<>(FormRules.stops(form));
      stops.addAll(ChoiceRules.findings(form));
      stops.addAll(HideRules.findings(form, house, rows));
      stops.forEach(it -> findings.add(new Finding(file.name(), true, it)));
      FormRules.untidy(form, house)
          .forEach(it -> findings.add(new Finding(file.name(), false, it)));
    } catch (UncheckedIOException unreadable) {
      findings.add(new Finding(file.name(), true, unreadable.getMessage()));
    }
    return findings;
  }
}
