package org.leadflow.rules;

import java.nio.charset.StandardCharsets;

/**
 * A file of a rule set, rules or cases: of a draft as its author wrote it, of a published version
 * as it was read, so that a spreadsheet is its first sheet as CSV.
 *
 * @param path relative to the rules folder, with slashes
 * @param content its bytes; not to be changed
 */
public record RuleSetFile(String path, byte[] content) {

  /** The content as UTF-8 text; no use for the spreadsheets of a draft. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }
}
