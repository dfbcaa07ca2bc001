package org.leadflow.rules.house;

import java.util.List;

/** Makes the rule files of one folder askable. */
public interface RuleCompiler {

  /**
   * Reads files of all formats; safe to call for several folders at once. Never fails: what cannot
   * be read is a finding.
   *
   * @param ruleSet path of the folder
   * @param files its rule files and the vocabulary of its sentences, none of them cases
   */
  Drafts read(String ruleSet, List<RuleFile> files);

  /**
   * Compiles one folder by itself; safe to call for several folders at once.
   *
   * @param ruleSet path of the folder
   * @param version what its verdicts are to carry
   * @param drafts what was read
   */
  Compilation compile(String ruleSet, String version, Drafts drafts);

  /**
   * The same, but a rule that does more than compare facts with values and say one outcome is a
   * finding, and then nothing is compiled at all.
   */
  Compilation compilePlain(String ruleSet, String version, Drafts drafts);

  /** Reads and compiles. */
  default Compilation compile(String ruleSet, String version, List<RuleFile> files) {
    return compile(ruleSet, version, read(ruleSet, files));
  }
}
