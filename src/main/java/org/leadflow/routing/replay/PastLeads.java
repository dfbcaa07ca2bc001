package org.leadflow.routing.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.access.Owned;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.routing.Decision.Question;
import org.leadflow.routing.explain.KeptReasons;
import org.leadflow.routing.explain.KeptReasons.Kept;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Target;
import org.leadflow.rules.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads leads of the past with what their decisions recorded, a few hundred at a time. */
@Component
class PastLeads {

  static final int PAGE = 500;
  static final UUID FIRST = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final KeptReasons kept;
  private final Permissions permissions;

  PastLeads(JdbcClient jdbc, KeptReasons kept, Permissions permissions) {
    this.jdbc = jdbc;
    this.kept = kept;
    this.permissions = permissions;
  }

  /**
   * Some leads with the rows of their decisions, not yet read.
   *
   * @param last the id up to which leads were looked at; null when there are no more
   */
  record Page(List<Rows> leads, @Nullable UUID last) {}

  /** A lead with the newest rows of its decisions by rules. */
  record Rows(UUID leadId, Map<Question, List<Row>> newestFirst) {}

  record Row(@Nullable String ownerUser, @Nullable String ownerTeam, String explanation) {}

  /** Remembers for one run which owners' leads the caller reaches; there are few of them. */
  final class Reached {

    private final Caller caller;
    private final Map<Owner, Boolean> known = new HashMap<>();

    Reached(Caller caller) {
      this.caller = caller;
    }

    private boolean reaches(Owner owner) {
      return known.computeIfAbsent(
          owner, asked -> permissions.allows(caller, Privilege.READ, asked));
    }
  }

  private record Owner(
      @Nullable String ownerUser,
      @Nullable String ownerTeam,
      String owningBusinessUnit,
      @Nullable String owningPartner)
      implements Owned {}

  private record Seen(UUID leadId, Owner owner) {}

  /** The next leads by id that were created in this time and that the caller reaches. */
  Page page(Instant from, Instant until, UUID after, Reached reached) {
    List<Seen> seen =
        jdbc.sql(
                """
                SELECT lead_id, owner_user, owner_team, owning_business_unit, owning_partner FROM lead
                WHERE created_on >= ? AND created_on < ? AND lead_id > ?
                ORDER BY lead_id FETCH FIRST %d ROWS ONLY
                """
                    .formatted(PAGE))
            .params(from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC), after)
            .query(PastLeads::seen)
            .list();
    List<UUID> ids =
        seen.stream().filter(each -> reached.reaches(each.owner)).map(Seen::leadId).toList();
    return new Page(
        ids.isEmpty() ? List.of() : rows(ids),
        seen.size() < PAGE ? null : seen.get(seen.size() - 1).leadId);
  }

  private static Seen seen(ResultSet row, int number) throws SQLException {
    return new Seen(
        row.getObject("lead_id", UUID.class),
        new Owner(
            row.getString("owner_user"),
            row.getString("owner_team"),
            row.getString("owning_business_unit"),
            row.getString("owning_partner")));
  }

  private List<Rows> rows(List<UUID> ids) {
    Map<UUID, Rows> byLead = new LinkedHashMap<>();
    jdbc.sql(
            """
            SELECT lead_id, question, owner_user, owner_team, explanation FROM decision
            WHERE lead_id IN (:ids) AND code NOT IN ('assigned-by-hand', 'fell-back')
            ORDER BY lead_id, decided_on DESC, decision_id DESC
            """)
        .param("ids", ids)
        .query(
            row -> {
              byLead
                  .computeIfAbsent(
                      row.getObject("lead_id", UUID.class),
                      id -> new Rows(id, new EnumMap<>(Question.class)))
                  .newestFirst
                  .computeIfAbsent(
                      Question.valueOf(row.getString("question")), each -> new ArrayList<>())
                  .add(
                      new Row(
                          row.getString("owner_user"),
                          row.getString("owner_team"),
                          row.getString("explanation")));
            });
    return List.copyOf(byLead.values());
  }

  /** The lead as its decisions have it; empty when no rules decided about it. */
  Optional<PastLead> read(Rows lead) {
    List<Verdict> verdicts = new ArrayList<>();
    LeadFacts first = null;
    String grade = null;
    Row routed = null;
    for (Question question : Question.values()) {
      for (Row row : lead.newestFirst.getOrDefault(question, List.of())) {
        Kept read = kept.read(row.explanation);
        LeadFacts facts = read.facts();
        if (facts == null) {
          continue;
        }
        verdicts.addAll(read.verdicts());
        first = question == Question.ROUTING || first == null ? facts : first;
        if (question == Question.SCORING && !read.verdicts().isEmpty()) {
          grade = read.verdicts().get(0).grade().name();
        }
        routed = question == Question.ROUTING ? row : routed;
        break;
      }
    }
    if (first == null || verdicts.isEmpty()) {
      return Optional.empty();
    }
    if (routed == null) {
      return Optional.of(new PastLead(lead.leadId, 0, first, Outcome.of(verdicts, grade, null)));
    }
    Verdict last = verdicts.get(verdicts.size() - 1);
    Target target =
        last.winner()
            .map(Fired::outcome)
            .filter(Target.class::isInstance)
            .map(Target.class::cast)
            .orElse(null);
    Outcome before =
        Outcome.of(verdicts, grade, target)
            .ownedBy(routed.ownerUser, routed.ownerUser != null || routed.ownerTeam != null);
    return Optional.of(new PastLead(lead.leadId, 0, first, before));
  }
}
