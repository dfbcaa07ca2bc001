package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Where a condition stands and how it is written; answers one that is not with what was meant. */
final class ConditionRules {

  private static final Pattern AROUND = Pattern.compile("^=|^[$#]\\{|}$");
  private static final Pattern COMPARED =
      Pattern.compile("(\\w+)\\s*(?:=+|\\beq\\b)\\s*[\"'‘’“”„]?([^\"'‘’“”„]*?)[\"'‘’“”]?");
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern OPPOSITE =
      Pattern.compile("(?:!|\\bnot\\b)\\s*\\(?\\s*(\\w+)\\s*\\)?|(\\w+)\\s*=+\\s*false");
  private static final Pattern SEVERAL = Pattern.compile("&&|\\|\\||\\b(?:and|or)\\b");

  private ConditionRules() {}

  static List<String> findings(HouseDiagram diagram) {
    List<String> findings = new ArrayList<>();
    for (SequenceFlow flow : diagram.flows()) {
      String text = Condition.textOf(flow);
      if (!text.isEmpty() && Condition.of(text).isEmpty()) {
        findings.add(
            "%s, out of %s, has the condition %s; %s"
                .formatted(called(flow), called(flow.getSource()), text, meant(text)));
      }
      if (!text.isEmpty() && !(flow.getSource() instanceof ExclusiveGateway)) {
        findings.add(
            ("%s, out of %s, has the condition %s, but only a gateway chooses, and a lead for which it"
                    + " is not true would be stuck; take it away, or put an exclusive gateway (the X)"
                    + " before it")
                .formatted(called(flow), called(flow.getSource()), text));
      }
    }
    return findings;
  }

  /** Whether the engine's own words about a diagram are about a condition that is named here. */
  static boolean isAbout(String refused, HouseDiagram diagram) {
    return diagram.flows().stream()
        .map(Condition::textOf)
        .filter(text -> !text.isEmpty() && Condition.of(text).isEmpty())
        .anyMatch(text -> refused.contains("'" + text + "'"));
  }

  private static String meant(String text) {
    String asked = AROUND.matcher(text).replaceAll("").strip();
    asked = AROUND.matcher(asked).replaceAll("").strip();
    if (SEVERAL.matcher(asked).find()) {
      return "a line asks for one thing; draw a gateway for each, one behind the other";
    }
    Matcher opposite = OPPOSITE.matcher(asked);
    if (opposite.matches()) {
      String flag = opposite.group(1) == null ? opposite.group(2) : opposite.group(1);
      return "make this line the default flow, and write ${%s == true} on the other"
          .formatted(flag);
    }
    if (asked.contains("!=") || asked.matches(".*\\bne\\b.*")) {
      return "ask for what it is, not for what it is not: a line for each answer, such as ${answer =="
          + " 'qualified'}";
    }
    Matcher compared = COMPARED.matcher(asked);
    if (compared.matches() && WORD.matcher(compared.group(2).strip()).matches()) {
      String value = compared.group(2).strip();
      return "write " + new Condition(compared.group(1), value, !value.equals("true"));
    }
    if (WORD.matcher(asked).matches()) {
      return "write ${" + asked + "}";
    }
    return "write ${flag}, ${flag == true} or ${answer == 'value'}; a value is one word of letters,"
        + " digits and _";
  }
}
