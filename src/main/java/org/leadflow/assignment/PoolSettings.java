package org.leadflow.assignment;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a pool gives its turns. {@link #DEFAULT} is what a new team's pool has.
 *
 * @param paused gives no turn at all
 * @param otherwise what is wanted when nobody is available
 * @param hoursAhead null: calendars do not matter; 0: only who works now; n: who works now or
 *     within n hours
 * @param catchUp whether who returns gets the turns he missed
 * @param countsManual whether a lead given by hand counts as a turn
 * @param countsSticky whether a lead given to the owner of its customer counts as a turn
 * @param credit whether a turn is given back for a lead that was none
 * @param timeZone in which the days, weeks and months of the caps begin
 * @param requiredSkills names of the needs a member must meet
 * @param preferredSkills names of the needs that decide with {@link Strategy#BEST_FIT}
 * @param kindPoints what an open lead of a kind weighs with {@link Strategy#LEAST_LOADED}; any
 *     other weighs 1
 */
public record PoolSettings(
    Strategy strategy,
    boolean paused,
    Otherwise otherwise,
    @Nullable Integer hoursAhead,
    CatchUp catchUp,
    boolean countsManual,
    boolean countsSticky,
    Credit credit,
    ZoneId timeZone,
    List<String> requiredSkills,
    List<String> preferredSkills,
    Map<String, Integer> kindPoints) {

  public static final PoolSettings DEFAULT =
      new PoolSettings(
          Strategy.ROUND_ROBIN,
          false,
          Otherwise.TRIAGE,
          null,
          CatchUp.NONE,
          false,
          false,
          Credit.GIVE_BACK,
          ZoneId.of("UTC"),
          List.of(),
          List.of(),
          Map.of());

  /** What happens to the turns somebody could not take. */
  public enum CatchUp {
    /** The others keep them: he goes on with the current turn. */
    NONE,
    /** He gets them when he is back, before the others. */
    CATCH_UP
  }

  /** What happens to the turn of a lead that was none. */
  public enum Credit {
    NONE,
    /** The member gets another turn soon. */
    GIVE_BACK
  }
}
