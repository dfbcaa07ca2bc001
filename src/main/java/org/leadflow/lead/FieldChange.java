package org.leadflow.lead;

import org.jspecify.annotations.Nullable;

/**
 * One field of a lead that changed.
 *
 * @param text whether it holds what a person wrote, which the trail must not tell
 * @param from as it is stored, null when it was empty
 * @param to likewise
 */
record FieldChange(String field, boolean text, @Nullable String from, @Nullable String to) {

  /** Names the field only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "change of " + field;
  }
}
