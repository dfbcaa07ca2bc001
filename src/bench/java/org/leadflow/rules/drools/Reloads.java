package org.leadflow.rules.drools;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.house.CompiledRules;
import org.leadflow.rules.house.RuleFile;
import org.leadflow.rules.house.SetExamination;

/** How long reading and compiling rules again takes, and whether anything of the old ones stays. */
final class Reloads {

  private static final String DRL = "routing/company/bench.drl";
  private static final String TABLE = "routing/company/bench.table.csv";

  private Reloads() {}

  /** The part of the page about them. */
  static String measure(int times) {
    String drl = BenchEngine.drl(BenchRule.make(1000));
    String table = BenchEngine.table(BenchRule.make(10000));
    double ofDrl = Double.MAX_VALUE;
    double ofTable = Double.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      ofDrl = Math.min(ofDrl, seconds(DRL, drl));
      ofTable = Math.min(ofTable, seconds(TABLE, table));
    }
    return String.format(
            Locale.ROOT,
            """
            Reading, compiling and checking rules again as publishing does, in a running program, seconds of computing, best of
            five: %.1f for 1,000 rules of DRL, %.2f for a routing table of 10,000 rows.

            Heap and metaspace while rules are replaced %d times, each time 100 rules of DRL and a routing table of 1,000 rows, all
            of them asked by 300 leads:

            | Reloads | heap, MB | metaspace, MB |
            |---|---|---|
            """,
            ofDrl,
            ofTable,
            times)
        + memory(times);
  }

  private static String memory(int times) {
    var text = new StringBuilder();
    List<LeadFacts> leads = BenchLeads.make(300);
    String drl = BenchEngine.drl(BenchRule.make(100));
    String table = BenchEngine.table(BenchRule.make(1000));
    for (int i = 1; i <= times; i++) {
      ask(examine(DRL, drl), leads);
      ask(examine(TABLE, table), leads);
      if (i % Math.max(1, times / 5) == 0 || i == times / 10) {
        System.gc();
        System.gc();
        text.append(
            String.format(
                Locale.ROOT,
                "| %d | %.1f | %.1f |%n",
                i,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6,
                metaspace() / 1e6));
      }
    }
    return text.toString();
  }

  private static void ask(SetExamination examined, List<LeadFacts> leads) {
    CompiledRules rules = examined.ready().orElseThrow().rules();
    leads.forEach(rules::ask);
  }

  private static double seconds(String path, String text) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    examine(path, text);
    return (threads.getCurrentThreadCpuTime() - start) / 1e9;
  }

  /** With one case, of a lead that no rule takes. */
  private static SetExamination examine(String path, String text) {
    SetExamination examined =
        SetExamination.of(
            "routing/company",
            List.of(
                new RuleFile(
                    "routing/company/bench.cases.yaml",
                    "- because: nobody\n  lead: { country: LI }\n  fires: []\n"),
                new RuleFile(path, text)),
            new DroolsCompiler());
    if (examined.ready().isEmpty()) {
      throw new IllegalStateException(examined.findings().toString());
    }
    return examined;
  }

  private static long metaspace() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed())
        .sum();
  }
}
