package org.leadflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.leadflow.lead.AuditEntry;
import org.leadflow.lead.AuditTrail;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must hold of every lead at any time, in plain SQL. Run after every test that moves leads.
 *
 * <p>Each query selects what violates its invariant, so a failure names the rows.
 */
public final class Invariants {

  private static final String NO_DOUBLE_SUBMISSION =
      """
      SELECT source_system || '/' || source_key FROM lead WHERE source_key IS NOT NULL
      GROUP BY source_system, source_key HAVING count(*) > 1
      """;

  private static final String STATE_IS_THE_LAST_OF_THE_TRAIL =
      """
      SELECT CAST(l.lead_id AS varchar(36)) FROM lead l WHERE NOT EXISTS (
        SELECT 1 FROM lead_audit a WHERE a.lead_id = l.lead_id AND a.seq = l.trail_length
          AND a.hash = l.trail_hash AND a.state_code = l.state_code AND a.status_code = l.status_code)
      """;

  private static final String ONLY_ALLOWED_TRANSITIONS =
      """
      SELECT CAST(b.lead_id AS varchar(36)) FROM lead_audit a
        JOIN lead_audit b ON b.lead_id = a.lead_id AND b.seq = a.seq + 1
      WHERE a.state_code <> 0 AND b.action NOT IN
          ('REACTIVATED', 'CONVERSION_UNDONE', 'DELETED', 'ASSIGNED', 'LINKED', 'UNLINKED', 'SENT_AGAIN')
        OR a.state_code <> 0 AND b.action = 'SENT_AGAIN' AND EXISTS (SELECT 1 FROM lead_change c
          WHERE c.lead_id = b.lead_id AND c.seq = b.seq AND c.field NOT LIKE 'doNot%'
            AND c.field NOT IN ('gdprOptout', 'followEmail'))
        OR a.state_code <> 0 AND b.action NOT IN ('REACTIVATED', 'CONVERSION_UNDONE')
          AND a.status_code <> b.status_code
        OR b.action IN ('REACTIVATED', 'CONVERSION_UNDONE') AND (a.state_code = 0 OR b.state_code <> 0 OR b.status_code <> (
          SELECT o.status_code FROM lead_audit o WHERE o.lead_id = a.lead_id AND o.seq = (
            SELECT max(p.seq) FROM lead_audit p
            WHERE p.lead_id = a.lead_id AND p.seq < a.seq AND p.state_code = 0)))
        OR b.state_code = 1 AND a.state_code = 0 AND b.action <> 'QUALIFIED'
        OR b.state_code = 2 AND a.state_code = 0 AND b.action <> 'DISQUALIFIED'
        OR b.status_code = 1 AND a.status_code = 2
      """;

  private static final String EXACTLY_ONE_OWNER =
      """
      SELECT CAST(lead_id AS varchar(36)) FROM lead
      WHERE (owner_user IS NULL AND owner_team IS NULL) OR (owner_user IS NOT NULL AND owner_team IS NOT NULL)
      """;

  private static final String ASSIGNMENTS_ARE_AUDITED =
      """
      SELECT CAST(l.lead_id AS varchar(36)) FROM lead l WHERE l.assignment_version <> (
          SELECT count(*) FROM lead_audit a WHERE a.lead_id = l.lead_id AND a.action = 'ASSIGNED')
        OR NOT EXISTS (SELECT 1 FROM lead_audit a WHERE a.lead_id = l.lead_id AND a.seq = l.trail_length
          AND coalesce(a.owner_user, '') = coalesce(l.owner_user, '')
          AND coalesce(a.owner_team, '') = coalesce(l.owner_team, ''))
      """;

  private static final String TURNS_ARE_FAIR =
      """
      SELECT team_id FROM (
        SELECT m.team_id, coalesce(p.turns - p.credited, 0) AS turns FROM team_member m
          JOIN app_user u ON u.id = m.user_id AND u.active
          JOIN pool o ON o.team_id = m.team_id AND o.version = 0
          LEFT JOIN pool_member p ON p.team_id = m.team_id AND p.user_id = m.user_id
        WHERE NOT EXISTS (SELECT 1 FROM absence a JOIN team_member c ON c.user_id = a.user_id
              WHERE c.team_id = m.team_id)
          AND NOT EXISTS (SELECT 1 FROM turned_down t JOIN team_member c ON c.user_id = t.user_id
              WHERE c.team_id = m.team_id)
          AND coalesce(p.paused, FALSE) = FALSE) counted
      GROUP BY team_id HAVING max(turns) - min(turns) > 1
      """;

  private static final String TURNS_ARE_THOSE_OF_THE_DECISIONS =
      """
      SELECT d.pool_id FROM decision d JOIN pool_member p ON p.team_id = d.pool_id AND p.user_id = d.owner_user
      GROUP BY d.pool_id, d.owner_user, p.turns, p.stood_in HAVING count(*) > p.turns + p.stood_in
      """;

