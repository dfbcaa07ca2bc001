package org.leadflow.process.picture.web;

import java.io.IOException;
import java.time.Duration;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.SpreadsheetText;
import org.leadflow.process.picture.ProcessFigures;
import org.leadflow.process.picture.ProcessFigures.Element;

/** Figures as a table for spreadsheets. */
final class FigureTable {

  private FigureTable() {}

  static String of(ProcessFigures figures) throws IOException {
    var text = new StringBuilder();
    try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(
          "element",
          "name",
          "kind",
          "passes",
          "per run",
          "median ms",
          "nine of ten ms",
          "now",
          "failed");
      for (Element each : figures.elements()) {
        printer.printRecord(
            each.element(),
            each.name() == null ? null : SpreadsheetText.harmless(each.name()),
            each.kind(),
            each.passes(),
            each.perRun(),
            millis(each.median()),
            millis(each.nineOfTen()),
            each.now(),
            each.failed());
      }
    }
    return text.toString();
  }

  private static @Nullable Long millis(@Nullable Duration duration) {
    return duration == null ? null : duration.toMillis();
  }
}
