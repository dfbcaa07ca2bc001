package org.leadflow.rules.web;

import java.util.List;
import org.leadflow.rules.Finding;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSetFile;
import org.leadflow.rules.RuleSetVersion;

/**
 * A version with its rules and files.
 *
 * @param findings why this release of the product cannot compile it; usually empty
 */
record VersionView(
    RuleSetVersion version, List<Rule> rules, List<FileView> files, List<Finding> findings) {

  /**
   * A file of it.
   *
   * @param text what it says; of a spreadsheet the first sheet as CSV
   */
  record FileView(String path, String text) {

    static FileView of(RuleSetFile file) {
      return new FileView(file.path(), file.text());
    }
  }
}
