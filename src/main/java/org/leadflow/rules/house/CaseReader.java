package org.leadflow.rules.house;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Finding;
import org.leadflow.rules.LeadFacts;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a case file. Works on the nodes of the text and not on objects made of it, so that every
 * finding has its line and a country {@code NO} stays Norway.
 */
final class CaseReader {

  private static final Set<String> KEYS = Set.of("because", "lead", "fires", "answer");

  private final RuleFile file;
  private final List<Finding> findings;

  private CaseReader(RuleFile file, List<Finding> findings) {
    this.file = file;
    this.findings = findings;
  }

  /** The readable cases of a file; what is wrong with the others is added to the findings. */
  static List<Case> read(RuleFile file, List<Finding> findings) {
    var reader = new CaseReader(file, findings);
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(file.text()));
      return root instanceof SequenceNode list ? reader.cases(list) : reader.noList();
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 0 : broken.getProblemMark().getLine() + 1;
      findings.add(new Finding(file.path(), line, "this is not YAML: " + broken.getProblem()));
    } catch (YAMLException broken) {
      findings.add(new Finding(file.path(), 0, "this is not YAML: " + broken.getMessage()));
    }
    return List.of();
  }

  private List<Case> noList() {
    findings.add(
        new Finding(file.path(), 1, "a case file is a list: each case starts with \"- because:\""));
    return List.of();
  }

  private List<Case> cases(SequenceNode list) {
    var cases = new ArrayList<Case>();
    for (Node each : list.getValue()) {
      int before = findings.size();
      Case read = one(each);
      if (read != null && findings.size() == before) {
        cases.add(read);
      }
    }
    return cases;
  }

  private @Nullable Case one(Node node) {
    Map<String, Node> parts = entries(node, "a case");
    for (String key : parts.keySet()) {
      if (!KEYS.contains(key)) {
        add(parts.get(key), "a case has because, lead, fires and answer, no \"" + key + "\"");
      }
    }
    Node because = parts.get("because");
    Node lead = parts.get("lead");
    Node fires = parts.get("fires");
    if (because == null || lead == null || fires == null) {
      add(
          node,
          "a case needs because, lead and fires; lead: {} and fires: [] where there is nothing");
      return null;
    }
    Node answer = parts.get("answer");
    return new Case(
        file,
        line(node),
        text(because),
        facts(lead),
        ids(fires),
        answer == null ? null : text(answer));
  }

  private LeadFacts facts(Node lead) {
    var values = new LinkedHashMap<String, String>();
    entries(lead, "lead")
        .forEach(
            (name, value) -> {
              String text = text(value);
              String objection = CaseFacts.objection(name, text);
              if (objection == null) {
                values.put(name, text);
              } else {
                add(value, objection);
              }
            });
    return CaseFacts.of(values);
  }

  private List<String> ids(Node fires) {
    if (fires instanceof SequenceNode list) {
      return list.getValue().stream().map(this::text).sorted().toList();
    }
    add(fires, "fires is a list of rule ids: [SCO-010], or [] when no rule of this topic fires");
    return List.of();
  }

  private Map<String, Node> entries(Node node, String what) {
    var entries = new LinkedHashMap<String, Node>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple each : mapping.getValue()) {
        if (entries.put(text(each.getKeyNode()), each.getValueNode()) != null) {
          add(each.getKeyNode(), "\"" + text(each.getKeyNode()) + "\" stands here twice");
        }
      }
    } else {
      add(node, what + " consists of name: value");
    }
    return entries;
  }

  private String text(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    add(node, "this has to be a single value");
    return "";
  }

  private void add(Node node, String sentence) {
    findings.add(new Finding(file.path(), line(node), sentence));
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
