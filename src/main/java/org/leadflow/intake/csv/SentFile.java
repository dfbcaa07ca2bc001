package org.leadflow.intake.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.leadflow.intake.csv.Detection.Asked;

/**
 * A file as it was found: recognised, and read once from the first to the last row, so that nothing
 * that cannot be read is ever begun.
 *
 * @param sha256 of its bytes, which with the line of a row is the name of that row
 */
record SentFile(CsvSettings settings, List<String> headings, long rows, String sha256) {

  private static final int HEAD = 64 * 1024;

  /** Bytes that can be read again. */
  interface Bytes {
    InputStream open() throws IOException;
  }

  /**
   * @throws NotCsv saying why it is none
   */
  static SentFile read(Bytes bytes, Asked asked, long mostRows) throws IOException {
    byte[] head = head(bytes);
    FileKind.requireText(head);
    CsvSettings settings = settings(bytes, head, asked);
    MessageDigest digest = DigestUtils.getSha256Digest();
    long count = 0;
    List<String> headings;
    try (InputStream all = new DigestInputStream(bytes.open(), digest);
        var rows = new CsvRows(all, settings)) {
      headings = rows.headings();
      requireNoNul(headings, 1);
      for (CsvRow row = rows.next(); row != null; row = rows.next()) {
        requireNoNul(row.cells(), row.line());
        if (++count > mostRows) {
          throw new NotCsv(
              "too-many-rows",
              "The file has more than %d rows, which is the most you may send: send it in parts."
                  .formatted(mostRows));
        }
      }
    }
    if (count == 0) {
      throw new NotCsv(
          "no-rows",
          headings.isEmpty() ? "The file holds no text." : "The file has headings and no rows.");
    }
    return new SentFile(settings, headings, count, HexFormat.of().formatHex(digest.digest()));
  }

  static CsvSettings settings(Bytes bytes, byte[] head, Asked asked) throws IOException {
    Charset charset = charset(bytes, head, asked.charset());
    return Detection.of(charset.name(), start(head, charset), asked);
  }

  static byte[] head(Bytes bytes) throws IOException {
    try (InputStream in = bytes.open()) {
      return in.readNBytes(HEAD);
    }
  }

  private static Charset charset(Bytes bytes, byte[] head, @Nullable String asked)
      throws IOException {
    if (asked != null) {
      return Encoding.named(asked).orElseThrow();
    }
    Charset byHead = Encoding.ofHead(head);
    if (byHead != null) {
      return byHead;
    }
    try (InputStream in = bytes.open()) {
      return Encoding.ofAll(in);
    }
  }

  /** The beginning as text, without the line that the end of the head cuts in two. */
  private static String start(byte[] head, Charset charset) throws IOException {
    var text = new StringBuilder();
    char[] part = new char[8192];
    try (Reader reader = new StrictReader(new ByteArrayInputStream(head), charset)) {
      for (int read = reader.read(part); read >= 0; read = reader.read(part)) {
        text.append(part, 0, read);
      }
    }
    int end = head.length < HEAD ? -1 : text.lastIndexOf("\n");
    return end > 0 ? text.substring(0, end) : text.toString();
  }

  private static void requireNoNul(List<String> cells, long line) throws NotCsv {
    if (cells.stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
      throw Encoding.nul(line);
    }
  }
}
