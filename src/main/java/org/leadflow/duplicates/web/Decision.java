package org.leadflow.duplicates.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadflow.duplicates.DuplicateAnswer;

/**
 * What a person says about a lead that may be there already.
 *
 * @param answer {@code same}, {@code customer} or {@code different}
 * @param number of the candidate that is meant, null where only one can be
 */
@Schema(name = "DuplicateDecision")
record Decision(
    @NotNull
        @Pattern(
            regexp = "same|customer|different",
            message = "must be same, customer or different")
        @Nullable String answer,
    @Nullable Integer number) {

  DuplicateAnswer given() {
    return new DuplicateAnswer(
        DuplicateAnswer.Kind.valueOf(answer.toUpperCase(Locale.ROOT)), number);
  }
}
