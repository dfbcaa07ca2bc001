package org.leadflow.reporting;

import java.util.ArrayList;
import java.util.List;
import org.leadflow.lead.StatusCode;
import org.leadflow.reporting.Report.Column;
import org.leadflow.reporting.Report.Kind;
import org.leadflow.reporting.Report.View;

/** What the report on sources tells of each group. */
final class SourceColumns {

  private SourceColumns() {}

  /** All of them; those about costs when the reader sees some. */
  static List<Column> of(boolean withCost) {
    var columns = new ArrayList<Column>();
    columns.add(new Column("leads", "Leads", Kind.COUNT));
    columns.add(new Column("routed", "Routed", Kind.COUNT));
    columns.add(new Column("contacted", "Contacted", Kind.COUNT));
    columns.add(new Column("qualified", "Qualified", Kind.COUNT));
    columns.add(new Column("disqualified", "Disqualified", Kind.COUNT));
    columns.add(new Column("routedRate", "Routed of all", Kind.RATIO));
    columns.add(new Column("contactedRate", "Contacted of all", Kind.RATIO));
    columns.add(new Column("qualifiedRate", "Qualified of all", Kind.RATIO));
    columns.add(new Column("opportunityRate", "Opportunity of all", Kind.RATIO));
    for (StatusCode reason : SourceSums.REASONS) {
      columns.add(new Column(SourceSums.key(reason), reason.label(), Kind.COUNT));
    }
    columns.add(new Column("opportunities", "Opportunities", Kind.PARTS));
    columns.add(new Column("won", "Won", Kind.PARTS));
    columns.add(new Column("pipeline", "Pipeline", Kind.MONEY));
    columns.add(new Column("revenue", "Won revenue", Kind.MONEY));
    columns.add(new Column("valuePerLead", "Value per lead", Kind.MONEY));
    if (withCost) {
      columns.add(new Column("cost", "Cost", Kind.MONEY));
      columns.add(new Column("costPerLead", "Cost per lead", Kind.MONEY));
      columns.add(new Column("costPerQualified", "Cost per qualified", Kind.MONEY));
      columns.add(new Column("revenuePerCost", "Revenue per cost", Kind.PARTS));
    }
    return columns;
  }

  /** The parts in which people are shown them. */
  static List<View> views(boolean withCost) {
    var views = new ArrayList<View>();
    views.add(
        new View(
            "worth",
            "What they are worth",
            List.of("opportunities", "won", "pipeline", "revenue", "valuePerLead"),
            List.of("pipeline", "revenue"),
            false));
    if (withCost) {
      views.add(
          new View(
              "cost",
              "What they cost",
              List.of("revenue", "cost", "costPerLead", "costPerQualified", "revenuePerCost"),
              List.of("revenue", "cost"),
              false));
    }
    views.add(
        new View(
            "became",
            "What became of them",
            List.of("leads", "routed", "contacted", "qualified", "disqualified"),
            List.of("leads", "contacted", "qualified"),
            false));
    views.add(
        new View(
            "rates",
            "How many of them",
            List.of("leads", "routedRate", "contactedRate", "qualifiedRate", "opportunityRate"),
            List.of("contactedRate", "qualifiedRate", "opportunityRate"),
            false));
    var reasons = SourceSums.REASONS.stream().map(SourceSums::key).toList();
    views.add(new View("reasons", "Why leads were disqualified", reasons, reasons, true));
    return views;
  }
}
