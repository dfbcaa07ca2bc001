package org.leadflow.assignment.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.PoolSettingsRecords.MemberRecord;
import org.leadflow.assignment.PoolSettingsRecords.PoolRecord;

/** What the doors of pools answer. */
final class PoolViews {

  private PoolViews() {}

  /** One pool of a list. */
  record PoolLine(
      String teamId, String name, int members, String strategy, boolean paused, long turn) {

    static PoolLine of(PoolRecord pool) {
      return new PoolLine(
          pool.teamId(),
          pool.name(),
          pool.members(),
          pool.settings().strategy().name(),
          pool.settings().paused(),
          pool.turn());
    }
  }

  /** One pool with its members; the version is of both. */
  record PoolView(
      String teamId,
      String name,
      long version,
      long turn,
      PoolFields settings,
      List<MemberView> members) {

    static PoolView of(PoolRecord pool, List<MemberRecord> members) {
      return new PoolView(
          pool.teamId(),
          pool.name(),
          pool.version(),
          pool.turn(),
          PoolFields.of(pool.settings()),
          members.stream().map(MemberView::of).toList());
    }
  }

  /**
   * One member.
   *
   * @param turns how many turns he had, from the level of the others when he joined
   * @param lastTurn number of the turn he had last
   */
  record MemberView(
      String userId,
      String name,
      boolean active,
      long turns,
      long lastTurn,
      @Nullable Instant joinedOn,
      MemberFields settings) {

    static MemberView of(MemberRecord member) {
      return new MemberView(
          member.userId(),
          member.name(),
          member.active(),
          member.turns(),
          member.lastTurn(),
          member.joinedOn(),
          MemberFields.of(member.settings()));
    }
  }

  /** Why a member or a pool gives no turn, and what would have to change. */
  record GateView(String code, String sentence, String remedy) {}
}
