package org.leadflow.lead;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Versions;

/**
 * A lead as every door answers it: what was written, what the product made of it, and the labels of
 * all options.
 */
@Schema(
    name = "Lead",
    description =
        "A lead as it stands. The label of every option is answered beside its number, such as"
            + " leadSourceCodeLabel beside leadSourceCode.",
    additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
public record LeadView(
    UUID leadId,
    @Nullable Long version,
    @JsonUnwrapped LeadFields fields,
    @JsonUnwrapped ReadOnlyView readOnly,
    @JsonUnwrapped NormalizedValues normalized,
    String fullName,
    int stateCode,
    int statusCode,
    @Nullable String closingComment,
    String ownerId,
    String ownerIdType,
    String owningBusinessUnit,
    @Nullable String owningPartner,
    String intakeChannel,
    @Nullable Integer score,
    @Nullable String grade,
    int routingHops,
    @Nullable UUID lastDecisionId,
    @Nullable UUID qualifyingOpportunityId,
    @Nullable Instant assignedOn,
    @Nullable Instant firstRespondedOn,
    @Nullable Instant slaDueOn,
    Instant createdOn,
    String createdBy,
    Instant modifiedOn,
    String modifiedBy,
    @JsonAnyGetter @Schema(hidden = true) Map<String, String> labels) {

  /**
   * Read once: asking a record for its components and their annotations costs more than all labels.
   */
  private static final Map<Method, OptionSet> OPTIONS =
      Stream.of(LeadFields.class.getRecordComponents())
          .map(RecordComponent::getAccessor)
          .filter(field -> field.isAnnotationPresent(Option.class))
          .collect(
              Collectors.toMap(field -> field, field -> field.getAnnotation(Option.class).value()));

  public static LeadView of(Lead lead) {
    return new LeadView(
        lead.leadId(),
        lead.version(),
        lead.fields(),
        ReadOnlyView.of(lead),
        NormalizedValues.of(lead.fields()),
        lead.fields().fullName(),
        lead.stateCode(),
        lead.statusCode(),
        lead.closingComment(),
        lead.owner().id(),
        lead.owner().kind().name().toLowerCase(Locale.ROOT),
        lead.owningBusinessUnit(),
        lead.owningPartner(),
        lead.intakeChannel(),
        lead.score(),
        lead.grade(),
        lead.routingHops(),
        lead.lastDecisionId(),
        lead.qualifyingOpportunityId(),
        lead.assignedOn(),
        lead.firstRespondedOn(),
        lead.slaDueOn(),
        lead.createdOn(),
        lead.createdBy(),
        lead.modifiedOn(),
        lead.modifiedBy(),
        labelsOf(lead));
  }

  /** The version as an ETag. */
  @JsonIgnore
  public String etag() {
    return Versions.tag(version);
  }

  private static Map<String, String> labelsOf(Lead lead) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("stateCodeLabel", lead.state().label());
    labels.put("statusCodeLabel", lead.status().label());
    Integer result = lead.product().salesAssignmentResult();
    if (result != null) {
      labels.put("salesAssignmentResultLabel", result == 0 ? "Succeeded" : "Failed");
    }
    OPTIONS.forEach(
        (field, set) -> {
          try {
            set.label((Integer) field.invoke(lead.fields()))
                .ifPresent(label -> labels.put(field.getName() + "Label", label));
          } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
          }
        });
    return labels;
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "lead " + leadId;
  }
}
