package org.leadflow.customer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a person may answer about an open opportunity. */
public sealed interface OpportunityAnswer {

  /** The work of its stage is done, and it goes on to the next. */
  record Advanced() implements OpportunityAnswer {}

  /**
   * The customer said yes.
   *
   * @param actualAmount the money it brought, in its own currency
   */
  record Won(BigDecimal actualAmount, @Nullable String comment) implements OpportunityAnswer {}

  /**
   * The customer said no, or nothing comes of it.
   *
   * @param reason other than {@link ClosingReason#WON}
   */
  record Lost(ClosingReason reason, @Nullable String comment) implements OpportunityAnswer {}
}
