package org.leadflow.rules.drools;

import java.util.List;
import java.util.function.Function;

/** The rules as a decision table of DMN. */
final class DmnText {

  static final List<String> INPUTS =
      List.of("country", "industry", "partner", "state", "employees", "postalCode", "grade");

  private DmnText() {}

  static String of(List<BenchRule> rules, Function<BenchRule, List<String>> cells) {
    var text =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="http://leadflow.org">
            <decision id="route" name="route"><decisionTable id="t" hitPolicy="FIRST">
            """);
    for (String input : INPUTS) {
      text.append(
          """
          <input id="i_%1$s" label="%1$s"><inputExpression id="e_%1$s" typeRef="%2$s"><text>%1$s</text></inputExpression></input>
          """
              .formatted(input, input.equals("employees") ? "number" : "string"));
    }
    text.append("<output id=\"o\" label=\"o\" name=\"rule\" typeRef=\"string\"/>\n");
    for (BenchRule rule : rules) {
      text.append("<rule id=\"r").append(rule.priority()).append("\">");
      int column = 0;
      for (String cell : cells.apply(rule)) {
        entry("inputEntry", "c" + rule.priority() + "_" + column++, cell, text);
      }
      entry("outputEntry", "o" + rule.priority(), "\"" + rule.id() + "\"", text);
      text.append("</rule>\n");
    }
    return text.append("</decisionTable></decision></definitions>").toString();
  }

  private static void entry(String tag, String id, String cell, StringBuilder text) {
    text.append('<').append(tag).append(" id=\"").append(id).append("\"><text><![CDATA[")
        .append(cell)
        .append("]]></text></")
        .append(tag)
        .append('>');
  }
}
