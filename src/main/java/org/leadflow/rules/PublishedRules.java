package org.leadflow.rules;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leadflow.rules.analysis.Discovery;

/**
 * Every version of every rule set that was ever at work, and drafts of new ones. Nothing here
 * changes what is at work. Safe for any number of threads.
 */
public interface PublishedRules {

  /** All versions of the set, the one published last first; empty when there is no such set. */
  List<RuleSetVersion> versions(String ruleSet);

  /** The version all nodes are to work with; empty when the set is retired or was never good. */
  Optional<RuleSetVersion> active(String ruleSet);

  /**
   * Rules and cases of a version, by path.
   *
   * @throws UnknownRuleSetVersion if it was never published
   */
  List<RuleSetFile> files(String ruleSet, String version);

  /**
   * The version with its rules.
   *
   * @throws UnknownRuleSetVersion if it was never published
   * @throws BrokenRules if this release of the product cannot compile it
   */
  RuleSet ruleSet(String ruleSet, String version);

  /**
   * What there is to say about the version as a whole, with the receivers there are now: worked out
   * when asked, because they come and go.
   *
   * @throws UnknownRuleSetVersion if it was never published
   * @throws BrokenRules if this release of the product cannot compile it
   */
  List<Discovery> discoveries(String ruleSet, String version);

  /** What is at work on this node now; later changes do not reach it. */
  Rulebook atWork();

  /**
   * The same as {@link #atWork()}, but for this set in this version. Compiled once and kept a
   * while.
   *
   * @throws UnknownRuleSetVersion if it was never published
   * @throws BrokenRules if this release of the product cannot compile it
   */
  Rulebook of(String ruleSet, String version);

  /**
   * Compiles rules that are not published and runs their cases; publishes nothing. Bounded in time:
   * a set that takes too long has a finding that says so.
   *
   * @param files all files of one or more rule sets
   * @param onlyPlain whether rules that do more than compare facts are refused and never run
   */
  DraftRules draft(Collection<RuleSetFile> files, boolean onlyPlain);
}
