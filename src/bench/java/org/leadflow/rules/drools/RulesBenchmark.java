package org.leadflow.rules.drools;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How many leads an engine decides in a second, each with the record of the rule that decided. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RulesBenchmark {

  private static final int LEADS = 1000;

  /** Leads whose answers are compared before anything is measured; the slow engines get fewer. */
  private static final int COMPARED = 10;

  @Param({"drl", "table", "camunda", "flowable", "index"})
  public String engine;

  @Param({"10", "100", "1000", "10000"})
  public int rules;

  private List<LeadFacts> leads;
  private BenchEngine asked;
  private int next;

  /** Builds the engine, and refuses to measure one that answers differently. */
  @Setup
  public void build() {
    ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("ROOT"))
        .setLevel(ch.qos.logback.classic.Level.WARN);
    leads = BenchLeads.make(LEADS);
    List<BenchRule> made = BenchRule.make(rules);
    asked = BenchEngine.of(engine, made);
    BenchEngine scan = BenchEngine.of("scan", made);
    int compared = engine.equals("camunda") || engine.equals("flowable") ? COMPARED : LEADS;
    for (LeadFacts lead : leads.subList(0, compared)) {
      String answer = winner(asked.decide(lead));
      String right = winner(scan.decide(lead));
      if (!answer.equals(right)) {
        throw new IllegalStateException(engine + " answers " + answer + ", not " + right);
      }
    }
  }

  private static String winner(Verdict verdict) {
    return verdict.winner().map(each -> each.ruleId()).orElse("nobody");
  }

  /** One decision. */
  @Benchmark
  public Verdict decide() {
    next = (next + 1) % LEADS;
    return asked.decide(leads.get(next));
  }
}
