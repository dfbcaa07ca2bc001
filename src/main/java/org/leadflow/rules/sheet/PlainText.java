package org.leadflow.rules.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Makes a text out of bytes without guessing: a wrong guess would change names silently. */
public final class PlainText {

  private PlainText() {}

  /**
   * The text, with line ends of Unix and without what Windows editors put in front.
   *
   * @throws Unreadable if it is neither UTF-8 nor, as its first bytes say, UTF-16
   */
  public static String of(byte[] content) throws Unreadable {
    Charset charset = charset(content);
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      if (text.indexOf('\0') >= 0) {
        throw new Unreadable("this is no text: it contains zero bytes; save it as UTF-8");
      }
      // What Windows editors add must not make another version of the same rules.
      return text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
    } catch (CharacterCodingException broken) {
      throw new Unreadable(
          charset == StandardCharsets.UTF_8
              ? "this is not UTF-8 text; save it as UTF-8"
              : "this is not the UTF-16 text it says it is; save it as UTF-8");
    }
  }

  private static Charset charset(byte[] content) {
    if (content.length >= 2) {
      int mark = (content[0] & 0xff) << 8 | content[1] & 0xff;
      if (mark == 0xfeff) {
        return StandardCharsets.UTF_16BE;
      } else if (mark == 0xfffe) {
        return StandardCharsets.UTF_16LE;
      }
    }
    return StandardCharsets.UTF_8;
  }
}
