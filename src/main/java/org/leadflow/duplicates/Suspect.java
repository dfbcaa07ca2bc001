package org.leadflow.duplicates;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open lead, or a contact, that a new lead may be about.
 *
 * @param points how much they resemble each other, null where a rule about one value found it
 */
public record Suspect(Kind kind, UUID id, TwinRule rule, @Nullable Double points) {

  /** What it is. */
  public enum Kind {
    LEAD,
    CONTACT
  }
}