  private static final String CONVERTED_ONCE_EACH_TIME =
      """
      SELECT CAST(l.lead_id AS varchar(36)) FROM lead l WHERE (
          SELECT count(*) FROM conversion c WHERE c.lead_id = l.lead_id) <> (
          SELECT count(*) FROM lead_audit a WHERE a.lead_id = l.lead_id AND a.action = 'QUALIFIED')
        OR l.state_code = 1 AND NOT EXISTS (SELECT 1 FROM conversion c WHERE c.lead_id = l.lead_id
          AND coalesce(CAST(c.opportunity_id AS varchar(36)), '') =
            coalesce(CAST(l.qualifying_opportunity_id AS varchar(36)), '')
          AND c.planned_after = (SELECT max(d.planned_after) FROM conversion d WHERE d.lead_id = l.lead_id))
      """;

  private static final String CONVERSIONS_ARE_WHOLE =
      """
      SELECT CAST(c.lead_id AS varchar(36)) FROM conversion c
      WHERE c.undone_on IS NULL AND (c.completed_on IS NULL
        OR c.account_step <> 'SKIP' AND NOT EXISTS (SELECT 1 FROM account x WHERE x.account_id = c.account_id)
        OR c.contact_step <> 'SKIP' AND NOT EXISTS (SELECT 1 FROM contact x WHERE x.contact_id = c.contact_id)
        OR c.opportunity_step <> 'SKIP'
          AND NOT EXISTS (SELECT 1 FROM opportunity x WHERE x.opportunity_id = c.opportunity_id))
      """;

  private static final String NOTHING_IS_CREATED_TWICE =
      """
      SELECT CAST(l.lead_id AS varchar(36)) FROM lead l WHERE (
          SELECT count(*) FROM account x WHERE x.originating_lead_id = l.lead_id) <> (
          SELECT count(*) FROM conversion c WHERE c.lead_id = l.lead_id
            AND c.account_step = 'CREATE' AND c.undone_on IS NULL)
        OR (SELECT count(*) FROM contact x WHERE x.originating_lead_id = l.lead_id) <> (
          SELECT count(*) FROM conversion c WHERE c.lead_id = l.lead_id
            AND c.contact_step = 'CREATE' AND c.undone_on IS NULL)
        OR (SELECT count(*) FROM opportunity x WHERE x.originating_lead_id = l.lead_id) <> (
          SELECT count(*) FROM conversion c WHERE c.lead_id = l.lead_id
            AND c.opportunity_step = 'CREATE' AND c.undone_on IS NULL)
        OR (SELECT count(*) FROM conversion c WHERE c.lead_id = l.lead_id
            AND c.account_step = 'CREATE' AND c.undone_on IS NULL) > 1
        OR (SELECT count(*) FROM conversion c WHERE c.lead_id = l.lead_id
            AND c.contact_step = 'CREATE' AND c.undone_on IS NULL) > 1
        OR (SELECT count(*) FROM conversion c WHERE c.lead_id = l.lead_id
            AND c.opportunity_step = 'CREATE' AND c.undone_on IS NULL) > 1
      """;

  /**
   * Counted together and not lead by lead, for which H2 would go through all instances each time.
   */
  private static final String OPEN_LEADS_ARE_IN_THE_ENGINE_ONCE =
      """
      SELECT id FROM (
        SELECT CAST(l.lead_id AS varchar(36)) AS id, 0 AS there FROM lead l WHERE l.state_code = 0
        UNION ALL SELECT e.business_key_, 1 FROM act_ru_execution e
          WHERE e.parent_id_ IS NULL AND e.super_exec_ IS NULL
        UNION ALL SELECT CAST(p.lead_id AS varchar(36)), 1 FROM pending_start p) counted
      GROUP BY id HAVING min(there) = 0 AND sum(there) <> 1
      """;

  private static final String INSTANCES_HAVE_AN_OPEN_LEAD =
      """
      SELECT e.business_key_ FROM act_ru_execution e
        JOIN act_re_procdef d ON d.id_ = e.proc_def_id_ AND d.key_ = 'lead-lifecycle'
      WHERE e.parent_id_ IS NULL AND NOT EXISTS (
        SELECT 1 FROM lead l WHERE l.lead_id = CAST(e.business_key_ AS uuid) AND l.state_code = 0)
      """;

  private static final String TRAILS_HAVE_NO_HOLES =
      """
      SELECT CAST(lead_id AS varchar(36)) FROM lead_audit
      GROUP BY lead_id HAVING max(seq) <> count(*) OR min(seq) <> 1
      """;

