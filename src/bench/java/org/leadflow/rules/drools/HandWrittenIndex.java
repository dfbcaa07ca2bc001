package org.leadflow.rules.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Verdict;

/**
 * What somebody would write who needs these rules, these facts and nothing else: bit sets per value,
 * and the first rule in all of them.
 */
final class HandWrittenIndex implements BenchEngine {

  private final int words;
  private final Fired[] fired;
  private final Map<String, long[]> country = new HashMap<>();
  private final Map<String, long[]> industry = new HashMap<>();
  private final Map<String, long[]> partner = new HashMap<>();
  private final Map<String, long[]> state = new HashMap<>();
  private final Map<String, long[]> postal = new HashMap<>();
  private final Map<String, long[]> grade = new HashMap<>();
  private final TreeMap<Integer, long[]> employees = new TreeMap<>();
  private final long[][] any = new long[6][];

  HandWrittenIndex(List<BenchRule> rules) {
    words = (rules.size() + 63) / 64;
    fired = rules.stream().map(HandWrittenScan::fired).toArray(Fired[]::new);
    any[0] = fill(rules, country, BenchRule::countries);
    any[1] = fill(rules, industry, rule -> one(rule.industry()));
    any[2] = fill(rules, partner, rule -> one(rule.partner()));
    any[3] = fill(rules, state, rule -> one(rule.state()));
    any[4] = fill(rules, postal, rule -> one(rule.postal()));
    any[5] = fill(rules, grade, BenchRule::grades);
    employees.put(Integer.MIN_VALUE, new long[words]);
    for (BenchRule rule : rules) {
      if (rule.from() != null) {
        employees.putIfAbsent(rule.from(), new long[words]);
        employees.putIfAbsent(rule.below(), new long[words]);
      }
    }
    for (int i = 0; i < rules.size(); i++) {
      BenchRule rule = rules.get(i);
      Map<Integer, long[]> range =
          rule.from() == null
              ? employees
              : employees.subMap(rule.from(), true, rule.below(), false);
      for (long[] bits : range.values()) {
        bits[i >> 6] |= 1L << i;
      }
    }
  }

  private static List<String> one(String value) {
    return value == null ? List.of() : List.of(value);
  }

  private long[] fill(
      List<BenchRule> rules, Map<String, long[]> into, Function<BenchRule, List<String>> values) {
    var all = new long[words];
    for (int i = 0; i < rules.size(); i++) {
      if (values.apply(rules.get(i)).isEmpty()) {
        all[i >> 6] |= 1L << i;
      }
    }
    for (int i = 0; i < rules.size(); i++) {
      for (String value : new ArrayList<>(values.apply(rules.get(i)))) {
        into.computeIfAbsent(value, none -> all.clone())[i >> 6] |= 1L << i;
      }
    }
    return all;
  }

  @Override
  public Verdict decide(LeadFacts lead) {
    long[] a = country.getOrDefault(lead.country(), any[0]);
    long[] b = industry.getOrDefault(lead.industry(), any[1]);
    long[] c = partner.getOrDefault(lead.partner(), any[2]);
    long[] d = state.getOrDefault(lead.state(), any[3]);
    long[] e = postal.getOrDefault(lead.postalCode().substring(0, 2), any[4]);
    long[] f = grade.getOrDefault(lead.grade(), any[5]);
    long[] g = employees.floorEntry(lead.employees()).getValue();
    for (int word = 0; word < words; word++) {
      long bits = a[word] & b[word] & c[word] & d[word] & e[word] & f[word] & g[word];
      if (bits != 0) {
        Fired winner = fired[(word << 6) + Long.numberOfTrailingZeros(bits)];
        return new Verdict("routing/company", "bench", List.of(winner));
      }
    }
    return new Verdict("routing/company", "bench", List.of());
  }
}
