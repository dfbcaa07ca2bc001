package org.leadflow.rules.web;

import java.util.List;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.NotVisible;
import org.leadflow.core.Refused;
import org.leadflow.rules.publishing.RulePublisher;
import org.leadflow.rules.publishing.RuleSetState;
import org.springframework.http.HttpStatus;
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
   * Whether rules of the caller that do more than compare facts must not run here.
   *
   * @throws Refused when he works for a partner: what is said about a draft names people of ours
   */
  boolean checksOnlyPlain() {
    if (callers.get().partnerId() != null) {
      throw refused("Rules that are not published are checked by our own managers and operators.");
    }
    return !callers.get().runsTheProduct();
  }

  /**
   * @throws Refused when the caller may only ask what would come of publishing
   */
  void requirePublisher() {
    if (!callers.get().runsTheProduct()) {
      throw refused(
          "Rules are published by operators and administrators; with dryRun you see what would come of it.");
    }
  }

  private static Refused refused(String sentence) {
    return new Refused(HttpStatus.FORBIDDEN, "missing-role", sentence, List.of());
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
