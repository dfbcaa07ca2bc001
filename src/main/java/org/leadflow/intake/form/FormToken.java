package org.leadflow.intake.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/**
 * Tells that a form was shown by us, when, and once: signed with the secret of the form, so that
 * nothing is stored for a form that is only looked at.
 *
 * @param nonce another one each time
 */
record FormToken(String nonce, Instant shownOn) {

  private static final Pattern TEXT =
      Pattern.compile("([0-9a-f-]{36})\\.(\\d{13})\\.([0-9a-f]{64})");

  static String issue(WebForm form, Instant now) {
    return issue(form, UUID.randomUUID(), now);
  }

  static String issue(WebForm form, UUID nonce, Instant now) {
    String said = nonce + "." + now.toEpochMilli();
    return said + "." + signature(form, said);
  }

  /** Empty when it is not ours. */
  static Optional<FormToken> read(WebForm form, @Nullable String text) {
    Matcher parts = TEXT.matcher(text == null ? "" : text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    byte[] wanted = bytes(signature(form, parts.group(1) + "." + parts.group(2)));
    return MessageDigest.isEqual(wanted, bytes(parts.group(3)))
        ? Optional.of(
            new FormToken(parts.group(1), Instant.ofEpochMilli(Long.parseLong(parts.group(2)))))
        : Optional.empty();
  }

  private static String signature(WebForm form, String said) {
    return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, bytes(form.secret()))
        .hmacHex(form.formId() + "." + said);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  boolean isTooYoung(Instant now, Duration shortest) {
    return now.isBefore(shownOn.plus(shortest));
  }

  boolean isTooOld(Instant now, Duration longest) {
    return now.isAfter(shownOn.plus(longest));
  }
}
