package org.leadflow.intake.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a file one after the other; however large the file and whatever is in it, no
 * more than one row is in memory. Rows without any text are left out.
 */
final class CsvRows implements Closeable {

  static final int MOST_COLUMNS = 500;
  static final int LONGEST_ROW = 256 * 1024;
  private static final int LONGEST_HEADINGS = 20_000;

  private final Guarded text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> headings;
  private final @Nullable CsvRow first;
  private long line = 1;
  private long number;
  private boolean firstIsOut;

  /**
   * @throws NotCsv when it has more columns than anybody needs, or {@link #next} would say so
   */
  CsvRows(InputStream bytes, CsvSettings settings) throws IOException {
    text = new Guarded(afterSeparatorLine(new StrictReader(bytes, settings.decoding())));
    if (text.skipped) {
      line++;
    }
    parser =
        CSVParser.builder()
            .setReader(new ClosedQuotes(text, settings, line))
            .setFormat(format(settings))
            .get();
    records = parser.iterator();
    for (int above = 0; above < settings.above(); above++) {
      read();
    }
    CsvRow top = read();
    if (top != null && top.cells().size() > MOST_COLUMNS) {
      throw new NotCsv(
          "columns",
          "The file has %d columns; %d is the most that is taken. Is the delimiter %s?"
              .formatted(top.cells().size(), MOST_COLUMNS, inWords(settings.delimiter())));
    }
    if (top == null || settings.header()) {
      headings = top == null ? List.of() : headings(top);
      first = null;
      number = 0;
    } else {
      headings =
          IntStream.rangeClosed(1, top.cells().size())
              .mapToObj(place -> "Column " + place)
              .toList();
      first = top;
    }
  }

  private static List<String> headings(CsvRow top) throws NotCsv {
    if (top.cells().stream().mapToInt(String::length).sum() > LONGEST_HEADINGS) {
      throw new NotCsv(
          "columns",
          "The headings of the file have more than %d characters: does its first row hold data?"
              .formatted(LONGEST_HEADINGS));
    }
    return top.cells().stream().map(String::strip).map(StrictReader::readable).toList();
  }

  static CSVFormat format(CsvSettings settings) {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(settings.delimiter())
        .setQuote(settings.quote().isEmpty() ? null : settings.quote().charAt(0))
        .setIgnoreEmptyLines(false)
        .setTrailingData(true)
        .get();
  }

  static String inWords(String delimiter) {
    return switch (delimiter) {
      case "," -> "a comma";
      case ";" -> "a semicolon";
      case "\t" -> "a tabulator";
      case "|" -> "a bar";
      default -> "\"" + delimiter + "\"";
    };
  }

  /** As written in the first row, or "Column 1" and so on. */
  List<String> headings() {
    return headings;
  }

  /**
   * The next row with text in it, null after the last.
   *
   * @throws NotCsv when a quote is not closed where its cell ends or a row is too long for one
   */
  @Nullable CsvRow next() throws IOException {
    if (first != null && !firstIsOut) {
      firstIsOut = true;
      return first;
    }
    return read();
  }

  private @Nullable CsvRow read() throws IOException {
    while (true) {
      text.begin(line);
      CSVRecord record = record();
      if (record == null) {
        return null;
      }
      var row = new CsvRow(number + 1, line, record.toList());
      line += 1 + row.cells().stream().mapToInt(CsvRows::lineEnds).sum();
      if (!row.isEmpty()) {
        requireCells(row);
        number++;
        return row;
      }
    }
  }

  /** A little more than columns is the fault of the row alone; more than that is no row. */
  private void requireCells(CsvRow row) throws NotCsv {
    if (row.cells().size() > 2 * MOST_COLUMNS) {
      throw new NotCsv(
          "columns",
          "The row of line %d has %d cells; %d columns is the most that is taken. Is the delimiter right?"
              .formatted(row.line(), row.cells().size(), MOST_COLUMNS));
    }
  }

  private @Nullable CSVRecord record() throws IOException {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException broken) {
      if (broken.getCause() instanceof NotCsv told) {
        throw told;
      }
      throw new NotCsv(
          "quote",
          "The quote that opens in the row of line %d is never closed: close it, or double it where it belongs to the text."
              .formatted(line));
    }
  }

  private static int lineEnds(String cell) {
    int ends = 0;
    for (int place = 0; place < cell.length(); place++) {
      char here = cell.charAt(place);
      boolean pair = here == '\n' && place > 0 && cell.charAt(place - 1) == '\r';
      ends += (here == '\n' || here == '\r') && !pair ? 1 : 0;
    }
    return ends;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** Excel writes the delimiter into a line before all others: {@code sep=;}. */
  private static Separated afterSeparatorLine(Reader reader) throws IOException {
    var text = new BufferedReader(reader);
    text.mark(16);
    char[] start = new char[5];
    int read = text.read(start);
    if (read == 5 && new String(start, 0, 4).equalsIgnoreCase("sep=")) {
      int end = text.read();
      if (end == '\r') {
        text.mark(1);
        if (text.read() != '\n') {
          text.reset();
        }
        return new Separated(text, true);
      }
      if (end == '\n') {
        return new Separated(text, true);
      }
    }
    text.reset();
    return new Separated(text, false);
  }

  private record Separated(Reader text, boolean skipped) {}

  /** Stops at a row that does not end, before it fills the memory. */
  private static final class Guarded extends FilterReader {

    private final boolean skipped;
    private long line;
    private int read;

    Guarded(Separated separated) {
      super(separated.text());
      this.skipped = separated.skipped();
    }

    void begin(long atLine) {
      line = atLine;
      read = 0;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      int count = in.read(target, offset, length);
      read += Math.max(count, 0);
      if (read > LONGEST_ROW + 16 * 1024) {
        throw new NotCsv(
            "row-too-long",
            "The row that begins in line %d is longer than %d characters: is a quote there that is never closed?"
                .formatted(line, LONGEST_ROW));
      }
      return count;
    }

    @Override
    public int read() throws IOException {
      char[] one = new char[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }
  }
}
