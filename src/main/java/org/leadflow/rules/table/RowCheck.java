package org.leadflow.rules.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leadflow.rules.Finding;
import org.leadflow.rules.LeadFacts;

/**
 * Tries every row of a table with a lead made from its own cells: nobody writes ten thousand cases.
 */
public final class RowCheck {

  private RowCheck() {}

  /** The rows no lead can fit. */
  public static List<Finding> findings(RoutingTable table) {
    RowIndex index = table.index();
    var findings = new ArrayList<Finding>();
    for (int row = 0; row < table.rows().size(); row++) {
      Row tried = table.rows().get(row);
      Optional<LeadFacts> lead = SampleLead.of(tried.conditions());
      if (lead.isEmpty()) {
        findings.add(new Finding(tried.rule().place(), "no lead can fit this row"));
      } else if (!index.fits(lead.get(), row)) {
        findings.add(
            new Finding(tried.rule().place(), "the index does not find this row; tell the makers"));
      }
    }
    return findings;
  }
}
