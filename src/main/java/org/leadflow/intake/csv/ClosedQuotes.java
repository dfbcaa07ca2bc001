package org.leadflow.intake.csv;

import java.io.IOException;
import java.io.Reader;

/**
 * Refuses a text in which something stands behind a quoted cell of several lines: a quote is
 * missing there, and the rows up to the next one would run into one another. Within a line that is
 * taken as it stands, unless a backslash before the quote tells that the cell does not end there.
 */
final class ClosedQuotes extends Reader {

  private enum At {
    START,
    PLAIN,
    QUOTED,
    CLOSED
  }

  private final Reader text;
  private final int delimiter;
  private final int quote;
  private At at = At.START;
  private char last;
  private boolean escaped;
  private long line;
  private long opened;

  /**
   * @param line the one with which the text begins
   */
  ClosedQuotes(Reader text, CsvSettings settings, long line) {
    this.text = text;
    this.delimiter = settings.delimiter().charAt(0);
    this.quote = settings.quote().isEmpty() ? -1 : settings.quote().charAt(0);
    this.line = line;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int count = text.read(target, offset, length);
    for (int place = offset; place < offset + count; place++) {
      look(target[place]);
    }
    return count;
  }

  private void look(char here) throws NotCsv {
    at =
        switch (at) {
          case START -> here == quote ? opened() : plain(here);
          case PLAIN -> plain(here);
          case QUOTED -> here == quote ? closed() : At.QUOTED;
          case CLOSED -> here == quote && last == quote ? At.QUOTED : behind(here);
        };
    line += here == '\r' || here == '\n' && last != '\r' ? 1 : 0;
    last = here;
  }

  private At opened() {
    opened = line;
    return At.QUOTED;
  }

  private At closed() {
    escaped = last == '\\';
    return At.CLOSED;
  }

  private At plain(char here) {
    return here == delimiter || here == '\n' || here == '\r' ? At.START : At.PLAIN;
  }

  private At behind(char here) throws NotCsv {
    At next = plain(here);
    if (next == At.START) {
      return next;
    }
    if (Character.isWhitespace(here)) {
      return At.CLOSED;
    }
    if (escaped) {
      throw new NotCsv(
          "quote",
          "The quote inside a cell of line %d is written \\\": have quotes doubled where the file is made."
              .formatted(line));
    }
    if (line > opened) {
      throw new NotCsv(
          "quote",
          "The quote that opens in line %d closes in line %d with text behind it: is it closed where its cell ends?"
              .formatted(opened, line));
    }
    return At.PLAIN;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
