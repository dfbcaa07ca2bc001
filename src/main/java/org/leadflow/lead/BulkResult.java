package org.leadflow.lead;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;

/**
 * What came of one lead among many.
 *
 * @param outcome {@code refused}, {@code needsDecision}, or what was done, such as {@code
 *     qualified}
 * @param code the code with which the call about this one lead would have been refused, else null
 * @param detail the sentence of that refusal
 * @param faults every field at fault
 * @param more what the call about this one lead answers besides
 */
@Schema(
    name = "BulkResult",
    description =
        "What came of one lead. Besides these fields it has what the call about this lead alone answers.",
    additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
public record BulkResult(
    UUID leadId,
    String outcome,
    @Nullable String code,
    @Nullable String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldFault> faults,
    @JsonAnyGetter @Schema(hidden = true) Map<String, Object> more) {

  /** The code of a refusal that a person turns into a yes by choosing. */
  private static final String TO_DECIDE = "duplicate-found";

  /** It was done. */
  public static BulkResult done(UUID leadId, String outcome, Map<String, Object> more) {
    return new BulkResult(leadId, outcome, null, null, List.of(), more);
  }

  /** It was refused, or a person has to decide first; with what the refusal tells besides. */
  public static BulkResult of(UUID leadId, Refused refused) {
    String outcome = refused.code().equals(TO_DECIDE) ? "needsDecision" : "refused";
    return new BulkResult(
        leadId, outcome, refused.code(), refused.getMessage(), refused.faults(), refused.details());
  }

  static BulkResult refused(UUID leadId, String code, String sentence) {
    return new BulkResult(leadId, "refused", code, sentence, List.of(), Map.of());
  }
}
