package org.leadflow.rules.drools;

import java.util.ArrayList;
import java.util.List;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Verdict;
import org.leadflow.rules.house.CompiledRules;
import org.leadflow.rules.table.RowIndex;

/**
 * A folder of routing tables and nothing else. The generic rule that stands for the rows of a table
 * fires once for every lead, whatever the lead; where no other rule has to be matched, its
 * consequence is called without a session around it, which would take many times as long.
 */
record TableRules(String ruleSet, String version, List<RowIndex> tables) implements CompiledRules {

  @Override
  public Verdict ask(LeadFacts facts) {
    if (tables.size() == 1) {
      return new Verdict(ruleSet, version, tables.get(0).best(facts));
    }
    var fired = new ArrayList<Fired>();
    for (RowIndex table : tables) {
      fired.addAll(table.best(facts));
    }
    return new Verdict(ruleSet, version, fired);
  }

  @Override
  public Verdict askAll(LeadFacts facts) {
    var fired = new ArrayList<Fired>();
    for (RowIndex table : tables) {
      fired.addAll(table.all(facts));
    }
    return new Verdict(ruleSet, version, fired);
  }
}
