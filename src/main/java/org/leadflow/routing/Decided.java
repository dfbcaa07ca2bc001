package org.leadflow.routing;

import java.util.List;
import java.util.UUID;
import org.leadflow.routing.Decision.Question;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Verdict;

/**
 * Rules decided about a lead; holds once the transaction commits. Who listens does so after that
 * and at once hands on what takes time.
 *
 * @param verdicts of the rule sets that were asked, in that order
 */
public record Decided(UUID leadId, Question question, LeadFacts facts, List<Verdict> verdicts) {}
