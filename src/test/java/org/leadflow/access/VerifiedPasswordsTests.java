package org.leadflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class VerifiedPasswordsTests {

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final AtomicInteger checks = new AtomicInteger();
  private final PasswordEncoder slow =
      new PasswordEncoder() {
        @Override
        public String encode(CharSequence password) {
          return "hash of " + password;
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
          checks.incrementAndGet();
          return encode(password).equals(hash);
        }
      };
  private final VerifiedPasswords passwords = new VerifiedPasswords(slow, () -> now);

  @Test
  void aPasswordThatFittedIsNotCheckedAgain() {
    assertThat(passwords.matches("secret", "hash of secret")).isTrue();
    assertThat(passwords.matches("secret", "hash of secret")).isTrue();
    assertThat(checks).hasValue(1);
  }

  @Test
  void afterFiveMinutesItIsCheckedAgain() {
    passwords.matches("secret", "hash of secret");
    now = now.plusSeconds(301);
    assertThat(passwords.matches("secret", "hash of secret")).isTrue();
    assertThat(checks).hasValue(2);
  }

  @Test
  void aWrongPasswordIsCheckedEveryTimeAndNeverFits() {
    passwords.matches("secret", "hash of secret");
    assertThat(passwords.matches("guess", "hash of secret")).isFalse();
    assertThat(passwords.matches("guess", "hash of secret")).isFalse();
    assertThat(checks).hasValue(3);
  }

  @Test
  void theOldPasswordIsOutAsSoonAsTheHashChanges() {
    passwords.matches("secret", "hash of secret");
    assertThat(passwords.matches("secret", "hash of other")).isFalse();
  }

  @Test
  void theOldestEntryMakesRoomForTheThousandAndFirst() {
    for (int user = 0; user <= 1_000; user++) {
      passwords.matches("p" + user, "hash of p" + user);
    }
    checks.set(0);
    passwords.matches("p1", "hash of p1");
    assertThat(checks).hasValue(0);
    passwords.matches("p0", "hash of p0");
    assertThat(checks).hasValue(1);
  }
}
