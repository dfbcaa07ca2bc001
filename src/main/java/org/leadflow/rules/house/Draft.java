package org.leadflow.rules.house;

import org.leadflow.rules.Place;

/**
 * A rule file as DRL: as it was written, or as a spreadsheet or sentences were turned into it.
 *
 * @param file as its author wrote it
 * @param drl what the compiler gets
 * @param places where a line of the DRL comes from
 */
public record Draft(RuleFile file, String drl, Places places) {

  /** A file that is DRL itself. */
  public static Draft of(RuleFile file) {
    return new Draft(file, file.text(), (line, hint) -> Place.of(file.path(), line));
  }

  /** Leads from the DRL back to what its author wrote. */
  public interface Places {

    /**
     * Where a line comes from.
     *
     * @param line of the DRL, counted from 1; 0 for the file as such
     * @param hint words to look for where the line alone is not enough; may be empty
     */
    Place at(int line, String hint);
  }
}
