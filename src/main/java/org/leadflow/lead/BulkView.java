package org.leadflow.lead;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer to a call about many leads.
 *
 * @param results one for each lead, in the order in which they were named
 * @param counts how many there are of each outcome
 */
public record BulkView(List<BulkResult> results, Map<String, Integer> counts) {

  public static BulkView of(List<BulkResult> results) {
    Map<String, Integer> counts = new TreeMap<>();
    results.forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
    return new BulkView(results, counts);
  }
}
