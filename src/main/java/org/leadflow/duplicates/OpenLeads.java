package org.leadflow.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.leadflow.duplicates.Key.Kind;
import org.leadflow.lead.Lead;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds who works other open leads of the same person. */
@Component
public class OpenLeads {

  /** Of each key the newest, so that an address that hundreds share stays cheap. */
  private static final String OF_KEY =
      """
      SELECT kind, lead_id FROM lead_key WHERE kind = :kind%1$d AND content = :content%1$d
      ORDER BY kind DESC, content DESC, created_on DESC FETCH FIRST %2$d ROWS ONLY""";

  private static final Set<TwinRule> SAME =
      EnumSet.of(
          TwinRule.LEAD_SAME_EMAIL, TwinRule.LEAD_SAME_EMAIL_OTHER_NAME, TwinRule.LEAD_SAME_PHONE);

  private final JdbcClient jdbc;
  private final FoundInHand inHand;
  private final TwinRules rules;
  private final ToldApart apart;

  OpenLeads(JdbcClient jdbc, FoundInHand inHand, TwinRules rules, ToldApart apart) {
    this.jdbc = jdbc;
    this.inHand = inHand;
    this.rules = rules;
    this.apart = apart;
  }

  /**
   * The other open leads with the same mail address or phone number that a person owns and that are
   * of the same channel partner, or of none as this one; not those with another name where the
   * phone or a mailbox is shared, nor those that somebody told apart. Those of the same address
   * come first, then the newest. One statement, two when there are some; none when the lead has
   * neither, or this transaction found out before that there are no others.
   */
  public List<OpenLead> ofTheSamePerson(Lead lead) {
    Set<Key> keys =
        Keys.of(lead.fields()).stream()
            .filter(key -> key.kind() == Kind.EMAIL || key.kind() == Kind.PHONE)
            .collect(Collectors.toSet());
    if (keys.isEmpty() || inHand.isAlone(lead.leadId())) {
      return List.of();
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    List<String> blocks = new ArrayList<>();
    for (Key key : keys) {
      int number = parameters.size();
      blocks.add("(" + OF_KEY.formatted(number, Blocks.NEWEST) + ")");
      parameters.put("kind" + number, key.kind().name());
      parameters.put("content" + number, key.content());
    }
    Someone someone = Someone.of(lead.fields());
    List<OpenLead> same =
        jdbc
            .sql(
                "SELECT l.lead_id, l.owner_user, l.owning_partner, l.channel_partner_id, "
                    + Someone.COLUMNS
                    + " FROM (SELECT b.lead_id, min(b.kind) AS best FROM ("
                    + String.join("\nUNION ALL\n", blocks)
                    + ") b GROUP BY b.lead_id) k JOIN lead l ON l.lead_id = k.lead_id"
                    + " WHERE l.state_code = 0 AND l.owner_user IS NOT NULL AND l.lead_id <> :self"
                    + " ORDER BY k.best, l.created_on DESC, l.lead_id")
            .params(parameters)
            .param("self", lead.leadId())
            .query((row, number) -> judged(row, lead, someone))
            .list()
            .stream()
            .flatMap(Optional::stream)
            .toList();
    if (same.isEmpty()) {
      return same;
    }
    Set<UUID> told = apart.from(lead.leadId(), same.stream().map(OpenLead::leadId).toList());
    return same.stream().filter(other -> !told.contains(other.leadId())).toList();
  }

  private Optional<OpenLead> judged(ResultSet row, Lead lead, Someone someone) throws SQLException {
    boolean same =
        LeadTwins.isOfSamePartner(row, lead)
            && rules
                .of(someone, Someone.read(row))
                .filter(found -> SAME.contains(found.rule()))
                .isPresent();
    return same
        ? Optional.of(
            new OpenLead(row.getObject("lead_id", UUID.class), row.getString("owner_user")))
        : Optional.empty();
  }

  /** An open lead and the person who works it. */
  public record OpenLead(UUID leadId, String ownerUser) {}
}
