package org.leadflow.lead.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.merge.MergedFields.Choice;
import org.leadflow.lead.merge.Merging;

/**
 * What a merge did or would do.
 *
 * @param mergeId null for a dry run
 * @param masterId the lead that stays
 * @param mergedId the lead that is closed as its duplicate
 * @param fields every field in which the two differ
 * @param moved how many requests, notes, activities, attachments, stakeholders, accounts and
 *     contacts follow
 */
@Schema(name = "LeadMerge")
record MergedView(
    @Nullable UUID mergeId,
    boolean dryRun,
    UUID masterId,
    UUID mergedId,
    List<FieldView> fields,
    Map<String, Integer> moved) {

  static MergedView of(UUID masterId, UUID mergedId, Merging.Merged merged) {
    return new MergedView(
        merged.merge() == null ? null : merged.merge().mergeId(),
        merged.merge() == null,
        masterId,
        mergedId,
        merged.choices().stream().map(FieldView::of).toList(),
        merged.moved());
  }

  /**
   * A field in which the two differ.
   *
   * @param taken {@code master}, {@code other}, or {@code strictest} for what may be done with an
   *     address
   */
  @Schema(name = "MergedField")
  record FieldView(String field, @Nullable Object master, @Nullable Object other, String taken) {

    static FieldView of(Choice choice) {
      return new FieldView(
          choice.field(),
          choice.master(),
          choice.other(),
          choice.taken().name().toLowerCase(Locale.ROOT));
    }

    /** Names the field only: what a log or an error shows must not be personal. */
    @Override
    public String toString() {
      return "field " + field;
    }
  }
}
