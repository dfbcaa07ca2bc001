package org.leadflow.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a pool wants when nobody is available.
 *
 * @param teamId the next pool, with {@link Kind#NEXT_POOL} only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Otherwise(Kind kind, @Nullable String teamId) {

  /** Wait until somebody is available, ask another pool, or let a person decide. */
  public enum Kind {
    WAIT,
    NEXT_POOL,
    TRIAGE
  }

  public static final Otherwise WAIT = new Otherwise(Kind.WAIT, null);
  public static final Otherwise TRIAGE = new Otherwise(Kind.TRIAGE, null);

  public static Otherwise nextPool(String teamId) {
    return new Otherwise(Kind.NEXT_POOL, teamId);
  }
}
