package org.leadflow.routing.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.explain.RuleReason;

/**
 * Why not this rule, unit, partner, team or person.
 *
 * @param asked such as {@code team dach-enterprise} or {@code rule EMEA-010}
 * @param code {@code chosen}, {@code lost}, {@code conflict}, {@code did-not-fire}, {@code
 *     not-asked}, {@code no-rule-names-it}, {@code not-in-version}, {@code screened-out}, {@code
 *     not-decided} or, of a person, {@code turn-of-another}
 * @param sentence the same for a person to read
 * @param rules every rule that names it, the ones that came closest first
 * @param candidate how the person was considered when the team's turn was decided
 */
public record WhyNotAnswer(
    String asked,
    String code,
    String sentence,
    List<RuleReason> rules,
    @Schema(type = "object") @Nullable JsonNode candidate) {}
