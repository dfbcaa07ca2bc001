package org.leadflow.outbox;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where messages go and how long it is tried.
 *
 * @param targets other systems by their name
 * @param deliver whether this node sends; all nodes write
 * @param senders how many messages are under way at a time; to one target one less, so that one
 *     that does not answer keeps no other waiting
 * @param timeout how long an answer is waited for
 * @param waits how long to wait after each failure; after the last one a message is given up
 * @param kept how long messages that were sent or given up can be looked at
 */
@ConfigurationProperties("leadflow.outbox")
record OutboxSettings(
    @DefaultValue Map<String, Target> targets,
    @DefaultValue("true") boolean deliver,
    @DefaultValue("4") int senders,
    @DefaultValue("5s") Duration timeout,
    @DefaultValue({"10s", "1m", "5m", "15m", "1h", "2h", "4h", "8h", "8h"}) List<Duration> waits,
    @DefaultValue("30d") Duration kept) {

  OutboxSettings {
    targets.forEach(OutboxSettings::check);
  }

  private static void check(String name, Target target) {
    String where = "leadflow.outbox.targets." + name;
    if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException(
          where + ": a target is named with small letters, digits and hyphens");
    }
    URI url = target.url();
    boolean isWeb =
        url != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
    if (!isWeb || url.getHost() == null || url.getUserInfo() != null) {
      throw new IllegalArgumentException(
          where + ".url: must be an address of the web without user and password");
    }
    if (target.secret() == null || target.secret().length() < 16) {
      throw new IllegalArgumentException(where + ".secret: must have 16 characters or more");
    }
  }

  /**
   * Another system.
   *
   * @param secret what messages are signed with; both sides know it
   */
  record Target(URI url, String secret) {

    /** Tells no secret. */
    @Override
    public String toString() {
      return String.valueOf(url);
    }
  }
}
