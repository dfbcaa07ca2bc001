package org.leadflow.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords came before this one, which was not looked at. */
class TooManyLogins extends AuthenticationException {

  private final Duration wait;

  TooManyLogins(Duration wait) {
    super("Too many failed logins.");
    this.wait = wait;
  }

  /** After how many seconds another try is looked at, at least one. */
  long seconds() {
    return wait.toSeconds() + 1;
  }
}
