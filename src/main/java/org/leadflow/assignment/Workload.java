package org.leadflow.assignment;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leadflow.assignment.Cap.Period;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts open leads, and turns of a period. A closed lead is no load. */
@Component
class Workload {

  private final JdbcClient jdbc;

  Workload(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The open leads of a team's members, by member and kind, from wherever they have them. */
  Map<String, Map<String, Long>> open(String teamId, UUID exceptLeadId) {
    var open = new HashMap<String, Map<String, Long>>();
    jdbc.sql(
            """
            select l.owner_user, coalesce(l.grade, '') as kind, count(*) as leads
            from team_member m join lead l on l.owner_user = m.user_id
            where m.team_id = ? and l.state_code = 0 and l.lead_id <> ?
            group by l.owner_user, coalesce(l.grade, '')
            """)
        .params(teamId, exceptLeadId)
        .query(
            (RowCallbackHandler)
                row ->
                    open.computeIfAbsent(row.getString("owner_user"), user -> new HashMap<>())
                        .put(row.getString("kind"), row.getLong("leads")));
    return open;
  }

  long openOf(String userId, UUID exceptLeadId) {
    return jdbc.sql(
            "select count(*) from lead where owner_user = ? and state_code = 0 and lead_id <> ?")
        .params(userId, exceptLeadId)
        .query(Long.class)
        .single();
  }

  /** How many turns of a pool its members had in each period up to now, as its decisions tell. */
  Map<String, List<Had>> turns(String teamId, Instant now, ZoneId zone) {
    var turns = new HashMap<String, List<Had>>();
    Instant week = Period.WEEK.begin(now, zone);
    Instant month = Period.MONTH.begin(now, zone);
    jdbc.sql(
            """
            select d.owner_user, coalesce(l.grade, '') as kind,
              sum(case when d.decided_on >= :day then 1 else 0 end) as of_day,
              sum(case when d.decided_on >= :week then 1 else 0 end) as of_week,
              sum(case when d.decided_on >= :month then 1 else 0 end) as of_month
            from decision d join lead l on l.lead_id = d.lead_id
            where d.pool_id = :team and d.decided_on >= :begin and d.owner_user is not null
            group by d.owner_user, coalesce(l.grade, '')
            """)
        .param("day", Period.DAY.begin(now, zone).atOffset(ZoneOffset.UTC))
        .param("week", week.atOffset(ZoneOffset.UTC))
        .param("month", month.atOffset(ZoneOffset.UTC))
        .param("begin", (week.isBefore(month) ? week : month).atOffset(ZoneOffset.UTC))
        .param("team", teamId)
        .query(
            (RowCallbackHandler)
                row ->
                    turns
                        .computeIfAbsent(row.getString("owner_user"), user -> new ArrayList<>())
                        .add(
                            new Had(
                                row.getString("kind"),
                                Map.of(
                                    Period.DAY, row.getLong("of_day"),
                                    Period.WEEK, row.getLong("of_week"),
                                    Period.MONTH, row.getLong("of_month")))));
    return turns;
  }

  /** How many turns somebody had for leads of one kind. */
  record Had(String kind, Map<Period, Long> turns) {}
}
