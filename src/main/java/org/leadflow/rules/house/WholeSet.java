package org.leadflow.rules.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leadflow.rules.KnownReceivers;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.analysis.Analysis;
import org.leadflow.rules.analysis.Discovery;

/** Looks at the rules of a folder as a whole, with its cases as examples and the rules as proof. */
final class WholeSet {

  private static final String NOBODY = "nobody";

  private WholeSet() {}

  static List<Discovery> discoveries(
      String ruleSet,
      List<Rule> rules,
      List<Case> cases,
      CompiledRules compiled,
      KnownReceivers receivers) {
    List<Map<String, String>> nobody =
        cases.stream()
            .filter(each -> NOBODY.equals(each.answer()))
            .map(each -> CaseFacts.words(each.lead()))
            .toList();
    var discoveries = new ArrayList<Discovery>();
    for (Discovery each : Analysis.of(ruleSet, rules, nobody, receivers)) {
      boolean shown = each.kind() == Discovery.Kind.CONFLICT && !each.example().isEmpty();
      if (!shown || shows(each, compiled)) {
        discoveries.add(each);
      }
    }
    discoveries.addAll(MergedCases.conflicts(rules, cases, compiled, discoveries));
    return discoveries;
  }

  /** Whether the example does what is claimed: a pattern of a stronger rule may take it. */
  private static boolean shows(Discovery conflict, CompiledRules compiled) {
    try {
      return !compiled.ask(CaseFacts.of(conflict.example())).conflict().isEmpty();
    } catch (RuleSetFailed failed) {
      return false;
    }
  }
}
