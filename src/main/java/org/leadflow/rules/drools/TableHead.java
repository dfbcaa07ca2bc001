package org.leadflow.rules.drools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.leadflow.rules.sheet.Grid;

/** The head of one table of a decision table: what each of its columns is for. */
final class TableHead {

  private static final Map<String, String> LONG =
      Map.of(
          "C", "CONDITION",
          "A", "ACTION",
          "N", "NAME",
          "SENTENCE", "NAME",
          "P", "PRIORITY",
          "SALIENCE", "PRIORITY",
          "@", "METADATA");
  private static final Set<String> USED =
      Set.of("CONDITION", "ACTION", "NAME", "METADATA", "ID", "OWNER", "DESCRIPTION", "I");

  private static final Set<String> ONCE = Set.of("NAME", "ID", "OWNER");
  private static final Pattern VALUE = Pattern.compile("\\$(?!param\\b|\\d)");

  final int row;
  final int column;

  /** Row of the words CONDITION, ACTION and so on. */
  final int keywords;

  /** Row of the conditions and outcomes with {@code $param}. */
  final int codes;

  final int firstRow;
  final int lastRow;
  final String name;

  /** What is wrong with the head, by column. */
  final Map<Integer, String> faults = new TreeMap<>();

  private final Map<Integer, String> columns = new LinkedHashMap<>();

  private TableHead(List<List<String>> cells, int row, int column, int lastRow) {
    this.row = row;
    this.column = column;
    this.keywords = row + 1;
    this.codes = row + 3;
    this.firstRow = row + 5;
    this.lastRow = lastRow;
    this.name = cells.get(row).get(column).substring("RuleTable".length()).strip();
  }

  /** The table that begins in this row. It ends before the first row that is empty below it. */
  static TableHead read(List<List<String>> cells, int row) {
    int column = 0;
    while (!cells.get(row).get(column).toLowerCase(Locale.ROOT).startsWith("ruletable")) {
      column++;
    }
    int last = row + 4;
    while (last + 1 < cells.size() && !blank(cells, last + 1, column)) {
      last++;
    }
    var head = new TableHead(cells, row, column, last);
    head.columns(cells);
    return head;
  }

  private static boolean blank(List<List<String>> cells, int row, int from) {
    List<String> here = cells.get(row);
    return from >= here.size()
        || here.subList(from, here.size()).stream().allMatch(String::isEmpty);
  }

  static String cell(List<List<String>> cells, int row, int column) {
    return row < cells.size() && column < cells.get(row).size() ? cells.get(row).get(column) : "";
  }

  List<Integer> columnsOf(String keyword) {
    return columns.entrySet().stream()
        .filter(each -> each.getValue().equals(keyword))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void columns(List<List<String>> cells) {
    List<String> words = keywords < cells.size() ? cells.get(keywords) : List.of();
    for (int at = column; at < words.size(); at++) {
      String written = words.get(at);
      String word = written.toUpperCase(Locale.ROOT);
      String keyword = LONG.getOrDefault(word, word);
      if (keyword.equals("PRIORITY")) {
        faults.put(at, "\"" + written + "\" is not used here: priority is a number in the outcome");
      } else if (!keyword.isEmpty() && !USED.contains(keyword)) {
        faults.put(
            at,
            "\"%s\" is no kind of column; known are ID, OWNER, SENTENCE, CONDITION and ACTION"
                .formatted(written));
      } else if (ONCE.contains(keyword) && columns.containsValue(keyword)) {
        faults.put(at, "there is a column \"" + written + "\" already");
      } else if (!keyword.isEmpty()) {
        columns.put(at, keyword);
        code(cells, at, keyword);
      }
    }
    require("ACTION", "ACTION, what the rule says");
    boolean identified = metadata(cells, "Id(") || !columnsOf("ID").isEmpty();
    if (!identified) {
      faults.putIfAbsent(column, "the table needs a column ID");
    }
    if (!metadata(cells, "Owner(") && columnsOf("OWNER").isEmpty()) {
      faults.merge(column, "the table needs a column OWNER", (one, other) -> one + "; " + other);
    }
  }

  /** What the cells of a column are put into. */
  private void code(List<List<String>> cells, int at, String keyword) {
    boolean speaks = keyword.equals("CONDITION") || keyword.equals("ACTION");
    String code = cell(cells, codes, at);
    if (speaks && code.isEmpty() && codes < cells.size()) {
      faults.put(at, "nothing stands below that says what this column means");
    } else if (speaks && VALUE.matcher(code).find()) {
      faults.put(
          at,
          "\"" + code + "\": the value of a cell is called $param, of several $1, $2 and so on");
    }
  }

  private boolean metadata(List<List<String>> cells, String start) {
    return columnsOf("METADATA").stream()
        .anyMatch(at -> cell(cells, codes, at).replace("@", "").startsWith(start));
  }

  private void require(String keyword, String what) {
    if (columnsOf(keyword).isEmpty()) {
      faults.put(column, "the table needs a column " + what);
    }
  }

  /** Writes our own columns in the words of Drools; every rule gets a name. */
  void complete(List<List<String>> cells) {
    for (int at : columnsOf("ID")) {
      set(cells, keywords, at, "METADATA");
      set(cells, codes, at, "Id(\"$param\")");
    }
    for (int at : columnsOf("OWNER")) {
      set(cells, keywords, at, "METADATA");
      set(cells, codes, at, "Owner(\"$param\")");
    }
    spread(cells);
    List<Integer> names = columnsOf("NAME");
    int named = names.isEmpty() ? width(cells) : names.get(0);
    set(cells, keywords, named, "NAME");
    for (int at = firstRow; at <= lastRow; at++) {
      if (cell(cells, at, named).isEmpty()) {
        List<Integer> ids = columnsOf("ID");
        String id = ids.isEmpty() ? Grid.name(at, column) : cell(cells, at, ids.get(0));
        set(cells, at, named, (name.isEmpty() ? "Row" : name) + " (" + id + ")");
      }
    }
  }

  /** Cells that were merged are empty but for the first one, once they are saved as CSV. */
  private void spread(List<List<String>> cells) {
    int from = -1;
    for (int at : columnsOf("CONDITION")) {
      String about = cell(cells, codes - 1, at);
      if (!about.isEmpty()) {
        from = at;
      } else if (from >= 0 && !cell(cells, codes, at).contains("LeadFacts")) {
        String first = cell(cells, codes - 1, from);
        String spanned = first.endsWith(Grid.SPAN) ? first : first + Grid.SPAN;
        set(cells, codes - 1, from, spanned);
        set(cells, codes - 1, at, spanned);
      }
    }
  }

  private int width(List<List<String>> cells) {
    return cells.subList(row, lastRow + 1).stream().mapToInt(List::size).max().orElse(0);
  }

  private static void set(List<List<String>> cells, int row, int column, String value) {
    List<String> here = cells.get(row);
    while (here.size() <= column) {
      here.add("");
    }
    here.set(column, value);
  }

  /** All columns in use. */
  List<Integer> all() {
    return new ArrayList<>(columns.keySet());
  }
}
