package org.leadflow.assignment;

import java.util.Collection;

/**
 * Shares of a turn by weight, in billionths of a lead.
 *
 * <p>Each turn everybody who takes part is owed his share, and the winner pays the sum of them. The
 * turn goes to somebody who is owed something, and among these to the one who would first be a
 * whole lead behind. So every stretch of turns is within one lead of the shares (the quota method
 * of Balinski and Young); always choosing who is furthest behind is not.
 */
record Shares(long sum) {

  static final long LEAD = 1_000_000_000;

  static Shares of(Collection<Member> members) {
    return new Shares(members.stream().mapToLong(member -> member.settings().weight()).sum());
  }

  long of(Member member) {
    return sum == 0 ? 0 : member.settings().weight() * LEAD / sum;
  }

  /** What the winner pays, so that all debts together stay what they were. */
  long paid(Collection<Member> members) {
    return members.stream().mapToLong(this::of).sum();
  }

  /** How many turns from now somebody would be a whole lead behind. */
  static double deadline(long owed, long share) {
    return share == 0 ? Double.MAX_VALUE : (double) (LEAD - owed) / share;
  }

  static double leads(long billionths) {
    return Math.round(billionths / 1_000_000.0) / 1_000.0;
  }
}
