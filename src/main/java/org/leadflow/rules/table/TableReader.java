package org.leadflow.rules.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadflow.rules.Condition;
import org.leadflow.rules.FactNames;
import org.leadflow.rules.Finding;
import org.leadflow.rules.Operator;
import org.leadflow.rules.Outcome;
import org.leadflow.rules.Place;
import org.leadflow.rules.Receiver;
import org.leadflow.rules.Rule;
import org.leadflow.rules.Suggestion;
import org.leadflow.rules.Target;
import org.leadflow.rules.sheet.Grid;

/** Reads a routing table; tells of everything that is wrong with it at once, cell by cell. */
public final class TableReader {

  private static final Set<String> OWN =
      Set.of("id", "sentence", "owner", "kind", "target", "priority");
  private static final List<String> NEEDED = List.of("id", "owner", "kind", "target", "priority");
  private static final int MOST_FINDINGS = 100;

  private final String file;
  private final Grid grid;
  private final List<String> kinds;
  private final List<Finding> findings;
  private final Map<String, Integer> own = new HashMap<>();
  private final Map<Integer, Column> columns = new LinkedHashMap<>();
  private final Map<String, Integer> rowOfId = new HashMap<>();
  private final Set<Integer> leftOut = new HashSet<>();
  private int head;

  private TableReader(String file, Grid grid, List<String> kinds, List<Finding> findings) {
    this.file = file;
    this.grid = grid;
    this.kinds = kinds;
    this.findings = findings;
  }

  /**
   * The table; empty when its head cannot be used. Rows with a mistake are left out.
   *
   * @param kinds of targets that answer the question of its folder, such as {@code unit}
   * @param findings gets what is wrong
   */
  public static Optional<RoutingTable> read(
      String file, Grid grid, List<String> kinds, List<Finding> findings) {
    var reader = new TableReader(file, grid, kinds, findings);
    return reader.head() ? Optional.of(new RoutingTable(file, reader.rows())) : Optional.empty();
  }

  private boolean head() {
    while (head < grid.rows().size() && grid.blank(head)) {
      head++;
    }
    if (grid.blank()) {
      findings.add(new Finding(file, 0, "there is nothing in this table"));
      return false;
    }
    if (kinds.isEmpty()) {
      findings.add(
          new Finding(
              file, 0, "a routing table names receivers and targets; here a decision table fits"));
      return false;
    }
    int before = findings.size();
    List<String> heads = grid.rows().get(head);
    for (int column = 0; column < heads.size(); column++) {
      columnHead(column, heads.get(column));
    }
    for (String each : NEEDED) {
      if (!own.containsKey(each)) {
        findings.add(new Finding(file, head + 1, "the table needs a column \"" + each + "\""));
      }
    }
    if (findings.size() == before && head + 1 >= grid.rows().size()) {
      findings.add(new Finding(file, 0, "there is no rule in this table"));
    }
    return findings.size() == before;
  }

  private void columnHead(int column, String written) {
    String word = written.toLowerCase(Locale.ROOT);
    if (OWN.contains(word)) {
      if (own.putIfAbsent(word, column) != null) {
        find(head, column, "there is a column \"" + word + "\" already");
      }
      return;
    }
    if (written.isEmpty() || written.startsWith("#")) {
      for (int row = head + 1; written.isEmpty() && row < grid.rows().size(); row++) {
        if (!grid.cell(row, column).isEmpty()) {
          find(row, column, "no head says what this column means");
          return;
        }
      }
      return;
    }
    Optional<Column> known = Column.of(written);
    if (known.isEmpty()) {
      find(head, column, unknown(written));
    } else if (columns.values().stream()
        .anyMatch(
            each ->
                each.fact().equals(known.get().fact())
                    && each.operator() == known.get().operator())) {
      find(head, column, "there is a column \"" + written + "\" already");
    } else {
      columns.put(column, known.get());
    }
  }

  private static String unknown(String head) {
    String fact = head.strip().split("\\s+")[0];
    return FactNames.all().stream().anyMatch(fact::equalsIgnoreCase)
        ? "\"%s\" says no way to compare %s; known are: %s, %s not, from, to, above, below, contains,"
                .formatted(head, fact, fact, fact)
            + " starts with, ends with, known"
        : Suggestion.unknownFact(fact);
  }

  private List<Row> rows() {
    var rows = new ArrayList<Row>();
    int found = findings.size();
    for (int row = head + 1; row < grid.rows().size(); row++) {
      if (findings.size() - found > MOST_FINDINGS) {
        findings.add(
            new Finding(file, row + 1, "there is more like this; put right what is listed first"));
        break;
      }
      // An empty row parts a table for the eye; a row that begins with # is a remark.
      if (!grid.blank(row) && !grid.cell(row, 0).startsWith("#")) {
        row(row).ifPresent(rows::add);
      }
    }
    if (rows.isEmpty() && findings.size() == found) {
      findings.add(new Finding(file, 0, "there is no rule in this table"));
    }
    return rows;
  }

