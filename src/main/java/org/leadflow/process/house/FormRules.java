package org.leadflow.process.house;

import static org.leadflow.process.house.HouseForm.called;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A form that Tasklist 7.24 can show and, above all, complete. What counts is what the form is made
 * of, not the number of the schema, which a newer Modeler raises whenever it saves.
 */
final class FormRules {

  /** One component that Tasklist does not know, and it shows nothing of the form. */
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

  private static final Set<String> FIELDS =
      Set.of("textfield", "textarea", "number", "checkbox", "radio", "select", "datetime");

  /** Tasklist shows these. */
  private static final Set<String> LISTS = Set.of("checklist", "taglist", "dynamiclist", "table");

  private static final Pattern WORD = Pattern.compile("[a-zA-Z_]\\w*");

  private final List<String> stops = new ArrayList<>();
  private final List<String> untidy = new ArrayList<>();
  private final HouseForm form;

  private FormRules(HouseForm form) {
    this.form = form;
    head();
    form.components().forEach(this::component);
    form.components().forEach(this::hidden);
    twice(form.keys())
        .forEach(
            key -> stops.add("two fields have the key " + key + "; Tasklist shows no such form"));
    twice(form.components().stream().map(it -> it.path("id").asText()).toList())
        .forEach(
            id ->
                stops.add(
                    "two components have the id "
                        + id
                        + ", as after copying; Tasklist shows no such form"));
  }

  /** What keeps a task from being completed. */
  static List<String> stops(HouseForm form) {
    return new FormRules(form).stops;
  }

  static List<String> untidy(HouseForm form, House house) {
    var rules = new FormRules(form);
    // A diagram that cannot be read may show it.
    if (house.isAllRead()
        && house.diagrams().stream().noneMatch(diagram -> diagram.forms().contains(form.id()))) {
      rules.untidy.add("no task shows this form");
    }
    return rules.untidy;
  }

  private void head() {
    if (!form.id().equals(form.file().id())) {
      stops.add("must have the id %s, but has %s".formatted(form.file().id(), form.id()));
    }
    if (form.json().path("schemaVersion").isTextual()) {
      stops.add("has a schemaVersion that is no number; write it without quotes, such as 16");
    }
    String platform = form.json().path("executionPlatform").asText();
    String version = form.json().path("executionPlatformVersion").asText();
    if (platform.contains("Cloud")) {
      stops.add("was made for Camunda 8; begin with a new form for Camunda 7");
    } else if (!platform.equals("Camunda Platform")) {
      untidy.add("executionPlatform must be Camunda Platform");
    } else if (!version.matches("7\\.2[234]\\.\\d+")) {
      untidy.add(
          "was saved for Camunda %s; choose 7.24.0 at the foot of the Modeler and save it again"
              .formatted(version.isEmpty() ? "of an unknown version" : version));
    }
  }

  private void component(JsonNode component) {
    String type = component.path("type").asText();
    if (LISTS.contains(type)) {
      stops.add(
          "%s: a %s holds a list, which no step and no gateway can read; ask with fields of one value"
              .formatted(called(component), type));
    } else if (!KNOWN.contains(type)) {
      stops.add(
          "%s: Tasklist cannot complete a form with a %s; it knows %s"
              .formatted(called(component), type, String.join(", ", new TreeSet<>(KNOWN))));
    }
    key(component, type);
    if (component.has("valuesKey") || component.has("valuesExpression")) {
      stops.add(
          called(component) + " takes its choices from a variable; only fixed choices work here");
    }
    if (!component.path("id").asText().matches("[A-Z][a-z]+_[A-Z][A-Za-z]+")) {
      untidy.add(called(component) + " needs an id of words, such as Radio_Answer");
    }
    if (component.has("key") && !component.has("label") && !component.has("dateLabel")) {
      untidy.add(called(component) + " has no label");
    }
  }

  /** The key is the name under which a gateway and the next step find the answer. */
  private void key(JsonNode component, String type) {
    String key = component.path("key").asText();
    if (FIELDS.contains(type) && key.isBlank()) {
      stops.add(called(component) + " has no key, so nobody finds its answer");
    } else if (FIELDS.contains(type) && !WORD.matcher(key).matches()) {
      stops.add(
          called(component)
              + ": the key must be one word of letters and digits, such as reviewAnswer");
    }
    String path = component.path("path").asText();
    if (type.equals("group") && !path.isBlank()) {
      stops.add(
          "%s puts its answers into %s, where no step and no gateway finds them; empty its path"
              .formatted(called(component), path));
    }
  }

  private void hidden(JsonNode component) {
    String sentence =
        called(component)
            + " may be hidden and is validated: a hidden field keeps its error, and the task cannot"
            + " be completed; let the step behind the task check it";
    if (form.mayBeHidden(component) && isValidated(component) && !stops.contains(sentence)) {
      stops.add(sentence);
    }
  }

  /** Modeler leaves a false behind where a box was ticked and unticked. */
  private static boolean isValidated(JsonNode field) {
    for (JsonNode rule : field.path("validate")) {
      if (!rule.isBoolean() || rule.asBoolean()) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> twice(List<String> names) {
    var twice = new TreeSet<>(names);
    twice.removeIf(name -> name.isEmpty() || Collections.frequency(names, name) < 2);
    return twice;
  }
}
