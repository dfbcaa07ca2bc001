package org.leadflow.rules.explain;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.house.CaseFacts;

/**
 * Leads in a file of comma-separated values: the first line names facts of {@code rules/facts.md},
 * an empty cell is a fact that is not known.
 *
 * @param leads in the order of the lines
 * @param faults what cannot be read, with line and column; with any, nothing is decided
 */
public record FactsFile(List<Line> leads, List<String> faults) {

  private static final int FAULTS_SHOWN = 50;

  /** The facts of one line, counted from 1 with the line of the names. */
  public record Line(int number, LeadFacts facts) {}

  /**
   * Reads a file.
   *
   * @param today of every lead that does not name a day
   */
  public static FactsFile read(Reader csv, LocalDate today) {
    var leads = new ArrayList<Line>();
    var faults = new ArrayList<String>();
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();
    try (CSVParser lines = CSVParser.parse(csv, format)) {
      List<String> names =
          lines.getHeaderNames().stream().map(name -> name.replace("\uFEFF", "")).toList();
      for (CSVRecord line : lines) {
        read(line, names, today, leads, faults);
        if (faults.size() >= FAULTS_SHOWN) {
          break;
        }
      }
    } catch (CSVException | IllegalArgumentException | UncheckedIOException broken) {
      faults.add("this is no file of comma-separated values: " + broken.getMessage());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    if (leads.isEmpty() && faults.isEmpty()) {
      faults.add("there is no lead in this file");
    }
    return new FactsFile(leads, faults);
  }

  private static void read(
      CSVRecord line, List<String> names, LocalDate today, List<Line> leads, List<String> faults) {
    int number = (int) line.getRecordNumber() + 1;
    if (line.size() > names.size()) {
      faults.add("line %d: has more cells than the first line has names".formatted(number));
      return;
    }
    Map<String, String> values = new LinkedHashMap<>();
    int before = faults.size();
    for (int i = 0; i < line.size(); i++) {
      String value = line.get(i);
      if (!value.isEmpty()) {
        String objection = CaseFacts.objection(names.get(i), value);
        if (objection != null) {
          faults.add("line %d, column %d: %s".formatted(number, i + 1, objection));
        }
        values.put(names.get(i), value);
      }
    }
    if (faults.size() == before) {
      values.putIfAbsent("today", today.toString());
      leads.add(new Line(number, CaseFacts.of(values)));
    }
  }
}
