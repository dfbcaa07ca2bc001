package org.leadflow.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes bytes and loses none: one that is no text in the charset becomes a lone surrogate from
 * U+DC00 to U+DCFF, which tells the byte and which no valid text has. So a wrong byte is found in
 * the cell it stands in, and nothing is replaced in silence. A byte order mark is left out.
 */
final class StrictReader extends Reader {

  private static final int FIRST = 0xDC00;
  private static final int LAST = 0xDCFF;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream bytes;
  private final CharsetDecoder decoder;
  private final int unit;
  private final ByteBuffer in = ByteBuffer.allocate(16 * 1024).limit(0);
  private boolean ended;
  private boolean begun;

  StrictReader(InputStream bytes, Charset charset) {
    this.bytes = bytes;
    // What follows half a character of UTF-16 would be read from the middle of the next one.
    this.unit = charset.name().startsWith("UTF-16") ? 2 : 1;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The byte behind the character at this place of a text, -1 where there is a character. */
  static int wrongByte(CharSequence text, int place) {
    char there = text.charAt(place);
    boolean pair = place > 0 && Character.isHighSurrogate(text.charAt(place - 1));
    return there >= FIRST && there <= LAST && !pair ? there - FIRST : -1;
  }

  /** The text with U+FFFD where a byte was none: so it can be shown and written. */
  static String readable(String cell) {
    StringBuilder text = null;
    for (int place = 0; place < cell.length(); place++) {
      if (wrongByte(cell, place) >= 0) {
        text = text == null ? new StringBuilder(cell) : text;
        text.setCharAt(place, '\uFFFD');
      }
    }
    return text == null ? cell : text.toString();
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read = decode(CharBuffer.wrap(target, offset, length).slice());
    if (!begun && read > 0) {
      begun = true;
      if (target[offset] == BYTE_ORDER_MARK) {
        System.arraycopy(target, offset + 1, target, offset, read - 1);
        return read > 1 ? read - 1 : read(target, offset, length);
      }
    }
    return read;
  }

  private int decode(CharBuffer out) throws IOException {
    while (true) {
      CoderResult result = decoder.decode(in, out, ended);
      if (result.isError() && out.hasRemaining()) {
        out.put((char) (FIRST + (in.get(in.position()) & 0xff)));
        in.position(in.position() + Math.min(unit, in.remaining()));
      } else if (out.position() > 0) {
        return out.position();
      } else if (result.isOverflow() || result.isError()) {
        // One character only has room, and the next is a pair: nobody reads one by one.
        throw new IOException("no room for a character");
      } else if (ended) {
        return -1;
      } else {
        fill();
      }
    }
  }

  private void fill() throws IOException {
    in.compact();
    int read = bytes.read(in.array(), in.position(), in.remaining());
    ended = read < 0;
    in.position(in.position() + Math.max(read, 0));
    in.flip();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
