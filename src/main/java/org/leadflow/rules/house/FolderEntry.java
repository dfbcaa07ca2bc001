package org.leadflow.rules.house;

import java.util.List;
import org.leadflow.rules.Finding;
import org.leadflow.rules.sheet.PlainText;
import org.leadflow.rules.sheet.Unreadable;
import org.leadflow.rules.sheet.Xlsx;

/** Decides what a file of the rules folder is, by its name, and reads it. */
final class FolderEntry {

  private static final String ENDINGS =
      ".drl, .dslr, .drl.csv, .drl.xlsx, .table.csv, .table.xlsx, .cases.yaml and .md";

  private FolderEntry() {}

  /** Editors, office programs and mounted volumes leave such files behind. */
  static boolean isLeftBehind(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return path.startsWith(".")
        || path.contains("/.")
        || name.endsWith("~")
        || name.startsWith("~$")
        || name.startsWith("#") && name.endsWith("#")
        || name.endsWith(".bak")
        || name.endsWith(".swp")
        || name.endsWith(".tmp")
        || name.equals("Thumbs.db")
        || name.equals("desktop.ini");
  }

  /** Whether the file is for people only. */
  static boolean isForPeople(String path) {
    return path.endsWith(".md");
  }

  /** Reads the file into one of the lists. */
  static void read(String path, byte[] content, List<RuleFile> files, List<Finding> findings) {
    var named = new RuleFile(path, "");
    if (!named.isRules() && !named.isCases() && !named.isVocabulary()) {
      findings.add(new Finding(path, 0, unknown(path)));
      return;
    }
    try {
      String text = path.endsWith(".xlsx") ? Xlsx.read(content).csv() : PlainText.of(content);
      files.add(new RuleFile(path, text));
    } catch (Unreadable why) {
      findings.add(new Finding(path, why.line(), why.cell(), why.getMessage()));
    }
  }

  private static String unknown(String path) {
    if (path.matches(".*\\.(xls|ods|xlsm|numbers)")) {
      return "spreadsheets are saved as .drl.xlsx or .table.xlsx here; this one would do nothing";
    } else if (path.matches(".*\\.(csv|xlsx|tsv)")) {
      return "a decision table ends in .drl.csv or .drl.xlsx, a routing table in .table.csv or"
          + " .table.xlsx; this one would do nothing";
    } else if (path.endsWith(".dsl")) {
      return "the words of sentences stand in "
          + RuleFile.VOCABULARY
          + "; this one would do nothing";
    }
    return "only " + ENDINGS + " files belong here; this one would do nothing";
  }
}