  private static final String MERGED_LEADS_HAVE_A_MASTER =
      """
      SELECT CAST(l.lead_id AS varchar(36)) FROM lead l WHERE (
          SELECT count(*) FROM lead_merge m WHERE m.merged_id = l.lead_id AND m.undone_on IS NULL
            AND m.master_id = l.master_id) <> (
          SELECT count(*) FROM lead x WHERE l.merged AND x.lead_id = l.master_id)
        OR l.merged AND (l.state_code <> 2 OR l.status_code <> 100000001)
        OR EXISTS (SELECT 1 FROM lead_merge m WHERE m.merged_id = l.lead_id AND m.undone_on IS NULL
          AND (l.master_id IS NULL OR m.master_id <> l.master_id))
      """;

  private static final String MERGES_ARE_AUDITED_ON_BOTH =
      """
      SELECT CAST(l.lead_id AS varchar(36)) FROM lead l WHERE (
          SELECT count(*) FROM lead_merge m WHERE m.master_id = l.lead_id) > (
          SELECT count(*) FROM lead_audit a WHERE a.lead_id = l.lead_id AND a.action = 'MERGED')
        OR (SELECT count(*) FROM lead_merge m WHERE m.master_id = l.lead_id AND m.undone_on IS NOT NULL) > (
          SELECT count(*) FROM lead_audit a WHERE a.lead_id = l.lead_id AND a.action = 'UNMERGED')
      """;

  private static final List<String> CHANGES_OF_THE_TRAIL =
      List.of(
          "UPDATE lead_audit SET actor = 'x'",
          "DELETE FROM lead_audit",
          "TRUNCATE TABLE lead_audit");

  private final JdbcClient jdbc;
  private final AuditTrail trail;

  public Invariants(JdbcClient jdbc, AuditTrail trail) {
    this.jdbc = jdbc;
    this.trail = trail;
  }

  /**
   * Checks all of them; {@code acknowledged} are the ids that clients were given and did not
   * delete.
   */
  public void hold(Collection<UUID> acknowledged) {
    noLeadIsLost(acknowledged);
    none("I2 no submission counts twice", NO_DOUBLE_SUBMISSION);
    none("I3 the state is the last one of the trail", STATE_IS_THE_LAST_OF_THE_TRAIL);
    none("I3 only allowed transitions", ONLY_ALLOWED_TRANSITIONS);
    none("I4 exactly one owner", EXACTLY_ONE_OWNER);
    none("I5 assignments equal their audit rows", ASSIGNMENTS_ARE_AUDITED);
    none("I6 turns are fair", TURNS_ARE_FAIR);
    none("I6 every decision that names a turn took one", TURNS_ARE_THOSE_OF_THE_DECISIONS);
    none("I7 converted exactly once each time it was qualified", CONVERTED_ONCE_EACH_TIME);
    none("I7 converted wholly", CONVERSIONS_ARE_WHOLE);
    none("I7 nothing is created twice", NOTHING_IS_CREATED_TWICE);
    none("I8 an open lead is in the engine once", OPEN_LEADS_ARE_IN_THE_ENGINE_ONCE);
    none("I8 an instance has an open lead", INSTANCES_HAVE_AN_OPEN_LEAD);
    none("I9 trails have no holes", TRAILS_HAVE_NO_HOLES);
    none("I10 a merged lead is closed and has one master", MERGED_LEADS_HAVE_A_MASTER);
    none("I10 merges are audited on both leads", MERGES_ARE_AUDITED_ON_BOTH);
    theTrailCannotBeChanged();
    theChainsAreWhole();
  }

  /** Checks that these are stored. */
  public void noLeadIsLost(Collection<UUID> acknowledged) {
    if (acknowledged.isEmpty()) {
      return;
    }
    List<UUID> stored =
        jdbc.sql("SELECT lead_id FROM lead WHERE lead_id IN (:acknowledged)")
            .param("acknowledged", acknowledged)
            .query(UUID.class)
            .list();
    assertThat(stored).as("I1 no acknowledged lead is lost").containsAll(acknowledged);
  }

  private void none(String invariant, String violations) {
    assertThat(jdbc.sql(violations).query(String.class).list()).as(invariant).isEmpty();
  }

  private void theTrailCannotBeChanged() {
    if (jdbc.sql("SELECT count(*) FROM lead_audit").query(Integer.class).single() == 0) {
      return;
    }
    for (String change : CHANGES_OF_THE_TRAIL) {
      assertThatThrownBy(() -> jdbc.sql(change).update())
          .as("I9 " + change)
          .isInstanceOf(DataAccessException.class);
    }
  }

  private void theChainsAreWhole() {
    for (UUID lead : jdbc.sql("SELECT DISTINCT lead_id FROM lead_audit").query(UUID.class).list()) {
      String expectedPrevious = null;
      List<AuditEntry> oldestFirst = new ArrayList<>(trail.of(lead));
      Collections.reverse(oldestFirst);
      for (AuditEntry entry : oldestFirst) {
        assertThat(entry.previousHash()).as("I9 chain of " + lead).isEqualTo(expectedPrevious);
        assertThat(entry.hash()).as("I9 hash in " + lead).isEqualTo(AuditTrail.hashOf(entry));
        expectedPrevious = entry.hash();
      }
    }
  }
}
