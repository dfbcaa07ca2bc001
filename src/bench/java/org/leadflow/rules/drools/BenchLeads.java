package org.leadflow.rules.drools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.leadflow.rules.LeadFacts;

/** The same leads for every engine. */
final class BenchLeads {

  private BenchLeads() {}

  static List<LeadFacts> make(int count) {
    var random = new Random(7);
    var leads = new ArrayList<LeadFacts>();
    for (int i = 0; i < count; i++) {
      leads.add(
          LeadFacts.on(LocalDate.of(2026, 1, 15))
              .country(BenchRule.country(random.nextInt(1000)))
              .industry(BenchRule.pick(random, BenchRule.INDUSTRIES))
              .partner("partner-" + random.nextInt(400))
              .state("state-" + random.nextInt(400))
              .employees(random.nextInt(1600))
              .postalCode("" + (10000 + random.nextInt(90000)))
              .grade(BenchRule.pick(random, List.of("A", "B", "C", "D")))
              .build());
    }
    return leads;
  }

  static Map<String, Object> variables(LeadFacts lead) {
    var variables = new HashMap<String, Object>();
    variables.put("country", lead.country());
    variables.put("industry", lead.industry());
    variables.put("partner", lead.partner());
    variables.put("state", lead.state());
    variables.put("employees", lead.employees());
    variables.put("postalCode", lead.postalCode());
    variables.put("grade", lead.grade());
    return variables;
  }
}
