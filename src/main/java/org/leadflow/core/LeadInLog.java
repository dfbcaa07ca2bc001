package org.leadflow.core;

import java.util.UUID;
import org.slf4j.MDC;

/**
 * Puts the id of the lead that is handled on every line that the log gets meanwhile, so that all
 * lines of one lead are found together.
 */
public final class LeadInLog {

  /** The name under which structured logs have it. */
  public static final String KEY = "leadId";

  private LeadInLog() {}

  /** Until this is closed; then whatever lead there was before. */
  public static Until of(UUID leadId) {
    String before = MDC.get(KEY);
    MDC.put(KEY, leadId.toString());
    return before == null ? () -> MDC.remove(KEY) : () -> MDC.put(KEY, before);
  }

  /** The end of handling a lead. */
  public interface Until extends AutoCloseable {
    @Override
    void close();
  }
}
