package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;

/** What begins with {@code =} is for Camunda 8 an expression, and here nothing but a text. */
final class FeelRules {

  private FeelRules() {}

  static List<String> findings(HouseDiagram diagram) {
    List<String> findings = new ArrayList<>();
    for (FlowNode node : diagram.nodes()) {
      written(diagram, node)
          .forEach(
              (where, text) -> {
                if (text != null && text.strip().startsWith("=")) {
                  findings.add(
                      ("%s: %s is %s, which only Camunda 8 understands; write a plain value, or a"
                              + " variable as ${ownerFound}")
                          .formatted(called(node), where, text.strip()));
                }
              });
    }
    return findings;
  }

  private static Map<String, String> written(HouseDiagram diagram, FlowNode node) {
    Map<String, String> written = new TreeMap<>();
    diagram
        .below(node, CamundaInputParameter.class)
        .forEach(it -> written.put("the input " + it.getCamundaName(), it.getTextContent()));
    diagram
        .below(node, CamundaOutputParameter.class)
        .forEach(it -> written.put("the output " + it.getCamundaName(), it.getTextContent()));
    diagram
        .below(node, CamundaIn.class)
        .forEach(it -> written.put("what is handed over as " + it.getCamundaTarget(), source(it)));
    diagram
        .below(node, CamundaOut.class)
        .forEach(
            it ->
                written.put(
                    "what is taken back as " + it.getCamundaTarget(), it.getCamundaSource()));
    if (node instanceof CallActivity call) {
      written.put("the called process", call.getCalledElement());
    }
    return written;
  }

  private static String source(CamundaIn in) {
    return in.getCamundaBusinessKey() == null ? in.getCamundaSource() : in.getCamundaBusinessKey();
  }
}
