package org.leadflow.process.house;

import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.BPMN20_NS;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A diagram holds no code: no script, no class name, nothing in an expression but a flag. Reads the
 * XML itself, so that neither another prefix nor a written-out character hides anything.
 */
final class CodeRules {

  private static final Set<String> ELEMENTS = Set.of("scriptTask", "script", "connector");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "class",
          "expression",
          "type",
          "resultVariable",
          "variableMappingClass",
          "variableMappingDelegateExpression",
          "resource",
          "formKey",
          "formHandlerClass",
          "decisionRef",
          "scriptFormat",
          "language");
  private static final Set<String> AROUND =
      Set.of("definitions", "process", "subProcess", "transaction", "adHocSubProcess");
  private static final Set<String> LISTENERS = Set.of("taskListener", "executionListener");
  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}?");
  private static final Pattern ALLOWED =
      Pattern.compile(
          "\\$\\{\\w+}|\\$\\{\\w+ == (true|'\\w+')}|#\\{execution\\.processBusinessKey}");

  private final List<String> findings = new ArrayList<>();

  private CodeRules() {}

  static List<String> findings(HouseDiagram diagram) {
    var rules = new CodeRules();
    rules.look(rootOf(diagram.file()), "");
    return rules.findings.stream().distinct().toList();
  }

  /** Which tool and version the diagram says it was made with, of the two that Modeler writes. */
  static String platform(HouseDiagram diagram, String attribute) {
    return rootOf(diagram.file())
        .getAttributeNS("http://camunda.org/schema/modeler/1.0", attribute);
  }

  private static Element rootOf(ProcessFile file) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      factory.setCoalescing(true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(file.content()))
          .getDocumentElement();
    } catch (Exception unreadable) {
      throw new IllegalArgumentException(file.name() + " is no XML", unreadable);
    }
  }

  private void look(Element element, String around) {
    String where = called(element).orElse(around);
    if (ELEMENTS.contains(element.getLocalName())) {
      findings.add(where + "uses " + element.getLocalName() + "; call a building block instead");
    }
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      if (isCode(element, attribute)) {
        findings.add(
            where + "uses " + attribute.getNodeName() + "=…; call a building block instead");
      }
      decides(where, attribute.getNodeValue());
    }
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element inner) {
        look(inner, where);
      } else if (node.getNodeType() == Node.TEXT_NODE && !isCondition(element)) {
        decides(where, node.getNodeValue());
      }
    }
  }

  /** What a designer selects to see it: a thing on the diagram, or the process itself. */
  private static Optional<String> called(Element element) {
    Node around = element.getParentNode();
    if (!element.hasAttribute("id")
        || !BPMN20_NS.equals(element.getNamespaceURI())
        || !(around instanceof Element parent)
        || !AROUND.contains(parent.getLocalName())) {
      return Optional.empty();
    }
    String label = element.getAttribute("name").strip().replaceAll("\\s+", " ");
    String id = element.getAttribute("id");
    return Optional.of(
        element.getLocalName()
            + (label.isEmpty() ? " " + id : " \"" + label + "\" (" + id + ")")
            + " ");
  }

  /** Of a line; what it may say stands in ConditionRules. */
  private static boolean isCondition(Element element) {
    return element.getLocalName().equals("conditionExpression")
        && element.getParentNode() instanceof Element line
        && line.getLocalName().equals("sequenceFlow")
        && BPMN20_NS.equals(line.getNamespaceURI())
        && BPMN20_NS.equals(element.getNamespaceURI());
  }

  private static boolean isCode(Element element, Node attribute) {
    String namespace = attribute.getNamespaceURI();
    String name = attribute.getLocalName();
    boolean ofCamunda = HouseDiagram.CAMUNDA.equals(namespace);
    boolean atListener = namespace == null && LISTENERS.contains(element.getLocalName());
    boolean atCondition =
        namespace == null
            && element.getLocalName().equals("conditionExpression")
            && name.equals("language");
    // Elsewhere it would call what nobody has looked at.
    boolean callsFromElsewhere =
        ofCamunda
            && name.equals("delegateExpression")
            && !element.getLocalName().equals("serviceTask");
    return atCondition
        || callsFromElsewhere
        || ((ofCamunda || atListener) && ATTRIBUTES.contains(name));
  }

  private void decides(String where, String text) {
    EXPRESSION
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(expression -> !ALLOWED.matcher(expression).matches())
        .forEach(
            it ->
                findings.add(
                    where + "decides in an expression: " + it + "; ask for a flag instead"));
  }
}
