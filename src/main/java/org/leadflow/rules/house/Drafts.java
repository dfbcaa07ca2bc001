package org.leadflow.rules.house;

import java.util.List;
import org.leadflow.rules.Finding;
import org.leadflow.rules.table.RoutingTable;

/**
 * The rule files of one folder, read and not yet compiled.
 *
 * @param drafts what has to be compiled
 * @param tables routing tables, which need no compiling
 * @param findings what could not be read
 */
public record Drafts(List<Draft> drafts, List<RoutingTable> tables, List<Finding> findings) {

  public Drafts {
    drafts = List.copyOf(drafts);
    tables = List.copyOf(tables);
    findings = List.copyOf(findings);
  }
}
