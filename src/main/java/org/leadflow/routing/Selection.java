package org.leadflow.routing;

import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.StateCode;
import org.leadflow.lead.StatusCode;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Chooses the leads to be given to others, the oldest first. */
@Component
class Selection {

  private static final String UNTOUCHED =
      """
      SELECT l.lead_id FROM lead l WHERE l.lead_id IN (:ids)
        AND NOT EXISTS (SELECT 1 FROM lead_note n JOIN app_user u ON u.id = n.created_by WHERE n.lead_id = l.lead_id)
        AND NOT EXISTS (SELECT 1 FROM lead_activity a WHERE a.lead_id = l.lead_id)
        AND NOT EXISTS (SELECT 1 FROM lead_attachment f WHERE f.lead_id = l.lead_id)
        AND NOT EXISTS (SELECT 1 FROM lead_audit t WHERE t.lead_id = l.lead_id
          AND t.door <> 'RULE' AND t.action IN ('ASSIGNED', 'CHANGED', 'CONTACTED', 'REACTIVATED', 'CONVERSION_UNDONE'))
      """;

  private final LeadRecords leads;
  private final Permissions permissions;
  private final JdbcClient jdbc;

  Selection(LeadRecords leads, Permissions permissions, JdbcClient jdbc) {
    this.leads = leads;
    this.permissions = permissions;
    this.jdbc = jdbc;
  }

  /** The open leads of this person that the caller may assign; at most so many. */
  List<Lead> ownedBy(String userId, Caller caller, int atMost) {
    return open(may(caller).and("ownerUser").is(userId), atMost);
  }

  /**
   * The open leads that nobody has worked: no contact, note, activity or file, and given to their
   * owner by rules alone. Of those the caller may assign at most so many.
   *
   * @param teamId only those that belong to the team or to its members; null for all
   */
  List<Lead> untouched(@Nullable String teamId, Caller caller, int atMost) {
    Criteria criteria =
        may(caller).and("statusCode").is(StatusCode.NEW.code()).and("lastDecisionId").isNotNull();
    if (teamId != null) {
      List<String> members =
          jdbc.sql("SELECT user_id FROM team_member WHERE team_id = ?")
              .param(teamId)
              .query(String.class)
              .list();
      Criteria its = Criteria.where("ownerTeam").is(teamId);
      criteria = criteria.and(members.isEmpty() ? its : its.or("ownerUser").in(members));
    }
    List<Lead> found = open(criteria, atMost);
    if (found.isEmpty()) {
      return found;
    }
    var ids =
        jdbc.sql(UNTOUCHED)
            .param("ids", found.stream().map(Lead::leadId).toList())
            .query(UUID.class)
            .set();
    return found.stream().filter(lead -> ids.contains(lead.leadId())).toList();
  }

  /** What stands for these leads as they are now; another as soon as one of them changed. */
  static String token(List<Lead> leads) {
    StringBuilder all = new StringBuilder();
    leads.forEach(lead -> all.append(lead.leadId()).append('@').append(lead.version()).append(' '));
    return DigestUtils.sha256Hex(all.toString()).substring(0, 24);
  }

  private Criteria may(Caller caller) {
    return permissions.visible(caller, Privilege.ASSIGN);
  }

  private List<Lead> open(Criteria criteria, int atMost) {
    return leads
        .page(
            criteria.and("stateCode").is(StateCode.OPEN.code()),
            PageRequest.of(0, atMost, Sort.by("createdOn", "leadId")))
        .getContent();
  }
}
