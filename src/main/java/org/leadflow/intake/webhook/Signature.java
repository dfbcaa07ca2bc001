package org.leadflow.intake.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/**
 * The header with which a message is signed: {@code t=1764000000,v1=…}, the time in seconds and the
 * HMAC-SHA256, in hexadecimal, of the time, a point and the body as it is sent.
 */
final class Signature {

  static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Pattern HEADER = Pattern.compile("t=(\\d{10}),\\s?v1=([0-9a-fA-F]{64})");

  private Signature() {}

  /**
   * What tells this message from all others of its sender; empty when it is not his, or older than
   * the window.
   */
  static Optional<String> digest(String secret, @Nullable String header, byte[] body, Instant now) {
    Matcher parts = HEADER.matcher(header == null ? "" : header.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    Instant signed = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
    String digest = of(secret, parts.group(1), body);
    return Duration.between(signed, now).abs().compareTo(WINDOW) <= 0
            && same(digest, parts.group(2).toLowerCase(Locale.ROOT))
        ? Optional.of(digest)
        : Optional.empty();
  }

  static String of(String secret, String time, byte[] body) {
    byte[] before = bytes(time + ".");
    byte[] all = new byte[before.length + body.length];
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(body, 0, all, before.length, body.length);
    return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, bytes(secret)).hmacHex(all);
  }

  /** In the same time, however much of it fits. */
  static boolean same(String one, @Nullable String other) {
    return other != null && MessageDigest.isEqual(bytes(one), bytes(other));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
