package org.leadflow.routing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.Owner;
import org.leadflow.routing.Decision.Came;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open leads for which nobody was found: they wait for their team, or for the lead desk. */
@Component
public class Unassigned {

  private static final int MOST = 500;

  private static final String NEWEST =
      """
      SELECT d.lead_id, d.outcome, d.code, d.sentence, d.decided_on FROM lead l
        JOIN decision d ON d.lead_id = l.lead_id AND d.question = 'ROUTING'
      WHERE l.state_code = 0 AND l.owner_team %s AND d.outcome IN ('WAITS', 'TRIAGE')
        AND d.decided_on = (SELECT max(n.decided_on) FROM decision n
          WHERE n.lead_id = l.lead_id AND n.question = 'ROUTING')
      ORDER BY d.decided_on FETCH FIRST 500 ROWS ONLY
      """;

  private final JdbcClient jdbc;
  private final LeadRecords leads;
  private final Permissions permissions;
  private final CurrentCaller callers;

  Unassigned(JdbcClient jdbc, LeadRecords leads, Permissions permissions, CurrentCaller callers) {
    this.jdbc = jdbc;
    this.leads = leads;
    this.permissions = permissions;
    this.callers = callers;
  }

  /**
   * Those the caller may see, the longest waiting first; of the 500 that wait longest.
   *
   * @param teamId the team they wait for, null for any
   */
  public List<LeadWithoutOwner> list(@Nullable String teamId) {
    List<Newest> newest =
        teamId == null
            ? jdbc.sql(NEWEST.formatted("IS NOT NULL")).query(Newest::read).list()
            : jdbc.sql(NEWEST.formatted("= ?")).param(teamId).query(Newest::read).list();
    if (newest.isEmpty()) {
      return List.of();
    }
    var visible =
        leads
            .page(
                permissions
                    .visible(callers.get(), Privilege.READ)
                    .and("leadId")
                    .in(newest.stream().map(Newest::leadId).toList()),
                PageRequest.of(0, MOST))
            .stream()
            .collect(Collectors.toMap(Lead::leadId, lead -> lead));
    return newest.stream()
        .filter(each -> visible.containsKey(each.leadId))
        .map(each -> each.of(visible.get(each.leadId)))
        .toList();
  }

  private record Newest(UUID leadId, Came outcome, String code, String sentence, Instant since) {

    static Newest read(ResultSet row, int number) throws SQLException {
      return new Newest(
          row.getObject("lead_id", UUID.class),
          Came.valueOf(row.getString("outcome")),
          row.getString("code"),
          row.getString("sentence"),
          row.getObject("decided_on", OffsetDateTime.class).toInstant());
    }

    LeadWithoutOwner of(Lead lead) {
      return new LeadWithoutOwner(
          leadId, lead.owner(), outcome, code, sentence, since, lead.createdOn());
    }
  }

  /**
   * An open lead that no person owns.
   *
   * @param owner the team that has it meanwhile
   * @param outcome {@code WAITS} or {@code TRIAGE}
   * @param since when that was decided
   */
  public record LeadWithoutOwner(
      UUID leadId,
      Owner owner,
      Came outcome,
      String code,
      String sentence,
      Instant since,
      Instant createdOn) {}
}
