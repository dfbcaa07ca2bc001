package org.leadflow.rules.web;

import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.NotVisible;
import org.leadflow.rules.publishing.RulePublisher;
import org.leadflow.rules.publishing.RuleSetState;
import org.springframework.stereotype.Component;

/**
 * Which rule sets a caller reads: our own people all, because why a lead did not come to their unit
 * stands in the rules of others; a partner's people their partner's.
 */
@Component
class ReadableSets {

  private static final String PARTNERS = "routing/partners/";

  private final CurrentCaller callers;
  private final RulePublisher publisher;

  ReadableSets(CurrentCaller callers, RulePublisher publisher) {
    this.callers = callers;
    this.publisher = publisher;
  }

  boolean reads(String ruleSet) {
    Caller caller = callers.get();
    return caller.partnerId() == null || ruleSet.equals(PARTNERS + caller.partnerId());
  }

  /**
   * The name of the set as it stands in a path.
   *
   * @throws NotVisible when nobody ever tried to publish it, or it is not for the caller
   */
  String named(String inPath) {
    return state(inPath).ruleSet();
  }

  /** How the set of this name in a path stands, with the same refusal. */
  RuleSetState state(String inPath) {
    String ruleSet = name(inPath);
    return publisher.states().stream()
        .filter(each -> each.ruleSet().equals(ruleSet) && reads(ruleSet))
        .findFirst()
        .orElseThrow(() -> new NotVisible("rule set", ruleSet));
  }

  /** A set's name has slashes, a step of a path has none. */
  static String name(String inPath) {
    return inPath.replace('~', '/');
  }
}
