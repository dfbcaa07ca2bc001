package org.leadflow.process.house;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
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
  private static final Set<String> LISTENERS = Set.of("taskListener", "executionListener");
  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}?");
  private static final Pattern ALLOWED =
      Pattern.compile(
          "\\$\\{\\w+}|\\$\\{\\w+ == (true|'\\w+')}|#\\{execution\\.processBusinessKey}");

  private final List<String> findings = new ArrayList<>();

  private CodeRules() {}

  static List<String> findings(HouseDiagram diagram) {
    var rules = new CodeRules();
    rules.look(rootOf(diagram.file()));
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

  private void look(Element element) {
    if (ELEMENTS.contains(element.getLocalName())) {
      findings.add("uses " + element.getLocalName() + "; call a building block instead");
    }
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      if (isCode(element, attribute)) {
        findings.add("uses " + attribute.getNodeName() + "=…; call a building block instead");
      }
      decides(attribute.getNodeValue());
    }
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element inner) {
        look(inner);
      } else if (node.getNodeType() == Node.TEXT_NODE) {
        decides(node.getNodeValue());
      }
    }
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

  private void decides(String text) {
    EXPRESSION
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(expression -> !ALLOWED.matcher(expression).matches())
        .forEach(
            it -> findings.add("decides in an expression: " + it + "; ask for a flag instead"));
  }
}
