package org.leadflow.qualification.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.core.StorableText;
import org.leadflow.lead.StateCode;
import org.leadflow.lead.StatusCode;
import org.leadflow.qualification.Answer;

/** The request to disqualify: a reason and, if one likes, a comment. */
@StorableText
record Disqualify(
    @NotNull @Nullable Integer statusCode, @Size(max = 2000) @Nullable String comment) {

  /**
   * @throws Refused when there is no such reason
   */
  Answer answer() {
    StatusCode reason = StatusCode.of(statusCode).orElseThrow(Disqualify::unknownReason);
    return new Answer.Disqualified(reason, comment);
  }

  private static Refused unknownReason() {
    return Refused.invalid(
        "invalid-status",
        "There is no such reason.",
        List.of(
            new FieldFault(
                "statusCode", "must be one of " + StatusCode.choices(StateCode.DISQUALIFIED))));
  }
}
