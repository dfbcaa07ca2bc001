package org.leadflow.rules.drools;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadflow.rules.Place;
import org.leadflow.rules.house.Draft;
import org.leadflow.rules.sheet.Grid;

/** Leads a line of the DRL made from a decision table back to the cell behind it. */
final class TablePlaces implements Draft.Places {

  private static final Pattern VALUES = Pattern.compile("// rule values at [A-Z]+(\\d+),.*");

  private final String file;
  private final Grid grid;
  private final List<TableHead> heads;

  /** Row of the table by line of the DRL, both counted from 1; 0 above the first rule. */
  private final int[] rows;

  /** Whether the line says what the rule says, and not when. */
  private final boolean[] consequence;

  TablePlaces(String file, Grid grid, List<TableHead> heads, String drl) {
    this.file = file;
    this.grid = grid;
    this.heads = heads;
    String[] lines = drl.split("\n", -1);
    this.rows = new int[lines.length + 1];
    this.consequence = new boolean[lines.length + 1];
    int row = 0;
    boolean then = false;
    for (int i = 0; i < lines.length; i++) {
      Matcher matcher = VALUES.matcher(lines[i].strip());
      if (matcher.matches()) {
        row = Integer.parseInt(matcher.group(1));
        then = false;
      }
      then |= lines[i].strip().equals("then");
      rows[i + 1] = row;
      consequence[i + 1] = then;
    }
  }

  @Override
  public Place at(int line, String hint) {
    int row = line > 0 && line < rows.length ? rows[line] : 0;
    if (row == 0) {
      return above(hint);
    }
    TableHead head =
        heads.stream()
            .filter(each -> each.firstRow < row && row <= each.lastRow + 1)
            .findFirst()
            .orElse(heads.get(0));
    if (!hint.isEmpty()) {
      for (int column : head.all()) {
        if (says(grid.cell(row - 1, column), hint)) {
          return place(row - 1, column);
        }
      }
      for (int column : head.columnsOf("CONDITION")) {
        if (stands(grid.cell(head.codes, column), hint)) {
          return grid.cell(row - 1, column).isEmpty()
              ? place(head.codes, column)
              : place(row - 1, column);
        }
      }
    }
    List<Integer> columns = consequence[line] ? head.columnsOf("ACTION") : List.of();
    return place(row - 1, columns.isEmpty() ? head.column : columns.get(0));
  }

  /** The hint is about what stands in the cell: it is a word of it, or the cell is part of it. */
  private static boolean says(String cell, String hint) {
    return !cell.isEmpty()
        && (cell.equals(hint) || stands(cell, hint) || cell.length() > 2 && stands(hint, cell));
  }

  /** A condition is made by the code whose fact it names, or that names the fact. */
  private static boolean stands(String text, String word) {
    if (text.isEmpty() || word.isEmpty()) {
      return false;
    }
    String fact = word.split("[^\\w.]", 2)[0];
    return text.contains(word)
        || !fact.isEmpty()
            && Pattern.compile("\\b" + Pattern.quote(fact) + "\\b").matcher(text).find()
            && operator(text).equals(operator(word));
  }

  private static String operator(String text) {
    Matcher matcher = Pattern.compile("[<>=!]=?|\\bin\\b|\\bmatches\\b").matcher(text);
    return matcher.find() ? matcher.group() : "";
  }

  private Place above(String hint) {
    for (int row = 0; row < grid.rows().size(); row++) {
      for (int column = 0; column < grid.rows().get(row).size(); column++) {
        if (!hint.isEmpty()
            && grid.cell(row, column)
                .toLowerCase(Locale.ROOT)
                .contains(hint.toLowerCase(Locale.ROOT))) {
          return place(row, column);
        }
      }
    }
    return Place.of(file, 0);
  }

  private Place place(int row, int column) {
    return new Place(file, row + 1, Grid.name(row, column));
  }
}
