package org.leadflow.intake.web;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a client likes to wait for the owner of its lead (RFC 7240, {@code Prefer: wait=N}). */
record Waiting(Duration time) {

  private static final int LONGEST = 30;
  private static final Pattern WAIT =
      Pattern.compile("(?i)(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?:$|[,;])");

  /** At most half a minute; not at all when the header says nothing of it. */
  static Waiting preferred(@Nullable String prefer) {
    Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
    return new Waiting(
        Duration.ofSeconds(wait.find() ? Math.min(LONGEST, Long.parseLong(wait.group(1))) : 0));
  }

  boolean isAny() {
    return !time.isZero();
  }

  String applied() {
    return "wait=" + time.toSeconds();
  }
}
