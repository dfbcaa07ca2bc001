package org.leadflow.rules.house;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.LeadFacts;

/**
 * An example written by a person.
 *
 * @param file relative to the rules folder
 * @param line where it starts, counted from 1
 * @param because what it shows
 * @param fires ids of the rules of the same topic that fire, sorted; the others stay silent
 * @param answer what the whole rule set answers; null when the case does not say
 */
record Case(
    RuleFile file,
    int line,
    String because,
    LeadFacts lead,
    List<String> fires,
    @Nullable String answer) {

  /** The one topic without rules of its own: its cases look at all rules of the folder. */
  static final String TOGETHER = "together";

  /** Whether the case says something about the rules of this file. */
  boolean isAbout(String ruleFile) {
    return TOGETHER.equals(file.topic())
        || file.topic().equals(RuleFile.topic(ruleFile))
            && file.folder().equals(new RuleFile(ruleFile, "").folder());
  }
}
