package org.leadflow.rules;

import java.util.OptionalInt;

/**
 * What a rule may say about a lead; the only thing a rule may do. Which kind belongs into which
 * folder stands in {@code rules/facts.md}.
 */
public sealed interface Outcome permits Blocker, Points, Receiver, Target {

  /** In the words of a case: {@code blocked Unsolicited}, {@code points 35}, {@code unit emea}. */
  String words();

  /** The priority of a receiver or target, of which the lowest wins; empty for what has none. */
  default OptionalInt rank() {
    return OptionalInt.empty();
  }
}
