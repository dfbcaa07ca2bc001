package org.leadflow.routing.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a shadow agrees with the version at work. Seconds behind what happens.
 *
 * @param readable whether its rules can be asked; else nothing is counted
 * @param rate of the leads both decided about, the part on which they agree; null while there is
 *     none
 * @param days the newest first
 * @param rules by the rule at work that decided, those with most differences first
 * @param examples some leads on which they differ, the newest first; only those the caller may read
 */
public record Agreement(
    String ruleSet,
    String version,
    String setBy,
    Instant setOn,
    boolean readable,
    Counted total,
    @Nullable Double rate,
    List<Day> days,
    List<RuleCount> rules,
    List<Example> examples) {

  /**
   * @param failed the shadow's rules broke
   * @param dropped not asked, because too many leads came at once
   */
  public record Counted(long agreed, long differed, long failed, long dropped) {}

  /** A day, in UTC. */
  public record Day(LocalDate day, Counted counted) {}

  /**
   * @param ruleId empty where no rule decided or points are added up
   */
  public record RuleCount(String ruleId, Counted counted) {}

  /** A lead on which they differ. */
  public record Example(
      UUID leadId,
      Instant decidedOn,
      String activeVersion,
      String activeRule,
      String activeAnswer,
      String shadowRule,
      String shadowAnswer) {}
}
