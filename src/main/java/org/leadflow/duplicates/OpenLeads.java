package org.leadflow.duplicates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private final JdbcClient jdbc;
  private final FoundInHand inHand;

  OpenLeads(JdbcClient jdbc, FoundInHand inHand) {
    this.jdbc = jdbc;
    this.inHand = inHand;
  }

  /**
   * The other open leads with exactly the same mail address or phone number, after normalising,
   * that a person owns: those of the same address first, then the newest. One statement; none when
   * the lead has neither, or this transaction found out before that there are no others.
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
    return jdbc.sql(
            "SELECT l.lead_id, l.owner_user, l.created_on, min(b.kind) AS best FROM ("
                + String.join("\nUNION ALL\n", blocks)
                + ") b JOIN lead l ON l.lead_id = b.lead_id"
                + " WHERE l.state_code = 0 AND l.owner_user IS NOT NULL AND l.lead_id <> :self"
                + " GROUP BY l.lead_id, l.owner_user, l.created_on"
                + " ORDER BY best, l.created_on DESC, l.lead_id")
        .params(parameters)
        .param("self", lead.leadId())
        .query(
            (row, number) ->
                new OpenLead(row.getObject("lead_id", UUID.class), row.getString("owner_user")))
        .list();
  }

  /** An open lead and the person who works it. */
  public record OpenLead(UUID leadId, String ownerUser) {}
}
