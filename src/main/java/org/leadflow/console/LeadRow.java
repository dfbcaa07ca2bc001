package org.leadflow.console;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Moment;
import org.leadflow.core.WallClock;
import org.leadflow.lead.Lead;
import org.leadflow.lead.OptionSet;

/** A lead as one line of the list. */
record LeadRow(
    UUID id,
    String topic,
    String person,
    @Nullable String company,
    @Nullable String country,
    String state,
    String reason,
    @Nullable Integer score,
    @Nullable String grade,
    String owner,
    @Nullable String source,
    Moment created) {

  static LeadRow of(Lead lead, Names names, WallClock times) {
    return new LeadRow(
        lead.leadId(),
        String.valueOf(lead.fields().subject()),
        lead.fields().fullName(),
        lead.fields().companyName(),
        lead.fields().address1Country(),
        lead.state().label(),
        lead.status().label(),
        lead.score(),
        lead.grade(),
        names.owner(lead.owner()),
        OptionSet.LEAD_SOURCE.label(lead.fields().leadSourceCode()).orElse(null),
        times.minute(lead.createdOn()));
  }
}
