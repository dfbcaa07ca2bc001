package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Conditions that ask for an answer which no form of their diagram offers: the line would never be
 * taken. What a step sets, or a form lets anybody type, may be anything.
 */
final class AnswerRules {

  private static final Pattern COMPARED = Pattern.compile("(\\w+)\\s*[=!]=\\s*'([^']*)'");
  private static final Set<String> CHOICES = Set.of("radio", "select");

  private final HouseDiagram diagram;
  private final List<HouseForm> forms;

  private AnswerRules(HouseDiagram diagram, House house) {
    this.diagram = diagram;
    this.forms =
        house.forms().stream().filter(form -> diagram.forms().contains(form.file().id())).toList();
  }

  static List<String> findings(HouseDiagram diagram, House house) {
    var rules = new AnswerRules(diagram, house);
    List<String> findings = new ArrayList<>();
    for (SequenceFlow flow : diagram.flows()) {
      ConditionExpression condition = flow.getConditionExpression();
      if (condition != null) {
        COMPARED
            .matcher(condition.getTextContent())
            .results()
            .forEach(compared -> rules.look(flow, compared, findings));
      }
    }
    return findings;
  }

  private void look(SequenceFlow flow, MatchResult compared, List<String> findings) {
    String variable = compared.group(1);
    String value = compared.group(2);
    Map<String, Set<String>> offered = offered(variable);
    Set<String> all =
        offered.values().stream()
            .flatMap(Collection::stream)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (!offered.isEmpty() && !all.contains(value)) {
      findings.add(
          "%s, out of %s, asks whether %s is '%s', which the form %s does not offer; it offers %s%s"
              .formatted(
                  called(flow),
                  called(flow.getSource()),
                  variable,
                  value,
                  String.join(" or ", offered.keySet()),
                  String.join(", ", all),
                  meant(value, all)));
    }
  }

  private static String meant(String value, Set<String> all) {
    String near = BuildingBlocks.didYouMean(value, all);
    return near.endsWith("?") ? near : "";
  }

  /**
   * By form what may be chosen; empty when no form, or one with a free field, sets the variable.
   */
  private Map<String, Set<String>> offered(String variable) {
    Map<String, Set<String>> offered = new LinkedHashMap<>();
    for (HouseForm form : forms) {
      for (JsonNode field : form.components()) {
        if (!variable.equals(field.path("key").asText())) {
          continue;
        }
        if (!CHOICES.contains(field.path("type").asText()) || !field.path("values").isArray()) {
          return Map.of();
        }
        field
            .path("values")
            .forEach(
                choice ->
                    offered
                        .computeIfAbsent(form.file().id(), id -> new LinkedHashSet<>())
                        .add(choice.path("value").asText()));
      }
    }
    return offered;
  }
}
