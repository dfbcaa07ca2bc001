package org.leadflow.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.leadflow.lead.Lead;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares a new lead with the open ones that share a key with it. */
@Component
class LeadTwins {

  private final JdbcClient jdbc;
  private final TwinRules rules;
  private final DuplicateSettings settings;

  LeadTwins(JdbcClient jdbc, TwinRules rules, DuplicateSettings settings) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.settings = settings;
  }

  /**
   * An open lead beside the new one.
   *
   * @param begun whether something happened to it since it was sent in
   */
  record Twin(Suspect suspect, Instant createdOn, boolean begun) {

    /** Whoever was there first stays; of two sent in at one moment the one with the smaller id. */
    boolean isBefore(Lead lead) {
      return createdOn.isBefore(lead.createdOn())
          || createdOn.equals(lead.createdOn()) && suspect.id().compareTo(lead.leadId()) < 0;
    }
  }

  private static final Comparator<Twin> BEST_FIRST =
      Comparator.comparing((Twin twin) -> twin.suspect().rule())
          .thenComparing(
              twin -> Objects.requireNonNullElse(twin.suspect().points(), 0.0),
              Comparator.reverseOrder())
          .thenComparing(Twin::createdOn)
          .thenComparing(twin -> twin.suspect().id());

  /** Those of these leads that are open and the same or similar, in one statement. */
  List<Twin> among(Collection<UUID> leadIds, Lead lead) {
    Someone someone = Someone.of(lead.fields());
    return jdbc
        .sql(
            "SELECT l.lead_id, l.created_on, l.trail_length, l.owning_partner, l.channel_partner_id, "
                + Someone.COLUMNS
                + " FROM lead l WHERE l.lead_id IN (:ids) AND l.state_code = 0")
        .param("ids", leadIds)
        .query((row, number) -> judged(row, lead, someone))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .sorted(BEST_FIRST)
        .toList();
  }

  private Optional<Twin> judged(ResultSet row, Lead lead, Someone someone) throws SQLException {
    Optional<TwinRules.Found> judged = rules.of(someone, Someone.read(row));
    if (judged.isEmpty()) {
      return Optional.empty();
    }
    TwinRules.Found found = judged.get();
    TwinRule rule =
        settings.isSure(found.rule()) && !isOfSamePartner(row, lead)
            ? TwinRule.LEAD_OF_ANOTHER_PARTNER
            : found.rule();
    if (!settings.counts(rule)) {
      return Optional.empty();
    }
    return Optional.of(
        new Twin(
            new Suspect(
                Suspect.Kind.LEAD, row.getObject("lead_id", UUID.class), rule, found.points()),
            row.getObject("created_on", OffsetDateTime.class).toInstant(),
            row.getInt("trail_length") > 1));
  }

  /** Whether both are of one channel partner, or of none. */
  static boolean isOfSamePartner(ResultSet row, Lead lead) throws SQLException {
    String partner =
        Objects.requireNonNullElse(
            row.getString("owning_partner"),
            Objects.toString(row.getString("channel_partner_id"), ""));
    return partner.equals(Objects.toString(lead.fields().channelPartnerId(), ""));
  }
}
