package org.leadflow.rules.drools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.drools.decisiontable.parser.DefaultRuleSheetListener;
import org.drools.template.model.DRLOutput;
import org.leadflow.rules.FactNames;
import org.leadflow.rules.Finding;
import org.leadflow.rules.Place;
import org.leadflow.rules.house.Draft;
import org.leadflow.rules.house.PackageName;
import org.leadflow.rules.house.RuleFile;
import org.leadflow.rules.sheet.Csv;
import org.leadflow.rules.sheet.Grid;
import org.leadflow.rules.sheet.Unreadable;
import org.leadflow.rules.sheet.Written;

/**
 * Turns a decision table into DRL by way of Drools' own reader of such tables. Adds the columns
 * {@code ID}, {@code OWNER} and {@code SENTENCE}, quotes texts in lists, and leads every line back
 * to its cell.
 */
final class DecisionTable {

  private final RuleFile file;
  private final Grid grid;
  private final List<Finding> findings;
  private final List<List<String>> cells = new ArrayList<>();
  private final List<TableHead> heads = new ArrayList<>();

  private DecisionTable(RuleFile file, Grid grid, List<Finding> findings) {
    this.file = file;
    this.grid = grid;
    this.findings = findings;
    grid.rows().forEach(row -> cells.add(new ArrayList<>(row)));
  }

  /** The table as DRL; empty when something is wrong, which is added to the findings. */
  static Optional<Draft> draft(RuleFile file, List<Finding> findings) {
    try {
      Grid grid = Csv.read(file.text());
      if (grid.blank()) {
        findings.add(new Finding(file.path(), 0, "there is nothing in this table"));
        return Optional.empty();
      }
      return new DecisionTable(file, grid, findings).draft();
    } catch (Unreadable why) {
      findings.add(new Finding(file.path(), why.line(), why.cell(), why.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Draft> draft() {
    int before = findings.size();
    properties();
    for (int row = 0; row < cells.size(); row++) {
      if (isTable(row)) {
        heads.add(TableHead.read(cells, row));
      }
    }
    heads.forEach(this::check);
    if (heads.isEmpty()) {
      find(0, 0, "there is no cell that begins with RuleTable, under which the rules stand");
    }
    if (findings.size() > before) {
      return Optional.empty();
    }
    try {
      String drl = drl();
      return Optional.of(new Draft(file, drl, new TablePlaces(file.path(), grid, heads, drl)));
    } catch (RuntimeException broken) {
      findings.add(new Finding(file.path(), 0, "this is no decision table: " + Plainly.of(broken)));
      return Optional.empty();
    }
  }

  private boolean isTable(int row) {
    return cells.get(row).stream()
        .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).startsWith("ruletable"));
  }

  /** What stands above the tables: the folder's package and import are supplied when left out. */
  private void properties() {
    for (int row = 0; row < cells.size() && !isTable(row); row++) {
      for (int column = 0; column < cells.get(row).size(); column++) {
        String name = cells.get(row).get(column).toLowerCase(Locale.ROOT);
        if (List.of(
                "functions",
                "variables",
                "queries",
                "declare",
                "unit",
                "sequential",
                "dialect",
                "escape-quotes",
                "escapequotes",
                "numericdisabled",
                "ignorenumericformat")
            .contains(name)) {
          find(
              row,
              column,
              "\""
                  + cells.get(row).get(column)
                  + "\" is not used here: a rule reads"
                  + " facts and says one outcome, nothing else");
        }
      }
    }
  }

  private void check(TableHead head) {
    head.faults.forEach((column, sentence) -> find(head.keywords, column, sentence));
    if (head.lastRow < head.firstRow) {
      find(head.row, head.column, "there is no rule in this table");
      return;
    }
    for (int row = head.firstRow; row <= head.lastRow; row++) {
      for (int column : head.columnsOf("NAME")) {
        if (cell(row, column).contains("\"")) {
          find(row, column, "a sentence has no quotes");
        }
      }
      for (int column : head.columnsOf("CONDITION")) {
        quote(row, column, TableHead.cell(cells, head.codes, column));
      }
      for (int column : head.columnsOf("ID")) {
        if (cell(row, column).isEmpty()) {
          find(row, column, "this rule needs an id");
        }
      }
    }
    head.complete(cells);
  }

  /**
   * {@code country in ($param)} with {@code DE, AT} in the cell means texts; numbers and days of
   * office programs are put as rules write them.
   */
  private void quote(int row, int column, String code) {
    String fact = code.split("\\W", 2)[0];
    String value = cell(row, column);
    if (code.matches("\\w+\\s*[=<>!]+\\s*\"?\\$(param|1)\"?")) {
      Class<?> type = FactNames.withTypes().get(fact);
      String plain =
          type == LocalDate.class
              ? Written.day(value)
              : type == BigDecimal.class ? Written.number(value) : value;
      if (!plain.equals(value)) {
        cells.get(row).set(column, plain);
      }
    }
    boolean list = code.matches("\\w+\\s+(not\\s+)?in\\s*\\(\\s*\\$(param|1)\\s*\\)");
    if (list
        && !value.isEmpty()
        && !value.contains("\"")
        && FactNames.withTypes().get(fact) == String.class) {
      List<String> values = Values.split(value);
      cells
          .get(row)
          .set(column, String.join(", ", values.stream().map(each -> "\"" + each + "\"").toList()));
    }
  }

  private String drl() {
    var listener = new DefaultRuleSheetListener();
    listener.startSheet(file.topic());
    boolean named = false;
    boolean imported = false;
    for (List<String> row : cells) {
      named |= row.stream().anyMatch("RuleSet"::equalsIgnoreCase);
      imported |= row.stream().anyMatch("Import"::equalsIgnoreCase);
    }
    for (int row = 0; row < cells.size(); row++) {
      List<String> here = cells.get(row);
      listener.newRow(row, here.size());
      int start = -1;
      for (int column = 0; column < here.size(); column++) {
        String value = here.get(column);
        boolean span = value.endsWith(Grid.SPAN);
        value = span ? value.substring(0, value.length() - Grid.SPAN.length()) : value;
        start = span ? (start < 0 ? column : start) : -1;
        listener.newCell(row, column, value, start);
      }
    }
    listener.finishSheet();
    var out = new DRLOutput();
    listener.getRuleSet().renderDRL(out);
    String drl = out.getDRL();
    if (!named) {
      drl =
          drl.replaceFirst(
              "\\Apackage [^;\\n]*;", "package " + PackageName.of(file.folder()) + ";");
    }
    return imported ? drl : drl.replaceFirst("\\n", " import org.leadflow.rules.*;\n");
  }

  private String cell(int row, int column) {
    return TableHead.cell(cells, row, column);
  }

  private void find(int row, int column, String sentence) {
    findings.add(new Finding(new Place(file.path(), row + 1, Grid.name(row, column)), sentence));
  }
}
