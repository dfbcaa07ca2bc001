package org.leadflow.rules.house;

import java.util.List;
import org.leadflow.rules.Finding;
import org.leadflow.rules.LeadFacts;

/**
 * What came of one case.
 *
 * @param name for reports: {@code scoring / company-size / one below the band}
 * @param ruleSet which was asked
 * @param lead the facts of the case
 * @param findings empty when the rules did what the case expects
 */
public record CaseResult(String name, String ruleSet, LeadFacts lead, List<Finding> findings) {}
