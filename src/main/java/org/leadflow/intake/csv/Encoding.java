package org.leadflow.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells how the text of a file is encoded, by the whole of it. */
final class Encoding {

  static final Charset WINDOWS = Charset.forName("windows-1252");

  /** What can be asked for. */
  static final List<Charset> TAKEN =
      List.of(
          StandardCharsets.UTF_8,
          WINDOWS,
          StandardCharsets.ISO_8859_1,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("windows-1250"),
          Charset.forName("windows-1251"),
          Charset.forName("x-MacRoman"));

  private Encoding() {}

  /** Empty for a name that is none of {@link #TAKEN}. */
  static Optional<Charset> named(String name) {
    return TAKEN.stream()
        .filter(charset -> charset.name().equalsIgnoreCase(name.strip()))
        .findFirst();
  }

  /** What the first bytes say; null when only the whole file can. */
  static @Nullable Charset ofHead(byte[] head) throws NotCsv {
    if (begins(head, 0xFF, 0xFE, 0, 0) || begins(head, 0, 0, 0xFE, 0xFF)) {
      throw new NotCsv("encoding", "The file is UTF-32; save it as UTF-8 and send that.");
    }
    if (begins(head, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (begins(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (begins(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    int[] nuls = new int[2];
    for (int place = 0; place < head.length; place++) {
      nuls[place % 2] += head[place] == 0 ? 1 : 0;
    }
    int half = Math.max(head.length / 2, 1);
    if (nuls[1] * 10 > half * 6 && nuls[0] * 20 < half) {
      return StandardCharsets.UTF_16LE;
    }
    return nuls[0] * 10 > half * 6 && nuls[1] * 20 < half ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean begins(byte[] head, int... mark) {
    for (int place = 0; place < mark.length; place++) {
      if (head.length <= place || (head[place] & 0xff) != mark[place]) {
        return false;
      }
    }
    return true;
  }

  /**
   * UTF-8, unless more bytes are wrong in it than letters beyond ASCII are right: then nobody wrote
   * UTF-8, and it is the encoding of Western Windows. A mistake in a file of UTF-8 stays one.
   *
   * @throws NotCsv when there is a NUL in it
   */
  static Charset ofAll(InputStream bytes) throws IOException {
    long wrong = 0;
    long right = 0;
    long line = 1;
    char[] part = new char[8192];
    try (Reader text = new StrictReader(bytes, StandardCharsets.UTF_8)) {
      for (int read = text.read(part); read >= 0; read = text.read(part)) {
        for (int place = 0; place < read; place++) {
          char letter = part[place];
          if (letter == 0) {
            throw nul(line);
          }
          line += letter == '\n' ? 1 : 0;
          if (letter >= 0xDC00
              && letter <= 0xDCFF
              && !(place > 0 && Character.isHighSurrogate(part[place - 1]))) {
            wrong++;
          } else if (letter >= 0x80) {
            right++;
          }
        }
      }
    }
    return wrong > right ? WINDOWS : StandardCharsets.UTF_8;
  }

  /** Text has no NUL; a file with one is no text or a damaged one. */
  static NotCsv nul(long line) {
    return new NotCsv(
        "nul",
        "The file has a NUL character in line %d, so it is damaged or no text: save it as CSV once more and send that."
            .formatted(line));
  }
}
