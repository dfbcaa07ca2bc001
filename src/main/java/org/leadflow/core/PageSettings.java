package org.leadflow.core;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the pages speak.
 *
 * @param timeZone in which times are shown; the server's when not given
 */
@ConfigurationProperties("leadflow.console")
public record PageSettings(@Nullable ZoneId timeZone) {

  /** The one to use. */
  public ZoneId zone() {
    return timeZone != null ? timeZone : ZoneId.systemDefault();
  }
}
