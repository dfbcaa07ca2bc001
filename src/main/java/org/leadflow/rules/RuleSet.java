package org.leadflow.rules;

import java.util.List;

/**
 * The rules of one folder, which answer one question together.
 *
 * @param name path of the folder, for example {@code routing/units/emea}
 * @param version short hash over names and contents of its rule files: the same version decides the
 *     same
 * @param rules by id
 */
public record RuleSet(String name, String version, List<Rule> rules) {

  public RuleSet {
    rules = List.copyOf(rules);
  }
}
