package org.leadflow.process.house;

import static org.leadflow.process.house.HouseForm.called;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/**
 * When a field is hidden. Tasklist says nothing of a condition it cannot read, and always shows the
 * field; one that asks for what is not there hides it for ever, or never.
 */
final class HideRules {

  private static final Pattern COMPARED =
      Pattern.compile("(?<![\\w.])(\\w+)\\s*!?=\\s*(?:\"([^\"]+)\"|\\w+)");
  private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

  private final HouseForm form;
  private final House house;
  private final BlockRows rows;
  private final List<String> findings = new ArrayList<>();

  private HideRules(HouseForm form, House house, BlockRows rows) {
    this.form = form;
    this.house = house;
    this.rows = rows;
  }

  static List<String> findings(HouseForm form, House house, BlockRows rows) {
    var rules = new HideRules(form, house, rows);
    form.components().forEach(rules::look);
    return rules.findings;
  }

  private void look(JsonNode component) {
    String hide = component.path("conditional").path("hide").asText();
    if (hide.isEmpty()) {
      return;
    }
    if (!hide.startsWith("=") || !FEEL.parseExpression(hide.substring(1)).isSuccess()) {
      findings.add(
          "%s: Tasklist cannot read when to hide it, %s, and always shows it; write it such as %s"
              .formatted(called(component), hide, "=answer != \"qualified\""));
      return;
    }
    COMPARED
        .matcher(hide)
        .results()
        .forEach(compared -> compare(called(component) + " is hidden by ", compared));
  }

  private void compare(String hidden, MatchResult compared) {
    String name = compared.group(1);
    String value = compared.group(2);
    if (!form.keys().contains(name)) {
      if (!isWritten(name)) {
        findings.add(
            hidden
                + name
                + ", which no field and no block writes"
                + DidYouMean.ask(name, form.keys()));
      }
      return;
    }
    Set<String> offered = form.offered(name);
    if (value != null && !offered.isEmpty() && !offered.contains(value)) {
      findings.add(
          "%s%s = %s, which that field does not offer; it offers %s%s"
              .formatted(
                  hidden, name, value, String.join(", ", offered), DidYouMean.ask(value, offered)));
    }
  }

  /** By another form, a block or an output. */
  private boolean isWritten(String name) {
    return house.forms().stream().anyMatch(other -> other.keys().contains(name))
        || house.diagrams().stream().flatMap(HideRules::mapped).anyMatch(name::equals)
        || rows.know(name);
  }

  /** What outputs, inputs and mappings of a diagram call variables. */
  private static Stream<String> mapped(HouseDiagram diagram) {
    return Stream.of(
            diagram.all(CamundaOutputParameter.class).stream()
                .map(CamundaOutputParameter::getCamundaName),
            diagram.all(CamundaInputParameter.class).stream()
                .map(CamundaInputParameter::getCamundaName),
            diagram.all(CamundaIn.class).stream().map(CamundaIn::getCamundaTarget),
            diagram.all(CamundaOut.class).stream().map(CamundaOut::getCamundaTarget))
        .flatMap(names -> names);
  }
}
