package org.leadflow.routing.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.core.StorableText;
import org.leadflow.routing.Occasion.Why;

/**
 * Which leads are to be given to others.
 *
 * @param why LEFT or ABSENT: the open leads of a person; RULES: open leads nobody has worked, where
 *     the rules name another target now
 * @param fromUserId whose, for LEFT and ABSENT
 * @param teamId of which team, for RULES; all when missing
 * @param dryRun true: answer what would come of each, and a token
 * @param token of a dry run: refused when one of its leads changed since
 */
@StorableText
record Reassignment(
    @NotNull @Pattern(regexp = "LEFT|ABSENT|RULES", message = "must be LEFT, ABSENT or RULES")
        String why,
    @Size(max = 64) @Nullable String fromUserId,
    @Size(max = 64) @Nullable String teamId,
    @Nullable Boolean dryRun,
    @Size(max = 64) @Nullable String token,
    @Size(max = 1000) @Nullable String reason) {

  Why occasion() {
    return Why.valueOf(why);
  }

  boolean isDryRun() {
    return Boolean.TRUE.equals(dryRun);
  }

  /** Refuses what does not go together, naming every field. */
  void requireConsistent() {
    List<FieldFault> faults = new ArrayList<>();
    boolean ofPerson = occasion() != Why.RULES;
    if (ofPerson && fromUserId == null) {
      faults.add(new FieldFault("fromUserId", "must say whose leads, for LEFT and ABSENT"));
    }
    if (!ofPerson && fromUserId != null) {
      faults.add(new FieldFault("fromUserId", "is for LEFT and ABSENT only"));
    }
    if (ofPerson && teamId != null) {
      faults.add(new FieldFault("teamId", "is for RULES only"));
    }
    Refused.ifAny(faults);
  }
}
