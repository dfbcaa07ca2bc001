package org.leadflow.process.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A form that Tasklist 7.24 can show and, above all, complete. */
final class FormRules {

  /** One component that Tasklist does not know makes its task impossible to complete. */
  private static final Set<String> KNOWN =
      Set.of(
          "text",
          "html",
          "textfield",
          "textarea",
          "number",
          "checkbox",
          "radio",
          "select",
          "datetime",
          "group",
          "image",
          "separator",
          "spacer",
          "expression");

  private final List<String> findings = new ArrayList<>();
  private final HouseForm form;

  private FormRules(HouseForm form) {
    this.form = form;
  }

  static List<String> findings(HouseForm form, List<HouseDiagram> diagrams) {
    var rules = new FormRules(form);
    rules.head();
    form.components().forEach(rules::component);
    if (new HashSet<>(form.keys()).size() < form.keys().size()) {
      rules.findings.add("two fields have the same key");
    }
    if (diagrams.stream().noneMatch(diagram -> diagram.forms().contains(form.id()))) {
      rules.findings.add("no task shows this form");
    }
    return rules.findings;
  }

  private void head() {
    expect("id", form.name().replace(".form", ""));
    expect("schemaVersion", "16");
    expect("executionPlatform", "Camunda Platform");
    expect("executionPlatformVersion", "7.22.0");
  }

  private void expect(String property, String value) {
    if (!form.json().path(property).asText().equals(value)) {
      findings.add(property + " must be " + value);
    }
  }

  private void component(JsonNode component) {
    String type = component.path("type").asText();
    String name = type + " " + component.path("key").asText(component.path("id").asText());
    if (!KNOWN.contains(type)) {
      findings.add(name + ": Tasklist cannot complete a form with this; it knows " + KNOWN);
    }
    if (!component.path("id").asText().matches("[A-Z][a-z]+_[A-Z][A-Za-z]+")) {
      findings.add(name + " needs an id of words, such as Radio_Answer");
    }
    if (component.has("key") && !component.has("label") && !component.has("dateLabel")) {
      findings.add(name + " has no label");
    }
    if (component.has("conditional") && component.has("validate")) {
      findings.add(
          name
              + " may be hidden and is validated: a hidden field keeps its error, and the task"
              + " cannot be completed; check it on the server only");
    }
    if (component.has("valuesKey") || component.has("valuesExpression")) {
      findings.add(name + " takes its choices from a variable; only fixed choices work here");
    }
  }
}
