package org.leadflow.rules;

import java.util.Optional;

/** Who there is to receive leads; answers for one moment, without a read for each question. */
public interface KnownReceivers {

  /** Nobody can say who there is: nothing is objected to. */
  KnownReceivers ANYBODY = (ruleSet, outcome) -> Optional.empty();

  /**
   * Why a rule of this set must not say this, as the rest of a sentence that begins with the rule;
   * empty when it may.
   *
   * @param ruleSet path of its folder, for example {@code routing/units/emea}
   */
  Optional<String> objection(String ruleSet, Outcome outcome);
}
