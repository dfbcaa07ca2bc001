package org.leadflow.lead.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;
import org.leadflow.lead.DataAnswer;

/**
 * What a person found out about a lead that lacks what anybody needs to work it.
 *
 * @param answer {@code found} or {@code nothing}
 */
@StorableText
@Schema(name = "CompletedData")
record CompletedData(
    @NotNull @Pattern(regexp = "found|nothing", message = "must be found or nothing")
        @Nullable String answer,
    @Nullable String companyName,
    @Nullable String emailAddress1,
    @Nullable String telephone1,
    @Nullable String mobilePhone,
    @Nullable String websiteUrl,
    @Nullable String address1City,
    @Nullable String address1Country) {

  DataAnswer given() {
    return "nothing".equals(answer)
        ? new DataAnswer.NothingFound()
        : new DataAnswer.Found(
            companyName,
            emailAddress1,
            telephone1,
            mobilePhone,
            websiteUrl,
            address1City,
            address1Country);
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "what was found of a lead";
  }
}
