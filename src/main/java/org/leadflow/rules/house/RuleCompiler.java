package org.leadflow.rules.house;

import java.util.List;

/** Makes the rule files of one folder askable. */
public interface RuleCompiler {

  /**
   * Compiles one folder by itself; safe to call for several folders at once.
   *
   * @param ruleSet path of the folder
   * @param version what its verdicts are to carry
   * @param files its rule files, none of them cases
   */
  Compilation compile(String ruleSet, String version, List<RuleFile> files);
}
