package org.leadflow.qualification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Records;
import org.leadflow.qualification.Conversion.Step;

/**
 * A plan in words for a client.
 *
 * @param created what is new, in the order account, contact, opportunity
 * @param stage where the process stands afterwards
 */
public record PlanView(
    UUID leadId,
    List<Entity> created,
    List<Entity> linked,
    List<FilledField> filled,
    List<Skipped> skipped,
    String stage,
    @Nullable String openActivitiesTo) {

  private static final Set<String> NOT_SHOWN =
      Set.of(
          "accountId",
          "contactId",
          "opportunityId",
          "originatingLeadId",
          "parentAccountId",
          "parentContactId",
          "customerId",
          "createdOn",
          "createdBy");

  /** What was done: ids, and no value of any field. */
  static PlanView done(Plan plan) {
    return of(plan, false);
  }

  /** What would be done: values, and no id of what is not there yet. */
  static PlanView dry(Plan plan) {
    return of(plan, true);
  }

  private static PlanView of(Plan plan, boolean dry) {
    Planned<?> heir = plan.heir();
    return new PlanView(
        plan.lead().leadId(),
        entities(plan, Step.CREATE, dry),
        entities(plan, Step.LINK, dry),
        plan.records().stream()
            .flatMap(planned -> planned.filled().stream())
            .map(
                filled ->
                    new FilledField(
                        filled.type(),
                        filled.recordId(),
                        filled.field(),
                        dry ? filled.after() : null))
            .toList(),
        plan.records().stream()
            .flatMap(
                planned ->
                    planned.reasons().stream().map(reason -> new Skipped(planned.type(), reason)))
            .toList(),
        plan.stage(),
        heir == null ? null : heir.type().word());
  }

  private static List<Entity> entities(Plan plan, Step step, boolean dry) {
    return plan.records().stream()
        .filter(planned -> planned.step() == step)
        .map(planned -> entity(planned, dry && step == Step.CREATE))
        .toList();
  }

  private static Entity entity(Planned<?> planned, boolean values) {
    if (!values) {
      return new Entity(planned.type(), planned.id(), null);
    }
    Map<String, Object> shown = new TreeMap<>();
    Records.values(planned.after())
        .forEach(
            (field, value) -> {
              if (value != null && !NOT_SHOWN.contains(field)) {
                shown.put(field, value);
              }
            });
    return new Entity(planned.type(), null, shown);
  }

  /** One record; either its id or, when it is not there yet, its values. */
  public record Entity(
      RecordType entityType, @Nullable UUID id, @Nullable Map<String, Object> values) {}

  /** One field of an existing record that was empty; its new value is told only beforehand. */
  public record FilledField(RecordType entityType, UUID id, String field, @Nullable Object value) {}

  /** Something left alone. */
  public record Skipped(RecordType entityType, String reason) {}
}
