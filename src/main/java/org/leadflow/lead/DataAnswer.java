package org.leadflow.lead;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person says about a lead that lacks what anybody needs to work it. */
public sealed interface DataAnswer {

  /**
   * He found some of it.
   *
   * <p>What is null stays as it is.
   */
  record Found(
      @Nullable String companyName,
      @Nullable String emailAddress1,
      @Nullable String telephone1,
      @Nullable String mobilePhone,
      @Nullable String websiteUrl,
      @Nullable String address1City,
      @Nullable String address1Country)
      implements DataAnswer {

    /** Names the record only: what a log or an error shows must not be personal. */
    @Override
    public String toString() {
      return "what was found of a lead";
    }
  }

  /** Nothing is to be found; the lead goes on as it is. */
  record NothingFound() implements DataAnswer {}

  /** An answer that came in beside the task and completes it. */
  record Given(UUID leadId, DataAnswer answer) {}
}
