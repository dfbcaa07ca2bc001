package org.leadflow.console;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadflow.duplicates.Candidate;
import org.leadflow.duplicates.Certainty;
import org.leadflow.duplicates.EntityType;

/**
 * An account or contact that may be the one a lead is about.
 *
 * @param marks what tells it from others: place, web, mail, phone
 * @param why the rule that found it, in words
 */
record KnownCustomer(String kind, UUID id, String name, String marks, boolean certain, String why) {

  static KnownCustomer of(Candidate candidate) {
    return new KnownCustomer(
        candidate.type() == EntityType.ACCOUNT ? "Account" : "Contact",
        candidate.id(),
        candidate.name(),
        Stream.of(
                candidate.jobTitle(),
                candidate.company() == null ? null : candidate.company().name(),
                candidate.address1City(),
                candidate.address1Country(),
                candidate.websiteUrl(),
                candidate.emailAddress1(),
                candidate.telephone1())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", ")),
        candidate.certainty() == Certainty.EXACT,
        candidate.sentence());
  }
}
