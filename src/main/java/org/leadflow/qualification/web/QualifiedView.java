package org.leadflow.qualification.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.qualification.PlanView;
import org.leadflow.qualification.approval.Approval;

/**
 * The answer to QualifyLead, and to its dry run.
 *
 * @param dryRun true when nothing was done
 * @param createdEntities newly created records in the order account, contact, opportunity, as in
 *     Dynamics 365; a dry run tells their values instead of their ids
 * @param linkedEntities existing records the lead is linked to
 * @param filledFields empty fields of existing records that are filled
 * @param skipped what is left alone, and why
 * @param stage where the process stands: without an opportunity still Qualify
 * @param openActivitiesTo the kind of record the open activities move to; null when there is none
 * @param undoUntil until when this can be undone; null for a dry run
 * @param planToken of a dry run: send it along to do exactly this or nothing
 * @param duplicates of a dry run: candidates by kind of record, nobody decided on yet
 * @param hidden of a dry run: how many candidates you may not see
 * @param duplicateToken of a dry run: send it along with {@code ignoreDuplicates}
 * @param status {@code waiting for approval} when a manager has to approve it before anything is
 *     done; null when it is done
 * @param approval what he is asked; null when nobody is
 */
@Schema(name = "QualifyLeadResponse")
record QualifiedView(
    UUID leadId,
    boolean dryRun,
    List<PlanView.Entity> createdEntities,
    List<PlanView.Entity> linkedEntities,
    List<PlanView.FilledField> filledFields,
    List<PlanView.Skipped> skipped,
    String stage,
    @Nullable String openActivitiesTo,
    @Nullable Instant undoUntil,
    @Nullable String planToken,
    @Nullable Object duplicates,
    @Nullable Object hidden,
    @Nullable Object duplicateToken,
    @Nullable String status,
    @Nullable ApprovalView approval) {

  /** Nothing was done yet. */
  static QualifiedView waiting(Approval approval) {
    return new QualifiedView(
        approval.leadId(),
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "Qualify",
        null,
        null,
        null,
        null,
        null,
        null,
        "waiting for approval",
        ApprovalView.of(approval));
  }

  boolean waits() {
    return approval != null;
  }

  static QualifiedView done(PlanView plan, Instant undoUntil) {
    return of(plan, false, undoUntil, null, Map.of());
  }

  static QualifiedView dryRun(PlanView plan, String token, Map<String, Object> undecided) {
    return of(plan, true, null, token, undecided);
  }

  private static QualifiedView of(
      PlanView plan,
      boolean dryRun,
      @Nullable Instant undoUntil,
      @Nullable String token,
      Map<String, Object> undecided) {
    return new QualifiedView(
        plan.leadId(),
        dryRun,
        plan.created(),
        plan.linked(),
        plan.filled(),
        plan.skipped(),
        plan.stage(),
        plan.openActivitiesTo(),
        undoUntil,
        token,
        undecided.get("duplicates"),
        undecided.get("hidden"),
        undecided.get("duplicateToken"),
        null,
        null);
  }
}
