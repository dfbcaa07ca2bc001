package org.leadflow.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.duplicates.Key.Kind;
import org.leadflow.lead.LeadFields;

/** Compares the account that a lead would become with one that shares a key. */
final class AccountRules {

  private final Set<String> names;
  private final @Nullable String country;

  AccountRules(LeadFields lead) {
    this.names = CompanyName.spellings(lead.companyName());
    this.country = Keys.country(lead.address1Country());
  }

  /** What the rules find in a row of {@link Blocks#accounts}. */
  Optional<Found> judge(ResultSet row, int number) throws SQLException {
    double likeness = Likeness.of(names, CompanyName.spellings(row.getString("name")));
    boolean countryOpen =
        country == null || Keys.country(row.getString("address1_country")) == null;
    UUID id = row.getObject("account_id", UUID.class);
    var createdOn = row.getObject("created_on", OffsetDateTime.class).toInstant();
    return rule(Kind.valueOf(row.getString("kind")), likeness, countryOpen)
        .map(rule -> new Found(id, rule, likeness, createdOn));
  }

  private static Optional<Rule> rule(Kind shared, double likeness, boolean countryOpen) {
    return switch (shared) {
      case NAME_IN_COUNTRY -> Optional.of(Rule.ACCOUNT_SAME_NAME_AND_COUNTRY);
      case DOMAIN -> Optional.of(Rule.ACCOUNT_SAME_DOMAIN);
      case SOUND_IN_CITY ->
          Optional.of(Rule.ACCOUNT_SIMILAR_NAME_IN_CITY)
              .filter(rule -> likeness >= Likeness.SIMILAR);
      case NAME -> Optional.of(Rule.ACCOUNT_SAME_NAME).filter(rule -> countryOpen);
      default -> Optional.empty();
    };
  }
}
