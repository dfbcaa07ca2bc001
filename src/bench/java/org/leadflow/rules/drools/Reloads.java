package org.leadflow.rules.drools;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.List;
import java.util.Locale;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.house.Compilation;
import org.leadflow.rules.house.RuleFile;

/** How long reading and compiling rules again takes, and whether anything of the old ones stays. */
public final class Reloads {

  private Reloads() {}

  /** Reloads 200 times by itself: heap and metaspace are printed every 20 times. */
  public static void main(String[] arguments) {
    int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    List<LeadFacts> leads = BenchLeads.make(300);
    List<BenchRule> rules = BenchRule.make(100);
    for (int i = 1; i <= times; i++) {
      Compilation drl = compile("routing/company/bench.drl", BenchEngine.drl(rules));
      Compilation table =
          compile("routing/company/bench.table.csv", BenchEngine.table(BenchRule.make(1000)));
      leads.forEach(lead -> drl.compiled().ask(lead));
      leads.forEach(lead -> table.compiled().ask(lead));
      if (i % 20 == 0 || i == 1) {
        System.gc();
        System.out.printf(
            Locale.ROOT,
            "%d reloads: heap %.1f MB, metaspace %.1f MB%n",
            i,
            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6,
            metaspace() / 1e6);
      }
    }
  }

  static String measure() {
    String drl = BenchEngine.drl(BenchRule.make(1000));
    String table = BenchEngine.table(BenchRule.make(10000));
    double ofDrl = Double.MAX_VALUE;
    double ofTable = Double.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      ofDrl = Math.min(ofDrl, seconds("routing/company/bench.drl", drl));
      ofTable = Math.min(ofTable, seconds("routing/company/bench.table.csv", table));
    }
    return String.format(
        Locale.ROOT,
        """
        Reading and compiling again, in a running program: 1,000 rules of DRL %.1f s, a routing table of 10,000 rows %.2f s.
        `mvn -Pbench test -DskipTests -Dbench.main=org.leadflow.rules.drools.Reloads` reloads 200 times and prints heap and metaspace.
        """,
        ofDrl,
        ofTable);
  }

  private static double seconds(String path, String text) {
    long start = System.nanoTime();
    compile(path, text);
    return (System.nanoTime() - start) / 1e9;
  }

  private static Compilation compile(String path, String text) {
    Compilation compilation =
        new DroolsCompiler().compile("routing/company", "bench", List.of(new RuleFile(path, text)));
    if (compilation.compiled() == null) {
      throw new IllegalStateException(compilation.findings().toString());
    }
    return compilation;
  }

  private static long metaspace() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed())
        .sum();
  }
}
