package org.leadflow.rules.drools;

import java.util.List;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Verdict;
import org.leadflow.rules.house.Compilation;
import org.leadflow.rules.house.RuleFile;

/** Decides a lead and records which rule did it. */
interface BenchEngine {

  Verdict decide(LeadFacts lead);

  static BenchEngine of(String name, List<BenchRule> rules) {
    return switch (name) {
      case "drl" -> room("routing/company/bench.drl", drl(rules));
      case "table" -> room("routing/company/bench.table.csv", table(rules));
      case "index" -> new HandWrittenIndex(rules);
      case "scan" -> new HandWrittenScan(rules);
      case "camunda" -> new CamundaDmn(rules);
      case "flowable" -> new FlowableDmn(rules);
      default -> throw new IllegalArgumentException(name);
    };
  }

  static String drl(List<BenchRule> rules) {
    var text = new StringBuilder("package routing.company\nimport org.leadflow.rules.*\n");
    rules.forEach(rule -> text.append(rule.drl()));
    return text.toString();
  }

  static String table(List<BenchRule> rules) {
    var text = new StringBuilder(BenchRule.TABLE_HEAD);
    rules.forEach(rule -> text.append(rule.row()));
    return text.toString();
  }

  private static BenchEngine room(String path, String text) {
    Compilation compilation =
        new DroolsCompiler()
            .compile("routing/company", "bench", List.of(new RuleFile(path, text)));
    if (compilation.compiled() == null) {
      throw new IllegalStateException(compilation.findings().toString());
    }
    return compilation.compiled()::ask;
  }
}
