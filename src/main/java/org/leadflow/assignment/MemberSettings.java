package org.leadflow.assignment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a member takes turns in one pool. {@link #DEFAULT} is what a new member has.
 *
 * @param weight the share with {@link Strategy#WEIGHTED}; 0: no turn
 * @param capacity how many open leads the member may have, from wherever, to get a turn; null: any
 *     number
 * @param place in the order of {@link Strategy#FIXED_ORDER}, the lowest first; null: last
 * @param paused takes no turns
 * @param caps how many turns of this pool the member takes in a period
 */
public record MemberSettings(
    int weight,
    @Nullable Integer capacity,
    @Nullable Integer place,
    boolean paused,
    List<Cap> caps) {

  public static final MemberSettings DEFAULT = new MemberSettings(1, null, null, false, List.of());

  public MemberSettings {
    caps = List.copyOf(caps);
  }
}
