package org.leadflow.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leadflow.lead.OptionSet;
import org.leadflow.lead.StateCode;
import org.leadflow.lead.StatusCode;
import org.leadflow.rules.Blocker;
import org.leadflow.rules.Vocabulary;

/** Leads and rules speak the same words. */
class FactsTests {

  @Test
  void theLabelsRulesMayUseAreThoseOfTheLead() {
    Map<String, OptionSet> sets =
        Map.of(
            "source", OptionSet.LEAD_SOURCE,
            "rating", OptionSet.RATING,
            "budgetStatus", OptionSet.BUDGET,
            "timeframe", OptionSet.PURCHASE_TIMEFRAME,
            "need", OptionSet.NEED,
            "industry", OptionSet.INDUSTRY);

    sets.forEach(
        (fact, set) ->
            assertThat(Vocabulary.values().get(fact))
                .as(fact)
                .containsExactlyInAnyOrderElementsOf(set.labels().values()));
  }

  @Test
  void theReasonsABlockerMayGiveDisqualifyALead() {
    List<String> reasons =
        StatusCode.in(StateCode.DISQUALIFIED).stream().map(StatusCode::label).toList();

    assertThat(reasons).containsAll(Blocker.STATUS_REASONS);
  }
}