  private Optional<Row> row(int row) {
    int before = findings.size();
    for (int column = grid.rows().get(head).size();
        column < grid.rows().get(row).size();
        column++) {
      if (!grid.cell(row, column).isEmpty()) {
        find(row, column, "no head says what this column means; is there a comma too many?");
      }
    }
    String id = needed(row, "id");
    String owner = needed(row, "owner");
    List<Condition> conditions = conditions(row);
    Optional<Outcome> outcome = outcome(row);
    boolean broken = findings.size() > before || outcome.isEmpty();
    doubled(id, row, broken);
    if (broken) {
      return Optional.empty();
    }
    String sentence = own.containsKey("sentence") ? grid.cell(row, own.get("sentence")) : "";
    Rule rule =
        new Rule(
            id,
            sentence.isEmpty() ? RowSentence.of(conditions, outcome.get()) : sentence,
            owner,
            file,
            row + 1,
            Grid.name(row, own.get("id")),
            alternatives(conditions),
            List.of(outcome.get()));
    return Optional.of(
        Row.of(rule, Integer.parseInt(grid.cell(row, own.get("priority"))), conditions));
  }

  /** Of two good rows whoever looks at all rules tells; here one is left out. */
  private void doubled(String id, int row, boolean broken) {
    Integer other = id.isEmpty() ? null : rowOfId.putIfAbsent(id, row);
    if (broken) {
      leftOut.add(row);
    }
    if (other != null && (broken || leftOut.contains(other))) {
      find(
          row,
          own.get("id"),
          "the id %s belongs to another rule already: %s"
              .formatted(id, new Place(file, other + 1, Grid.name(other, own.get("id")))));
    }
  }

  /** A condition has one value unless it is about lists; several beginnings are alternatives. */
  private static List<List<Condition>> alternatives(List<Condition> conditions) {
    List<List<Condition>> all = List.of(List.of());
    for (Condition each : conditions) {
      List<Condition> single =
          each.operator() == Operator.STARTS_WITH
              ? each.values().stream()
                  .map(
                      value ->
                          new Condition(
                              each.fact(),
                              each.operator(),
                              List.of(value),
                              each.text(),
                              each.place()))
                  .toList()
              : List.of(each);
      all =
          all.stream()
              .flatMap(
                  before ->
                      single.stream()
                          .map(
                              one -> {
                                var longer = new ArrayList<>(before);
                                longer.add(one);
                                return (List<Condition>) longer;
                              }))
              .toList();
    }
    return all;
  }

  private List<Condition> conditions(int row) {
    var conditions = new ArrayList<Condition>();
    columns.forEach(
        (at, column) -> {
          String cell = grid.cell(row, at);
          if (!cell.isEmpty() && !cell.equals("*")) {
            try {
              conditions.add(condition(row, at, column, cell));
            } catch (IllegalArgumentException none) {
              find(row, at, none.getMessage());
            }
          }
        });
    return List.copyOf(conditions);
  }

  private Condition condition(int row, int at, Column column, String cell) {
    List<String> values = CellValues.of(column, cell);
    Operator operator = column.operator();
    if (operator == Operator.KNOWN) {
      operator = values.get(0).equals("true") ? Operator.KNOWN : Operator.MISSING;
      values = List.of();
    } else if (values.size() == 1 && operator == Operator.IN) {
      operator = Operator.EQUAL;
    } else if (values.size() == 1 && operator == Operator.NOT_IN) {
      operator = Operator.DIFFERENT;
    }
    return new Condition(
        column.fact(),
        operator,
        values,
        column.head() + ": " + cell,
        new Place(file, row + 1, Grid.name(row, at)));
  }

  private Optional<Outcome> outcome(int row) {
    String kind = needed(row, "kind").toLowerCase(Locale.ROOT);
    String target = needed(row, "target");
    String priority = needed(row, "priority");
    if (kind.isEmpty() || target.isEmpty() || priority.isEmpty()) {
      return Optional.empty();
    }
    if (!kinds.contains(kind)) {
      find(
          row,
          own.get("kind"),
          "\"%s\" is no kind of target here; known are %s"
              .formatted(kind, kinds.stream().collect(Collectors.joining(", "))));
      return Optional.empty();
    }
    if (target.indexOf('"') >= 0 || target.length() > 64) {
      find(row, own.get("target"), "\"" + target + "\" is the id of nobody");
      return Optional.empty();
    }
    try {
      return Optional.of(outcome(kind, target, Integer.parseInt(priority)));
    } catch (NumberFormatException none) {
      find(row, own.get("priority"), "\"" + priority + "\" is no whole number");
      return Optional.empty();
    }
  }

  private static Outcome outcome(String kind, String id, int priority) {
    String name = kind.toUpperCase(Locale.ROOT);
    return kind.equals("unit") || kind.equals("partner")
        ? new Receiver(Receiver.Kind.valueOf(name), id, priority)
        : new Target(Target.Kind.valueOf(name), id, priority);
  }

  private String needed(int row, String word) {
    String value = grid.cell(row, own.get(word));
    if (value.isEmpty()) {
      find(
          row,
          own.get(word),
          "this row needs " + (word.matches("[aeiou].*") ? "an " : "a ") + word);
    }
    return value;
  }

  private void find(int row, int column, String sentence) {
    findings.add(new Finding(new Place(file, row + 1, Grid.name(row, column)), sentence));
  }
}
