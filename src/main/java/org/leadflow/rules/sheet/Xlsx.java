package org.leadflow.rules.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Reads the first sheet of a spreadsheet as LibreOffice and Excel save it. Formulas count as the
 * value saved with them. Sheets whose name begins with {@code #} are notes.
 */
public final class Xlsx {

  /** In bytes; a spreadsheet of ten thousand rows has one megabyte. */
  public static final int LARGEST = 5_000_000;

  private static final int MOST_COLUMNS = 1000;
  private static final int MOST_ROWS = 200_000;

  static {
    // A spreadsheet is a zip, and a small zip can hold more than the memory does.
    ZipSecureFile.setMinInflateRatio(0.005);
    ZipSecureFile.setMaxEntrySize(100_000_000);
    ZipSecureFile.setMaxFileCount(500);
  }

  private Xlsx() {}

  /**
   * The cells of the first sheet.
   *
   * @throws Unreadable if it is no such spreadsheet, is too large, has a second sheet, or a formula
   *     in it has no value
   */
  public static Grid read(byte[] content) throws Unreadable {
    if (content.length > LARGEST) {
      throw new Unreadable(
          "this spreadsheet is larger than %d MB; save it as CSV".formatted(LARGEST / 1_000_000));
    }
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      onlyOneSheet(workbook);
      return grid(workbook.getSheetAt(0));
    } catch (IOException | RuntimeException | StackOverflowError | NoClassDefFoundError broken) {
      throw new Unreadable(
          "this is no spreadsheet that can be read; save it as \"Excel Workbook (.xlsx)\","
              + " without a password");
    }
  }

  private static void onlyOneSheet(XSSFWorkbook workbook) throws Unreadable {
    if (workbook.getNumberOfSheets() == 0) {
      throw new Unreadable("this spreadsheet has no sheet");
    }
    for (int i = 1; i < workbook.getNumberOfSheets(); i++) {
      Sheet other = workbook.getSheetAt(i);
      if (other.getPhysicalNumberOfRows() > 0
          && !other.getSheetName().startsWith("#")
          && !grid(other).blank()) {
        throw new Unreadable(
            "only the first sheet is read; move sheet \"%s\" to a file of its own, or put # before"
                    .formatted(other.getSheetName())
                + " its name when it holds notes");
      }
    }
  }

  private static Grid grid(Sheet sheet) throws Unreadable {
    if (sheet.getLastRowNum() >= MOST_ROWS) {
      throw new Unreadable("this sheet has more than " + MOST_ROWS + " rows");
    }
    var rows = new ArrayList<List<String>>();
    for (int row = 0; row <= sheet.getLastRowNum(); row++) {
      rows.add(cells(sheet.getRow(row)));
    }
    spans(sheet, rows);
    while (!rows.isEmpty() && rows.get(rows.size() - 1).isEmpty()) {
      rows.remove(rows.size() - 1);
    }
    return new Grid(rows.stream().map(List::copyOf).toList());
  }

  private static List<String> cells(Row row) throws Unreadable {
    var cells = new ArrayList<String>();
    if (row != null) {
      for (Cell cell : row) {
        String value = Csv.clean(value(cell));
        if (!value.isEmpty()) {
          if (cell.getColumnIndex() >= MOST_COLUMNS) {
            throw new Unreadable(
                cell.getRowIndex() + 1, name(cell), "there are more than a thousand columns");
          }
          pad(cells, cell.getColumnIndex());
          cells.add(value);
        }
      }
    }
    return cells;
  }

  private static void pad(List<String> cells, int size) {
    cells.addAll(Collections.nCopies(Math.max(0, size - cells.size()), ""));
  }

  /** Merged cells of one row become a span; the value stands in each of them. */
  private static void spans(Sheet sheet, List<List<String>> rows) throws Unreadable {
    for (CellRangeAddress merged : sheet.getMergedRegions()) {
      int first = merged.getFirstRow();
      List<String> row = first < rows.size() ? rows.get(first) : List.of();
      String value = merged.getFirstColumn() < row.size() ? row.get(merged.getFirstColumn()) : "";
      if (value.isEmpty()) {
        continue;
      }
      if (merged.getLastRow() > first || merged.getLastColumn() >= MOST_COLUMNS) {
        throw new Unreadable(
            first + 1,
            Grid.name(first, merged.getFirstColumn()),
            "cells of several rows are merged here; every row has to stand for itself");
      }
      pad(row, merged.getLastColumn() + 1);
      for (int column = merged.getFirstColumn(); column <= merged.getLastColumn(); column++) {
        row.set(column, value + Grid.SPAN);
      }
    }
  }

  private static String value(Cell cell) throws Unreadable {
    if (cell.getCellType() == CellType.FORMULA && !((XSSFCell) cell).getCTCell().isSetV()) {
      throw new Unreadable(
          cell.getRowIndex() + 1,
          name(cell),
          "this formula was never computed; open the spreadsheet and save it");
    }
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> cell.getStringCellValue();
      case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
      case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? date(cell) : number(cell);
      case ERROR ->
          throw new Unreadable(
              cell.getRowIndex() + 1,
              name(cell),
              "this formula has no value: "
                  + FormulaError.forInt(cell.getErrorCellValue()).getString());
      default -> "";
    };
  }

  private static String number(Cell cell) {
    BigDecimal value = BigDecimal.valueOf(cell.getNumericCellValue()).stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0).toPlainString() : value.toPlainString();
  }

  private static String date(Cell cell) {
    LocalDateTime value = cell.getLocalDateTimeCellValue();
    return value.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? value.toLocalDate().toString()
        : value.toString();
  }

  private static String name(Cell cell) {
    return Grid.name(cell.getRowIndex(), cell.getColumnIndex());
  }
}
