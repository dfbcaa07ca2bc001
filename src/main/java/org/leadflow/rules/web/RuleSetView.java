package org.leadflow.rules.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Finding;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.RuleSetVersion.Origin;
import org.leadflow.rules.publishing.ActiveVersion;
import org.leadflow.rules.publishing.FolderState;
import org.leadflow.rules.publishing.RefusedAttempt;
import org.leadflow.rules.publishing.RuleSetState;

/**
 * How a rule set stands.
 *
 * @param folder how the folder of the answering node stands to what is at work
 * @param version with which all nodes are to decide
 * @param versionAtWork with which the answering node decides
 * @param rules how many the version at work has
 * @param refusals the last attempt of each origin that was refused and not put right since, the
 *     newest first
 * @param absent receivers the rules at work name though they are not there or not active any more;
 *     the rules work on
 */
record RuleSetView(
    @Schema(example = "routing/units/emea") String name,
    RuleSetState.State state,
    FolderState folder,
    @Schema(example = "3f9c2b7a1d04") @Nullable String version,
    @Nullable String versionAtWork,
    @Nullable Integer rules,
    @Nullable Instant since,
    @Schema(example = "olga") @Nullable String by,
    @Nullable Origin origin,
    List<RefusedAttempt> refusals,
    List<Finding> absent) {

  static RuleSetView of(RuleSetState state, List<Finding> absent) {
    ActiveVersion active = state.active();
    RuleSet atWork = state.atWork();
    return new RuleSetView(
        state.ruleSet(),
        state.state(),
        state.folder(),
        active == null ? null : active.version(),
        atWork == null ? null : atWork.version(),
        atWork == null ? null : atWork.rules().size(),
        active == null ? null : active.since(),
        active == null ? null : active.by(),
        active == null ? null : active.origin(),
        state.refusals(),
        absent);
  }
}
