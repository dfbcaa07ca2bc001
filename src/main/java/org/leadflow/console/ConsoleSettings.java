package org.leadflow.console;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the pages speak.
 *
 * @param timeZone in which times are shown; the server's when not given
 */
@ConfigurationProperties("leadflow.console")
record ConsoleSettings(@Nullable ZoneId timeZone) {

  ZoneId zone() {
    return timeZone != null ? timeZone : ZoneId.systemDefault();
  }
}
