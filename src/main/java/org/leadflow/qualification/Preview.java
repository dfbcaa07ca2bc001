package org.leadflow.qualification;

import java.util.Map;

/** What a dry run answers. */
public sealed interface Preview {

  /**
   * This would be done.
   *
   * @param token names this plan
   * @param undecided the duplicates somebody has to decide on first, by name; empty when there are
   *     none
   */
  record Possible(PlanView plan, String token, Map<String, Object> undecided) implements Preview {}

  /** Nothing can be done. */
  record Impossible(Verdict.No no) implements Preview {}
}
