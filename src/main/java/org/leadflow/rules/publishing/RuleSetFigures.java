package org.leadflow.rules.publishing;

import java.util.List;
import org.leadflow.core.Watched;
import org.leadflow.core.Watched.Figure;
import org.springframework.stereotype.Component;

/** Tells operators which version of each rule set this node works with, and how it stands. */
@Component
class RuleSetFigures {

  private final RulePublisher publisher;

  RuleSetFigures(RulePublisher publisher, Watched watched) {
    this.publisher = publisher;
    watched.watch("leadflow.rule.set", "1 for each rule set, by state and version", this::states);
  }

  private List<Figure> states() {
    return publisher.states().stream()
        .map(
            each ->
                new Figure(
                    1,
                    "set",
                    each.ruleSet(),
                    "state",
                    each.state().name(),
                    "version",
                    each.atWork() == null ? "none" : each.atWork().version()))
        .toList();
  }
}
