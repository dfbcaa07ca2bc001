package org.leadflow.assignment;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.leadflow.organization.Absences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Answers what stands against somebody who takes a lead past the turn, because he knows the
 * customer. What only says who gets a turn, such as his share, a cap, a skill or a pause, does not.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Objections {

  private static final Set<String> REGARDED =
      Set.of(
          Gate.INACTIVE.code(),
          Gate.NO_ROLE.code(),
          Gate.EXCLUDED.code(),
          Gate.DECLINED.code(),
          Gate.LAPSED.code(),
          Gate.ABSENT.code(),
          Gate.OUT_OF_HOURS.code(),
          Gate.NO_CAPACITY.code());

  private final PoolRows rows;
  private final LookingAround around;
  private final Workload workload;
  private final Absences absences;
  private final JdbcClient jdbc;

  Objections(
      PoolRows rows, LookingAround around, Workload workload, Absences absences, JdbcClient jdbc) {
    this.rows = rows;
    this.around = around;
    this.workload = workload;
    this.absences = absences;
    this.jdbc = jdbc;
  }

  /**
   * The first thing that stands against it; empty when he takes it. Of a member the pool's hours
   * and his capacity are asked too, and he is locked, after his pool if that counts such leads,
   * before his open leads are counted.
   */
  public Optional<Stop> against(String teamId, String userId, Asking asking) {
    Optional<Pool> pool = rows.read(teamId, asking.leadId(), asking.now());
    Optional<Member> member =
        pool.stream()
            .flatMap(found -> found.members().stream())
            .filter(each -> each.id().equals(userId))
            .findFirst();
    return member.isPresent()
        ? ofMember(pool.get(), member.get(), asking)
        : ofStranger(userId, asking);
  }

  private Optional<Stop> ofMember(Pool pool, Member member, Asking asking) {
    return new Gates(pool.settings(), asking, around.of(pool, asking))
        .stopping(member).stream()
            .filter(stop -> REGARDED.contains(stop.code()))
            .findFirst()
            .or(() -> atLast(pool, member, asking));
  }

  /**
   * Turns lock the pool before the seller. So does this when the lead is to count in the pool, lest
   * each of them waits for the other; a lead that is not taken keeps neither.
   */
  private Optional<Stop> atLast(Pool pool, Member member, Asking asking) {
    if (member.settings().capacity() == null) {
      return Optional.empty();
    }
    TransactionStatus transaction = TransactionAspectSupport.currentTransactionStatus();
    Object unlocked = transaction.createSavepoint();
    if (pool.settings().countsSticky()) {
      rows.hold(pool.teamId());
    }
    rows.lockSeller(member.id());
    Optional<Stop> full = Gates.capacity(member, workload.openOf(member.id(), asking.leadId()));
    if (full.isPresent()) {
      transaction.rollbackToSavepoint(unlocked);
    }
    return full;
  }

  private Optional<Stop> ofStranger(String userId, Asking asking) {
    if (asking.excludedUserIds().contains(userId)) {
      return Optional.of(Stop.at(Gate.EXCLUDED));
    }
    return turnedDown(asking.leadId(), userId)
        .map(Stop::at)
        .or(
            () ->
                Optional.ofNullable(absences.at(Set.of(userId), asking.now()).get(userId))
                    .map(
                        absence ->
                            Stop.at(
                                Gate.ABSENT,
                                "Away until " + absence.until() + ".",
                                absence.until())));
  }

  /** How he turned this lead down; empty when he never did. */
  public Optional<Gate> turnedDown(UUID leadId, String userId) {
    return jdbc.sql("select answer from turned_down where lead_id = ? and user_id = ?")
        .params(leadId, userId)
        .query(String.class)
        .optional()
        .map(answer -> answer.equals("LAPSED") ? Gate.LAPSED : Gate.DECLINED);
  }
}
