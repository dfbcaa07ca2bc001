package org.leadflow.demo;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.leadflow.customer.ClosingReason;
import org.leadflow.customer.OpportunityAnswer;
import org.leadflow.lead.StatusCode;
import org.leadflow.qualification.Answer;
import org.leadflow.qualification.QualifyLead;
import org.leadflow.qualification.QualifyLead.NewOpportunity;

/**
 * What becomes of a lead of the demo once somebody reached its customer.
 *
 * @param lead the key it was sent in with
 * @param by who takes it when it waits in his team
 * @param disqualified the number of the reason; null when it is not disqualified
 * @param estimated what its opportunity may bring; null when it is not qualified
 * @param won what the opportunity brought; null when it is not won
 * @param lost the number of the reason; null when the opportunity is not lost
 */
record Outcome(
    String lead,
    String by,
    @Nullable Integer disqualified,
    @Nullable BigDecimal estimated,
    @Nullable BigDecimal won,
    @Nullable Integer lost,
    @Nullable String currency) {

  /** What its owner answers; null when he goes on working it. */
  @Nullable Answer answer() {
    if (disqualified != null) {
      return new Answer.Disqualified(StatusCode.of(disqualified).orElseThrow(), null);
    }
    return estimated == null ? null : new Answer.Qualified(request());
  }

  private QualifyLead request() {
    record Said(
        boolean createOpportunity,
        @Nullable String opportunityCurrencyId,
        NewOpportunity opportunity) {}
    return QualifyLead.of(new Said(true, currency, new NewOpportunity(null, estimated, null)));
  }

  /** What is answered about its opportunity; null when that stays open. */
  @Nullable OpportunityAnswer ofOpportunity() {
    if (won != null) {
      return new OpportunityAnswer.Won(won, null);
    }
    return lost == null
        ? null
        : new OpportunityAnswer.Lost(ClosingReason.of(lost).orElseThrow(), null);
  }
}
