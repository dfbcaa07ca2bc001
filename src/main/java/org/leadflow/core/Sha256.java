package org.leadflow.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of texts, as UTF-8. */
public final class Sha256 {

  private Sha256() {}

  /** All 32 bytes of it. */
  public static byte[] of(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The same as 64 hexadecimal digits in small letters. */
  public static String hex(String text) {
    return HexFormat.of().formatHex(of(text));
  }
}
