package org.leadflow.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for five minutes which password fitted which hash, because an integrator sends his with
 * every request and checking it is slow on purpose. Kept is only a digest of both under a key that
 * never leaves this process; a changed hash is another entry, so an old password is out at once.
 */
class VerifiedPasswords implements PasswordEncoder {

  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MOST = 1_000;

  private final PasswordEncoder encoder;
  private final InstantSource clock;
  private final SecretKeySpec key =
      new SecretKeySpec(new SecureRandom().generateSeed(32), "HmacSHA256");
  private final Map<String, Instant> fitUntil = new LinkedHashMap<>();

  VerifiedPasswords(PasswordEncoder encoder, InstantSource clock) {
    this.encoder = encoder;
    this.clock = clock;
  }

  @Override
  public boolean matches(CharSequence password, String hash) {
    String digest = digest(hash + "\0" + password);
    if (isRemembered(digest)) {
      return true;
    }
    boolean fits = encoder.matches(password, hash);
    if (fits) {
      remember(digest);
    }
    return fits;
  }

  private synchronized boolean isRemembered(String digest) {
    Instant until = fitUntil.get(digest);
    return until != null && clock.instant().isBefore(until);
  }

  /** The oldest entry stands first and goes first. */
  private synchronized void remember(String digest) {
    fitUntil.remove(digest);
    if (fitUntil.size() == MOST) {
      fitUntil.remove(fitUntil.keySet().iterator().next());
    }
    fitUntil.put(digest, clock.instant().plus(KEPT));
  }

  private String digest(String text) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  @Override
  public String encode(CharSequence password) {
    return encoder.encode(password);
  }

  @Override
  public boolean upgradeEncoding(String hash) {
    return encoder.upgradeEncoding(hash);
  }
}
