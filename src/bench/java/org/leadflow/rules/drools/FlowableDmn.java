package org.leadflow.rules.drools;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowable.dmn.api.DmnDecisionService;
import org.flowable.dmn.engine.DmnEngine;
import org.flowable.dmn.engine.DmnEngineConfiguration;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Verdict;

/** Flowable's engine for DMN on a database in memory, without history. */
final class FlowableDmn implements BenchEngine {

  private final DmnDecisionService service;
  private final Map<String, Fired> fired = new HashMap<>();

  FlowableDmn(List<BenchRule> rules) {
    DmnEngineConfiguration configuration =
        DmnEngineConfiguration.createStandaloneInMemDmnEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:bench" + rules.size() + System.nanoTime());
    configuration.setDatabaseSchemaUpdate("create-drop");
    configuration.setHistoryEnabled(false);
    DmnEngine engine = configuration.buildDmnEngine();
    engine
        .getDmnRepositoryService()
        .createDeployment()
        .addString("route.dmn", DmnText.of(rules, BenchRule::juel))
        .deploy();
    service = engine.getDmnDecisionService();
    rules.forEach(rule -> fired.put(rule.id(), HandWrittenScan.fired(rule)));
  }

  @Override
  public Verdict decide(LeadFacts lead) {
    Map<String, Object> result =
        service
            .createExecuteDecisionBuilder()
            .decisionKey("route")
            .variables(BenchLeads.variables(lead))
            .executeWithSingleResult();
    return new Verdict(
        "routing/company",
        "bench",
        result == null || result.isEmpty() ? List.of() : List.of(fired.get(result.get("rule"))));
  }
}
