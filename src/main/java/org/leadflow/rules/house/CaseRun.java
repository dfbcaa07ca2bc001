package org.leadflow.rules.house;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadflow.rules.Finding;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the cases of one folder against its compiled rules. */
final class CaseRun {

  private static final Logger log = LoggerFactory.getLogger(CaseRun.class);

  private final CompiledRules rules;
  private final Set<String> failures = new HashSet<>();

  CaseRun(CompiledRules rules) {
    this.rules = rules;
  }

  CaseResult run(Case one) {
    var findings = new ArrayList<Finding>();
    try {
      compare(one, rules.ask(one.lead()), findings);
      for (String left : CaseFacts.known(one.lead())) {
        withoutFact(one, left, findings);
      }
    } catch (RuleSetFailed failed) {
      add(findings, one, "it breaks: " + failed.getMessage());
    } catch (RuntimeException | StackOverflowError | LinkageError broken) {
      log.warn("A case of {} breaks", one.file().path(), broken);
      add(findings, one, "it breaks: " + broken);
    }
    String folder = one.file().folder();
    String name = String.join(" / ", folder.replace("/", " / "), one.file().topic(), one.because());
    return new CaseResult(name, folder, one.lead(), findings);
  }

  private void compare(Case one, Verdict verdict, List<Finding> findings) {
    List<Fired> fired = verdict.fired().stream().filter(each -> one.isAbout(each.file())).toList();
    List<String> ids = fired.stream().map(Fired::ruleId).distinct().toList();
    if (!ids.equals(one.fires())) {
      add(findings, one, "expected to fire: " + list(one.fires()) + "; fired: " + sentences(fired));
    }
    if (one.answer() != null) {
      String objection = Answer.objection(one.answer());
      String actual =
          Answer.to(
              one.answer(), verdict, new Verdict(verdict.ruleSet(), verdict.version(), fired));
      if (objection != null) {
        add(findings, one, objection);
      } else if (!actual.equals(one.answer())) {
        add(
            findings,
            one,
            "expected answer: %s; answered: %s, from %s"
                .formatted(
                    one.answer(),
                    actual,
                    sentences(one.answer().startsWith("points") ? fired : verdict.fired())));
      }
    }
  }

  /** Whatever a rule looks at may be missing in the next lead. */
  private void withoutFact(Case one, String left, List<Finding> findings) {
    LeadFacts facts = CaseFacts.without(one.lead(), left);
    try {
      rules.ask(facts);
    } catch (RuleSetFailed failed) {
      if (failures.add(String.valueOf(failed.getMessage()))) {
        add(findings, one, "it breaks when " + left + " is not known: " + failed.getMessage());
      }
    }
  }

  private static String list(List<String> ids) {
    return ids.isEmpty() ? "none" : String.join(", ", ids);
  }

  private static String sentences(List<Fired> fired) {
    return fired.isEmpty()
        ? "none"
        : fired.stream()
            .map(each -> each.ruleId() + " (" + each.sentence() + ")")
            .collect(Collectors.joining(", "));
  }

  private static void add(List<Finding> findings, Case one, String sentence) {
    findings.add(
        new Finding(one.file().path(), one.line(), "\"" + one.because() + "\": " + sentence));
  }
}
