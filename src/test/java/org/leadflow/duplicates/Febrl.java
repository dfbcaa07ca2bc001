package org.leadflow.duplicates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leadflow.core.Records;
import org.leadflow.lead.LeadFields;

/**
 * A FEBRL data set as leads, by names and address only: what is known of birth and social security
 * is not looked at. Who is whose duplicate stands in {@code rec_id}.
 */
record Febrl(String name, List<Row> rows) {

  record Row(String person, LeadFields lead) {}

  /**
   * How well the duplicates of a set are found.
   *
   * @param found by the product, merged or asked about
   * @param sure of them merged without asking
   */
  record Score(int truth, int found, int rightlyFound, int sure, int rightlySure) {

    double precision() {
      return (double) rightlyFound / found;
    }

    double recall() {
      return (double) rightlyFound / truth;
    }

    double precisionOfSure() {
      return (double) rightlySure / sure;
    }

    double recallOfSure() {
      return (double) rightlySure / truth;
    }
  }

  static Febrl read(Path file) throws IOException {
    List<Row> rows =
        Files.readAllLines(file).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .map(cells -> new Row(cells[0].strip().split("-")[1], lead(cells)))
            .toList();
    return new Febrl(file.getFileName().toString(), rows);
  }

  private static LeadFields lead(String[] cells) {
    Map<String, Object> lead = new HashMap<>();
    put(lead, "firstName", cells[1]);
    put(lead, "lastName", cells[2]);
    put(lead, "address1Line1", cells[3].strip() + " " + cells[4].strip());
    put(lead, "address1Line2", cells[5]);
    put(lead, "address1City", cells[6]);
    put(lead, "address1PostalCode", cells[7]);
    put(lead, "address1StateOrProvince", cells[8]);
    return Records.of(LeadFields.class, lead);
  }

  private static void put(Map<String, Object> lead, String field, String cell) {
    if (!cell.isBlank()) {
      lead.put(field, cell.strip());
    }
  }

  /** Sends them in one after the other, as the product would find them by their keys. */
  Score score(TwinRules rules) {
    Map<String, Integer> seen = new HashMap<>();
    Map<Key, List<Integer>> byKey = new HashMap<>();
    int truth = 0;
    int[] counts = new int[4];
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      truth += seen.merge(row.person(), 1, Integer::sum) - 1;
      Someone someone = Someone.of(row.lead());
      Set<Integer> candidates = new HashSet<>();
      for (Key key : Keys.twinOf(row.lead())) {
        List<Integer> block = byKey.computeIfAbsent(key, none -> new ArrayList<>());
        candidates.addAll(block);
        block.add(i);
      }
      for (int other : candidates) {
        boolean right = rows.get(other).person().equals(row.person());
        Optional<TwinRules.Found> found = rules.of(someone, Someone.of(rows.get(other).lead()));
        if (found.isPresent()) {
          counts[0]++;
          counts[1] += right ? 1 : 0;
          if (found.get().rule().verdict() == Verdict.SURE) {
            counts[2]++;
            counts[3] += right ? 1 : 0;
          }
        }
      }
    }
    return new Score(truth, counts[0], counts[1], counts[2], counts[3]);
  }

  static TwinRules rulesAsShipped() {
    return new TwinRules(settingsAsShipped());
  }

  static DuplicateSettings settingsAsShipped() {
    return new DuplicateSettings(true, Set.of(), Set.of(), 14, 12, Map.of(), Map.of(), Set.of());
  }
}
