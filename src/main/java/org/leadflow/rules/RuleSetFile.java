package org.leadflow.rules;

import java.nio.charset.StandardCharsets;

/**
 * A file of a rule set, rules or cases, as it was published.
 *
 * @param path relative to the rules folder, with slashes
 * @param content its bytes; not to be changed
 */
public record RuleSetFile(String path, byte[] content) {

  /** The content as UTF-8 text; no use for spreadsheets. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }
}
