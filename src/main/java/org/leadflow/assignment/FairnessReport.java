package org.leadflow.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How the turns of a pool were shared in a window.
 *
 * @param turns all turns of the window
 * @param complete false when the window holds more turns than are counted at once; then the first
 *     are
 */
public record FairnessReport(
    String teamId, Instant from, Instant until, long turns, boolean complete, List<Share> shares) {

  /**
   * One member's part.
   *
   * @param turns leads the member was given by turn
   * @param target leads he would have been given by his share, had nothing stood against anybody
   * @param difference turns less target
   * @param reasons what made a difference, for him or for the others
   */
  public record Share(
      String userId,
      String name,
      long turns,
      double target,
      double difference,
      List<Because> reasons) {}

  /**
   * One reason, and for how many turns.
   *
   * @param code of {@link Gate}, of the order of a strategy, or {@code manual}, {@code sticky},
   *     {@code credited}, {@code stood-in}, {@code no-member-yet}
   */
  public record Because(String code, String sentence, long times) {

    private static final Map<String, String> OTHERS =
        Map.of(
            "manual", "Leads given by hand that count as turns.",
            "sticky", "Leads of known customers that count as turns.",
            "credited", "Turns given back because the lead was none.",
            "stood-in", "Turns of others the member took as their substitute.",
            "substituted", "Turns the member's substitute took.",
            "no-member-yet", "Turns at which the member was not in the team.",
            "least-loaded", "Another had fewer open leads.",
            "best-fit", "Another fitted the lead better.",
            "place", "Another comes before in the order of the pool.",
            "credit", "Another got a turn back.");

    static Because of(String code, long times) {
      String sentence = OTHERS.get(code);
      return new Because(code, sentence == null ? Gate.of(code).sentence() : sentence, times);
    }
  }
}
