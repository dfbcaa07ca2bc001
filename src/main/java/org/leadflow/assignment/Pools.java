package org.leadflow.assignment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes turns: every team has one pool, and the turn goes to the member who waited longest in it.
 *
 * <p>All state is in the database, so that restarts, threads and nodes share it, and one pool never
 * moves another.
 */
@Component
public class Pools {

  private static final String MEMBERS =
      """
      select u.id, u.name, u.active, u.business_unit_id, u.partner_id, p.turn, pm.last_turn
      from pool p
        join team_member m on m.team_id = p.team_id
        join app_user u on u.id = m.user_id
        left join pool_member pm on pm.team_id = m.team_id and pm.user_id = m.user_id
      where p.team_id = ?
      order by coalesce(pm.last_turn, 0), u.id
      """;

  private final JdbcClient jdbc;

  Pools(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes the next turn for the caller, in at most three statements.
   *
   * <p>Counting the turn locks the pool until the caller's transaction ends, so call this as late
   * as possible; what the transaction rolls back was never a turn. Members are read behind the
   * lock: whoever was switched off or left before is not considered. Somebody who is passed over
   * keeps his place.
   *
   * @param excludedUserIds users who do not get this turn; need not be members
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Turn next(String teamId, Set<String> excludedUserIds) {
    int pools =
        jdbc.sql("update pool set turn = turn + 1 where team_id = ?").param(teamId).update();
    if (pools == 0) {
      return new Turn.NobodyAvailable(List.of());
    }
    List<Member> members = jdbc.sql(MEMBERS).param(teamId).query(Member::read).list();
    List<Candidate> candidates =
        members.stream().map(member -> member.candidate(excludedUserIds)).toList();
    Optional<Member> winner =
        members.stream().filter(member -> member.candidate(excludedUserIds).eligible()).findFirst();
    winner.ifPresent(member -> take(teamId, member));
    return winner
        .<Turn>map(member -> new Turn.Taken(member.ownership(), candidates))
        .orElseGet(() -> new Turn.NobodyAvailable(candidates));
  }

  private void take(String teamId, Member winner) {
    String write =
        winner.place() == null
            ? "insert into pool_member (last_turn, team_id, user_id, turns) values (?, ?, ?, 1)"
            : "update pool_member set last_turn = ?, turns = turns + 1 where team_id = ? and user_id = ?";
    jdbc.sql(write).params(winner.turn(), teamId, winner.id()).update();
  }
}
