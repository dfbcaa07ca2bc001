package org.leadflow.rules.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Finding;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.publishing.Attempt;

/**
 * What came of trying to put one set to work.
 *
 * @param version of the content, missing when it did not compile
 * @param rules how many it has
 * @param findings why it was refused
 * @param warnings what does not stop it, but its author should know: unreachable rules, gaps,
 *     doubles
 */
record AttemptView(
    String ruleSet,
    Attempt.Result result,
    @Nullable String version,
    @Nullable Integer rules,
    List<Finding> findings,
    List<Finding> warnings) {

  static AttemptView of(Attempt attempt) {
    RuleSet compiled = attempt.compiled();
    return new AttemptView(
        attempt.ruleSet(),
        attempt.result(),
        attempt.version(),
        compiled == null ? null : compiled.rules().size(),
        attempt.findings(),
        attempt.warnings());
  }
}
