package org.leadflow.reporting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.reporting.Report;
import org.leadflow.reporting.Report.Column;
import org.leadflow.reporting.Report.Kind;
import org.leadflow.reporting.Report.Line;
import org.leadflow.reporting.Report.Stands;
import org.leadflow.reporting.Report.Table;
import org.leadflow.reporting.Report.View;

/**
 * A part of a report as people look at it: a table, and which of its columns are drawn.
 *
 * @param drawn false when there is nothing to see in a chart
 * @param more how many further groups there are, which the file has
 */
record Shown(
    String id,
    String title,
    String head,
    List<Head> heads,
    List<Row> rows,
    @Nullable Row total,
    int more,
    boolean stacked,
    boolean drawn) {

  /**
   * The head of a column.
   *
   * @param series what the drawn column is called beside its chart; null when it is not drawn
   */
  record Head(String label, boolean number, @Nullable String series) {}

  record Row(String label, List<Cell> cells) {}

  /**
   * @param value the number that is drawn; null for none
   */
  record Cell(String label, String text, boolean number, @Nullable String value) {}

  /** Every part of the report, with so many lines at most. */
  static List<Shown> of(Report report, int most) {
    return report.tables().stream()
        .flatMap(table -> table.views().stream().map(view -> of(report, table, view, most)))
        .toList();
  }

  private static Shown of(Report report, Table table, View view, int most) {
    Map<String, Column> byKey =
        table.columns().stream().collect(Collectors.toMap(Column::key, Function.identity()));
    List<Column> columns = view.columns().stream().map(byKey::get).toList();
    // What is no group has a place only where it has a number.
    List<Line> all =
        table.lines().stream()
            .filter(
                line ->
                    line.stands() != Stands.REST
                        || view.columns().stream().anyMatch(line.values()::containsKey))
            .toList();
    List<Line> lines = all.size() > most ? all.subList(0, most) : all;
    Figures figures = new Figures(report.currency(), Figures.unit(drawnTimes(lines, view, byKey)));
    List<Head> heads = new ArrayList<>();
    for (Column column : columns) {
      heads.add(
          new Head(
              figures.label(column),
              column.kind() != Kind.TEXT,
              view.charted().contains(column.key()) ? figures.series(column) : null));
    }
    Line total = table.total();
    return new Shown(
        view.id(),
        view.title(),
        table.head(),
        heads,
        lines.stream().map(line -> row(line, columns, figures)).toList(),
        total == null ? null : row(total, columns, figures),
        all.size() - lines.size(),
        view.stacked(),
        lines.stream().anyMatch(line -> view.charted().stream().anyMatch(line::isAbove)));
  }

  private static Stream<Integer> drawnTimes(
      List<Line> lines, View view, Map<String, Column> byKey) {
    return lines.stream()
        .flatMap(
            line ->
                view.charted().stream()
                    .filter(key -> byKey.get(key).kind() == Kind.TIME)
                    .map(line.values()::get)
                    .filter(Objects::nonNull)
                    .map(value -> ((Number) value).intValue()));
  }

  private static Row row(Line line, List<Column> columns, Figures figures) {
    return new Row(
        line.label(),
        columns.stream()
            .map(
                column -> {
                  Object value = line.values().get(column.key());
                  return new Cell(
                      figures.label(column),
                      figures.text(column.kind(), value),
                      column.kind() != Kind.TEXT,
                      figures.drawn(column.kind(), value));
                })
            .toList());
  }
}
