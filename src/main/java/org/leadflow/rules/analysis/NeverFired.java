package org.leadflow.rules.analysis;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.leadflow.rules.Rule;

/** Warnings about rules no lead has needed for a long time. */
public final class NeverFired {

  private NeverFired() {}

  /**
   * One for each rule.
   *
   * @param silent rules that were there all these days and fired not once; who counts knows them
   */
  public static List<Discovery> among(Collection<Rule> silent, int days) {
    return silent.stream()
        .map(
            rule ->
                new Discovery(
                    Discovery.Kind.NEVER_FIRED,
                    rule.place(),
                    "%s \"%s\" has not fired for %d days; remove it if it is no longer needed"
                        .formatted(rule.id(), rule.sentence(), days),
                    List.of(rule.id()),
                    Map.of()))
        .toList();
  }
}
