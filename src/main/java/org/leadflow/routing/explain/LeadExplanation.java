package org.leadflow.routing.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Owner;
import org.leadflow.routing.Decision.Question;
import org.leadflow.rules.explain.Reasons.Result;
import org.leadflow.rules.explain.RuleReason;

/**
 * Why a lead is where it is.
 *
 * @param questions the newest answer to each question, in the order in which they are asked; a
 *     question that was not asked is left out
 */
public record LeadExplanation(@Nullable UUID leadId, List<Answered> questions) {

  /**
   * The answer to one question.
   *
   * @param workedOut that nothing was kept of it, so that it is worked out with the rules at work
   *     now; so it is with a lead that nothing speaks against
   * @param decidedOn null when it was worked out
   * @param facts what the rules saw; empty where a person decided
   * @param receiver the unit or partner the rules named
   * @param target the person, queue or team named inside it
   * @param owner who got the lead
   * @param candidates the members of the team that were considered, as the decision keeps them
   */
  public record Answered(
      Question question,
      boolean workedOut,
      @Nullable Instant decidedOn,
      String code,
      String sentence,
      Map<String, Object> facts,
      List<Asked> ruleSets,
      @Schema(type = "object") @Nullable JsonNode receiver,
      @Schema(type = "object") @Nullable JsonNode target,
      @Nullable Owner owner,
      @Schema(type = "array") @Nullable JsonNode candidates) {}

  /**
   * A rule set that was asked.
   *
   * @param answer what it said, such as {@code unit emea}
   * @param fired the rules that fired, whoever decided first
   * @param silentCount how many did not fire; null when the version cannot be read any more
   * @param silent the rules that did not fire and why, null unless they were asked for
   */
  public record Asked(
      String ruleSet,
      String version,
      String answer,
      List<FiredRule> fired,
      @Nullable Integer silentCount,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<RuleReason> silent) {}

  /**
   * A rule that fired.
   *
   * @param place file and line, or cell
   * @param outcome what it said, in words
   * @param priority null for what has none
   * @param why what became of it
   */
  public record FiredRule(
      String ruleId,
      String sentence,
      String owner,
      String place,
      String outcome,
      @Nullable Integer priority,
      Result result,
      String why) {}
}
