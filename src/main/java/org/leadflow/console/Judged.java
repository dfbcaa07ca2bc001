package org.leadflow.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Moment;

/**
 * A decision about a lead with its reasons, in words.
 *
 * @param question what was asked
 * @param answer what was decided and why, as one sentence
 * @param owner who got the lead by it, null when nobody
 * @param note what one might wonder about, null when nothing
 * @param asked the rule sets in the order they were asked
 * @param candidates whose turn it might have been; empty unless a team took turns
 */
record Judged(
    String question,
    Moment decidedOn,
    String answer,
    @Nullable String owner,
    @Nullable String note,
    List<Asked> asked,
    List<Member> candidates) {

  /** A rule set and the rules of it that fired. */
  record Asked(String ruleSet, String version, List<Rule> rules) {}

  /**
   * A rule that fired.
   *
   * @param place file and line
   * @param said its outcome in words
   * @param decisive false when another rule of the set came before it
   */
  record Rule(
      String id, String sentence, String owner, String place, String said, boolean decisive) {}

  /**
   * A member of a team that takes turns.
   *
   * @param gate why he got the turn or not
   */
  record Member(String name, String gate, boolean chosen) {}
}
