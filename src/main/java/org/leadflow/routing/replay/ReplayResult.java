package org.leadflow.routing.replay;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would have changed.
 *
 * @param leads how many were decided again
 * @param changed how many of them would have ended elsewhere
 * @param regraded how many would have got another grade
 * @param failed on how many the rules broke; they would wait at the lead desk
 * @param skipped leads about which no rules decided
 * @param unassignedBefore without an owner, apart from those that were screened out
 * @param rules by how many leads a rule decided, the largest difference first
 * @param teams how many leads went to a team, its queue or a member of it
 * @param persons how many a person got; after the change each member of a team as often as the
 *     others
 * @param flows from where to where, those that stay included: the cells of a matrix
 * @param examples some of those that would have ended elsewhere, a few of each kind
 * @param cut whether lists were cut to what can be shown
 * @param milliseconds how long it took
 */
public record ReplayResult(
    int leads,
    int changed,
    int regraded,
    int failed,
    int skipped,
    int screenedOutBefore,
    int screenedOutAfter,
    int unassignedBefore,
    int unassignedAfter,
    List<Shift> rules,
    List<Shift> teams,
    List<Shift> persons,
    List<Flow> flows,
    List<Example> examples,
    boolean cut,
    long milliseconds) {

  /** How often before and after. */
  public record Shift(String id, int before, int after) {}

  /** How many leads went from here to there. */
  public record Flow(String from, String to, int leads) {}

  /**
   * A lead that would have ended elsewhere.
   *
   * @param leadId null for a line of a file
   * @param line of the file, null for a lead
   * @param ruleFrom the rule that decided, empty when none did
   */
  public record Example(
      @Nullable UUID leadId,
      @Nullable Integer line,
      String from,
      String to,
      String ruleFrom,
      String ruleTo,
      @Nullable String personFrom,
      @Nullable String personTo) {}
}
