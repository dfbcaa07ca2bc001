package org.leadflow.duplicates;

import java.util.Collection;
import java.util.List;
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

  ContactTwins(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A contact beside the new lead.
   *
   * @param accountId the account he belongs to, null for none
   */
  record Known(Suspect suspect, @Nullable UUID accountId) {}

  /** Those of these contacts that are, or may be, the person of the lead; one statement. */
  List<Known> among(Collection<Hit> hits, Lead lead) {
    Set<UUID> byMail =
        hits.stream()
            .filter(hit -> hit.kind() == Kind.EMAIL)
            .map(Hit::id)
            .collect(Collectors.toSet());
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
              return new Known(
                  new Suspect(
                      Suspect.Kind.CONTACT, id, rule(byMail.contains(id), fits, someone), null),
                  row.getObject("parent_account_id", UUID.class));
            })
        .list()
        .stream()
        .filter(known -> known.suspect().rule() != null)
        .toList();
  }

  private static @Nullable TwinRule rule(boolean byMail, boolean fits, Someone someone) {
    if (!byMail) {
      return fits ? TwinRule.CONTACT_SAME_PHONE : null;
    }
    if (fits) {
      return TwinRule.CONTACT_SAME_EMAIL;
    }
    boolean own = someone.mails().stream().anyMatch(mail -> !SharedMailbox.is(mail));
    return own ? TwinRule.CONTACT_SAME_EMAIL_OTHER_NAME : null;
  }
}
