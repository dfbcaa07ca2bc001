package org.leadflow.rules.publishing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Finding;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.house.ReadySet;

/**
 * What came of trying to put one set to work.
 *
 * @param version of the content, null when it did not compile
 * @param findings why it was refused
 * @param warnings what its author should know all the same
 * @param compiled the set as it would work, null when it did not compile
 */
public record Attempt(
    String ruleSet,
    Result result,
    @Nullable String version,
    List<Finding> findings,
    List<Finding> warnings,
    @Nullable RuleSet compiled) {

  /** The ways in which it can end. */
  public enum Result {
    /** It is at work. */
    PUBLISHED,
    /** It was at work already. */
    UNCHANGED,
    /** This content of the folder was at work before and another version followed it. */
    TAKEN_BEFORE,
    /** Nothing is wrong with it; nobody asked to put it to work. */
    GOOD,
    /** Something is wrong with it; what was at work stays. */
    REFUSED
  }

  static Attempt of(Examined examined, Result result) {
    Optional<RuleSet> compiled = examined.ready().map(ReadySet::ruleSet);
    return new Attempt(
        examined.source().ruleSet(),
        result,
        compiled.map(RuleSet::version).orElse(null),
        examined.findings(),
        examined.warnings(),
        compiled.orElse(null));
  }

  static Attempt untouched(String ruleSet, Result result, @Nullable String version) {
    return new Attempt(ruleSet, result, version, List.of(), List.of(), null);
  }
}
