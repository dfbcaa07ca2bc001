package org.leadflow.rules.house;

import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Outcome;
import org.leadflow.rules.Receiver;
import org.leadflow.rules.Rule;
import org.leadflow.rules.Target;

/** The priority of a rule. */
final class WinningNumber {

  private WinningNumber() {}

  /** Null for a rule whose outcome has none. */
  static @Nullable Integer of(Rule rule) {
    Outcome outcome = rule.outcomes().isEmpty() ? null : rule.outcomes().get(0);
    if (outcome instanceof Receiver receiver) {
      return receiver.priority();
    }
    return outcome instanceof Target target ? target.priority() : null;
  }
}
