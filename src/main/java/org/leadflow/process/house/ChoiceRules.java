package org.leadflow.process.house;

import static org.leadflow.process.house.HouseForm.called;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a form lets people choose can be chosen, and means one thing. */
final class ChoiceRules {

  static final Set<String> TYPES = Set.of("radio", "select");

  private ChoiceRules() {}

  static List<String> findings(HouseForm form) {
    List<String> findings = new ArrayList<>();
    form.components().stream()
        .filter(field -> TYPES.contains(field.path("type").asText()))
        .filter(field -> !field.has("valuesKey") && !field.has("valuesExpression"))
        .forEach(field -> look(field, findings));
    return findings;
  }

  private static void look(JsonNode field, List<String> findings) {
    if (field.path("values").isEmpty()) {
      findings.add(called(field) + " offers nothing to choose; give it values");
    }
    Set<String> seen = new HashSet<>();
    for (JsonNode choice : field.path("values")) {
      String value = choice.path("value").asText();
      if (value.isBlank()) {
        findings.add(
            "%s: the choice \"%s\" has no value, so Tasklist does not offer it"
                .formatted(called(field), choice.path("label").asText()));
      } else if (!value.equals(value.strip())) {
        findings.add(
            "%s: the choice \"%s\" has the value \"%s\", with a space; write %s"
                .formatted(called(field), choice.path("label").asText(), value, value.strip()));
      } else if (!seen.add(value)) {
        findings.add(
            "%s: two choices have the value %s, so nobody can tell which was chosen"
                .formatted(called(field), value));
      }
    }
  }
}
