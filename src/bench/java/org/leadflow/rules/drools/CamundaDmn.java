package org.leadflow.rules.drools;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Verdict;

/** Camunda's engine for DMN by itself, with FEEL, its default. */
final class CamundaDmn implements BenchEngine {

  private final DmnEngine engine =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private final DmnDecision decision;
  private final Map<String, Fired> fired = new HashMap<>();

  CamundaDmn(List<BenchRule> rules) {
    String dmn = DmnText.of(rules, BenchRule::feel);
    decision =
        engine
            .parseDecisions(new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)))
            .get(0);
    rules.forEach(rule -> fired.put(rule.id(), HandWrittenScan.fired(rule)));
  }

  @Override
  public Verdict decide(LeadFacts lead) {
    DmnDecisionResult result = engine.evaluateDecision(decision, BenchLeads.variables(lead));
    return new Verdict(
        "routing/company",
        "bench",
        result.isEmpty() ? List.of() : List.of(fired.get((String) result.getSingleEntry())));
  }
}
