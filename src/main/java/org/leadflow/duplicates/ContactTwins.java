package org.leadflow.duplicates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.duplicates.Key.Kind;
import org.leadflow.duplicates.KeyHits.Hit;
import org.leadflow.lead.Lead;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares a new lead with the contacts that have its mail address or phone number. */
@Component
class ContactTwins {

  private final JdbcClient jdbc;
  private final DuplicateSettings settings;

  ContactTwins(JdbcClient jdbc, DuplicateSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /**
   * A contact beside the new lead.
   *
   * @param accountId the account he belongs to, null for none
   */
  record Known(Suspect suspect, @Nullable UUID accountId) {}

  /** Those of these contacts that are, or may be, the person of the lead; one statement. */
  List<Known> among(Collection<Hit> hits, Lead lead) {
    Set<UUID> byMail = ids(hits, Kind.EMAIL);
    Set<UUID> byPhone = ids(hits, Kind.PHONE);
    Someone someone = Someone.of(lead.fields());
    return jdbc
        .sql(
            "SELECT contact_id, parent_account_id, first_name, last_name FROM contact"
                + " WHERE contact_id IN (:ids) ORDER BY created_on, contact_id")
        .param("ids", hits.stream().map(Hit::id).distinct().toList())
        .query(
            (row, number) -> {
              UUID id = row.getObject("contact_id", UUID.class);
              boolean fits =
                  Names.fit(
                      someone.firstName(),
                      someone.lastName(),
                      Person.of(row.getString("first_name"), null),
                      Person.of(null, row.getString("last_name")));
              UUID accountId = row.getObject("parent_account_id", UUID.class);
              return rule(byMail.contains(id), byPhone.contains(id), fits, someone)
                  .map(rule -> new Suspect(Suspect.Kind.CONTACT, id, rule, null))
                  .map(suspect -> new Known(suspect, accountId));
            })
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Set<UUID> ids(Collection<Hit> hits, Kind kind) {
    return hits.stream().filter(hit -> hit.kind() == kind).map(Hit::id).collect(Collectors.toSet());
  }

  /** The strongest that holds and counts. */
  private Optional<TwinRule> rule(boolean byMail, boolean byPhone, boolean fits, Someone someone) {
    List<TwinRule> holding = new ArrayList<>();
    if (byMail && fits) {
      holding.add(TwinRule.CONTACT_SAME_EMAIL);
    } else if (byMail && someone.mails().stream().anyMatch(mail -> !settings.isShared(mail))) {
      holding.add(TwinRule.CONTACT_SAME_EMAIL_OTHER_NAME);
    }
    if (byPhone && fits) {
      holding.add(TwinRule.CONTACT_SAME_PHONE);
    }
    return holding.stream().filter(settings::counts).findFirst();
  }
}
