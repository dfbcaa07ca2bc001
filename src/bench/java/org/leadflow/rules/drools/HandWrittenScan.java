package org.leadflow.rules.drools;

import java.util.List;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Receiver;
import org.leadflow.rules.Verdict;

/** Looks at one rule after the other, until one fits: slow, and hard to get wrong. */
final class HandWrittenScan implements BenchEngine {

  private final List<BenchRule> rules;

  HandWrittenScan(List<BenchRule> rules) {
    this.rules = rules;
  }

  @Override
  public Verdict decide(LeadFacts lead) {
    for (BenchRule rule : rules) {
      if (fits(rule, lead)) {
        return new Verdict("routing/company", "bench", List.of(fired(rule)));
      }
    }
    return new Verdict("routing/company", "bench", List.of());
  }

  static Fired fired(BenchRule rule) {
    return new Fired(
        rule.id(), rule.id(), "bench", "bench", 1, "", Receiver.unit(rule.unit(), rule.priority()));
  }

  private static boolean fits(BenchRule rule, LeadFacts lead) {
    return (rule.countries().isEmpty() || rule.countries().contains(lead.country()))
        && (rule.industry() == null || rule.industry().equals(lead.industry()))
        && (rule.partner() == null || rule.partner().equals(lead.partner()))
        && (rule.state() == null || rule.state().equals(lead.state()))
        && (rule.from() == null
            || lead.employees() >= rule.from() && lead.employees() < rule.below())
        && (rule.postal() == null || lead.postalCode().startsWith(rule.postal()))
        && (rule.grades().isEmpty() || rule.grades().contains(lead.grade()));
  }
}
