package org.leadflow.rules.house;

import java.util.List;
import org.leadflow.rules.Finding;

/**
 * What came of one case.
 *
 * @param name for reports: {@code scoring / company-size / one below the band}
 * @param findings empty when the rules did what the case expects
 */
public record CaseResult(String name, List<Finding> findings) {}
