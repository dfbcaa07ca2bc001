package org.leadflow.rules.drools;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Finding;
import org.leadflow.rules.Outcome;
import org.leadflow.rules.Place;
import org.leadflow.rules.Rule;
import org.leadflow.rules.house.Draft;
import org.leadflow.rules.house.OutcomeReader;

/** Reads what the rules of one folder say about themselves: sentence, id, owner, place. */
final class ReadRules {

  /** By sentence, under which Drools knows a rule. */
  final Map<String, Rule> bySentence = new LinkedHashMap<>();

  final Set<String> unconditional = new HashSet<>();
  final List<Finding> findings = new ArrayList<>();

  /** Whether the file can be read at all; what it says is kept. */
  boolean read(Draft draft) {
    try {
      return parsed(draft);
    } catch (RuntimeException | StackOverflowError broken) {
      // Brackets in brackets in brackets exhaust the parser.
      findings.add(
          new Finding(draft.file().path(), 0, "this cannot be read: it is nested too deeply"));
      return false;
    }
  }

  private boolean parsed(Draft draft) {
    var parser = new DrlParser();
    @Nullable PackageDescr read = null;
    try {
      read = parser.parse(false, draft.drl());
    } catch (DroolsParserException broken) {
      findings.add(
          new Finding(draft.places().at(0, ""), "this cannot be read: " + Plainly.of(broken)));
    }
    if (parser.hasErrors() || read == null) {
      parser.getErrors().forEach(error -> findings.add(Errors.finding(draft, error)));
      return false;
    }
    if (read.getRules().isEmpty()) {
      findings.add(new Finding(draft.file().path(), 0, "there is no rule in this file"));
    }
    read.getRules().forEach(rule -> add(draft, rule));
    return true;
  }

  private void add(Draft draft, RuleDescr read) {
    String id = annotation(draft, read, "Id");
    String owner = annotation(draft, read, "Owner");
    Place place = draft.places().at(read.getLine(), "");
    var rule =
        new Rule(
            id,
            read.getName(),
            owner,
            place.file(),
            place.line(),
            place.cell(),
            Conditions.of(read.getLhs(), draft, read.getLine()),
            outcomes(draft, read));
    Rule other = bySentence.putIfAbsent(read.getName(), rule);
    if (other != null) {
      find(draft, read, "has the same sentence as the rule at " + other.place());
    }
    if (!read.getAttributes().isEmpty()) {
      find(
          draft, read, "has attributes, which are not used here: " + read.getAttributes().keySet());
    }
    if (hasNoCondition(read.getLhs())) {
      unconditional.add(id);
    }
  }

  private List<Outcome> outcomes(Draft draft, RuleDescr read) {
    try {
      return OutcomeReader.read(String.valueOf(read.getConsequence())).stream().toList();
    } catch (IllegalArgumentException impossible) {
      findings.add(
          new Finding(
              draft.places().at(read.getConsequenceLine(), String.valueOf(read.getConsequence())),
              impossible.getMessage()));
      return List.of();
    }
  }

  private static boolean hasNoCondition(AndDescr conditions) {
    return conditions.getDescrs().stream()
        .allMatch(
            each ->
                each instanceof PatternDescr pattern
                    && pattern.getConstraint().getDescrs().isEmpty());
  }

  /** Whether an annotation keeps its quotes depends on what else is on the class path. */
  private String annotation(Draft draft, RuleDescr rule, String name) {
    AnnotationDescr annotation = rule.getAnnotation(name);
    String value =
        annotation == null || annotation.getSingleValue() == null
            ? ""
            : annotation.getSingleValueAsString().replace("\"", "").strip();
    if (value.isEmpty()) {
      find(draft, rule, "needs @%s(\"...\") below its first line".formatted(name));
    }
    return value;
  }

  private void find(Draft draft, RuleDescr rule, String what) {
    findings.add(
        new Finding(
            draft.places().at(rule.getLine(), ""), "rule \"" + rule.getName() + "\" " + what));
  }
}
