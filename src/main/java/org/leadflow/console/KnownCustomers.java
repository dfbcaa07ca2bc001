package org.leadflow.console;

import java.util.ArrayList;
import java.util.List;
import org.leadflow.duplicates.Candidates;
import org.leadflow.duplicates.Duplicates;
import org.leadflow.duplicates.Match;
import org.leadflow.lead.Lead;
import org.springframework.stereotype.Component;

/** Lists the customers an Open lead may be about, for whoever has to decide that. */
@Component
class KnownCustomers {

  private final Duplicates duplicates;
  private final Candidates candidates;

  KnownCustomers(Duplicates duplicates, Candidates candidates) {
    this.duplicates = duplicates;
    this.candidates = candidates;
  }

  /** Those the reader may see; none for a closed lead, where nothing is left to decide. */
  List<KnownCustomer> of(Lead lead) {
    if (!lead.isOpen()) {
      return List.of();
    }
    List<Match> matches = new ArrayList<>(duplicates.accountsAbout(lead.fields()));
    matches.addAll(duplicates.contactsLike(lead.fields(), lead.fields().parentAccountId()));
    return candidates.of(matches).visible().stream().map(KnownCustomer::of).toList();
  }
}
