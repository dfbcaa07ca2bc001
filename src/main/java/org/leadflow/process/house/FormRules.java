package org.leadflow.process.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A form that Tasklist 7.24 can show and, above all, complete. */
final class FormRules {

  /** As Tasklist of Camunda 7.24 renders it. */
  private static final int SCHEMA = 16;

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
          "iframe",
          "button",
          "separator",
          "spacer",
          "expression");

  private final List<String> stops = new ArrayList<>();
  private final List<String> untidy = new ArrayList<>();
  private final HouseForm form;

  private FormRules(HouseForm form) {
    this.form = form;
    head();
    form.components().forEach(this::component);
    for (String key : new TreeSet<>(form.keys())) {
      if (Collections.frequency(form.keys(), key) > 1) {
        stops.add("two fields have the key " + key + ", so one answer would be lost");
      }
    }
  }

  /** What keeps a task from being completed. */
  static List<String> stops(HouseForm form) {
    return new FormRules(form).stops;
  }

  static List<String> untidy(HouseForm form, House house) {
    var rules = new FormRules(form);
    // A diagram that cannot be read may show it.
    boolean allRead = house.diagrams().size() == house.names(ProcessFile.DIAGRAM).size();
    if (allRead
        && house.diagrams().stream().noneMatch(diagram -> diagram.forms().contains(form.id()))) {
      rules.untidy.add("no task shows this form");
    }
    return rules.untidy;
  }

  private void head() {
    if (!form.id().equals(form.file().id())) {
      stops.add("must have the id %s, but has %s".formatted(form.file().id(), form.id()));
    }
    if (form.json().path("executionPlatform").asText().contains("Cloud")) {
      stops.add("was made for Camunda 8; begin with a new form for Camunda 7");
    }
    if (form.json().path("schemaVersion").asInt() > SCHEMA) {
      stops.add(
          "was saved by a newer Modeler (schemaVersion %s); Tasklist knows it up to %d"
              .formatted(form.json().path("schemaVersion").asText(), SCHEMA));
    }
    expect("schemaVersion", String.valueOf(SCHEMA));
    expect("executionPlatform", "Camunda Platform");
    expect("executionPlatformVersion", "7.22.0");
  }

  private void expect(String property, String value) {
    if (!form.json().path(property).asText().equals(value)) {
      untidy.add(property + " must be " + value);
    }
  }

  private void component(JsonNode component) {
    String type = component.path("type").asText();
    String label = component.path("label").asText("");
    String name =
        (label.isBlank() ? "" : "\"" + label + "\", ")
            + type
            + " "
            + component.path("key").asText(component.path("id").asText());
    if (!KNOWN.contains(type)) {
      stops.add(
          name
              + ": Tasklist cannot complete a form with a "
              + type
              + "; it knows "
              + String.join(", ", new TreeSet<>(KNOWN)));
    }
    if (component.has("conditional") && component.has("validate")) {
      stops.add(
          name
              + " may be hidden and is validated: a hidden field keeps its error, and the task"
              + " cannot be completed; let the step behind the task check it");
    }
    if (component.has("valuesKey") || component.has("valuesExpression")) {
      stops.add(name + " takes its choices from a variable; only fixed choices work here");
    }
    if (!component.path("id").asText().matches("[A-Z][a-z]+_[A-Z][A-Za-z]+")) {
      untidy.add(name + " needs an id of words, such as Radio_Answer");
    }
    if (component.has("key") && !component.has("label") && !component.has("dateLabel")) {
      untidy.add(name + " has no label");
    }
  }
}
