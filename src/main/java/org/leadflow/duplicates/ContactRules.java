package org.leadflow.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.leadflow.duplicates.Key.Kind;
import org.leadflow.lead.LeadFields;

/** Compares the contact that a lead would become with one that shares a key. */
final class ContactRules {

  private final Set<String> names;

  ContactRules(LeadFields lead) {
    this.names = Person.of(lead);
  }

  /** What the rules find in a row of {@link Blocks#contacts}. */
  Optional<Found> judge(ResultSet row, int number) throws SQLException {
    double likeness =
        Likeness.of(names, Person.of(row.getString("first_name"), row.getString("last_name")));
    UUID id = row.getObject("contact_id", UUID.class);
    var createdOn = row.getObject("created_on", OffsetDateTime.class).toInstant();
    return rule(Kind.valueOf(row.getString("kind")), likeness >= Likeness.SIMILAR)
        .map(rule -> new Found(id, rule, likeness, createdOn));
  }

  private static Optional<Rule> rule(Kind shared, boolean similar) {
    return switch (shared) {
      case EMAIL -> Optional.of(Rule.CONTACT_SAME_EMAIL);
      case PHONE -> Optional.of(Rule.CONTACT_SAME_PHONE).filter(rule -> similar);
      case SOUND_AT_ACCOUNT ->
          Optional.of(Rule.CONTACT_SIMILAR_NAME_AT_ACCOUNT).filter(rule -> similar);
      default -> Optional.empty();
    };
  }
}
