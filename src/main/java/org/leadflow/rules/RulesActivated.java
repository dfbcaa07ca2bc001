package org.leadflow.rules;

import org.jspecify.annotations.Nullable;

/**
 * From now on this node decides with another version of the set. Told on every node, after the
 * change and outside of any transaction; not told for what is at work when the node starts.
 *
 * @param ruleSet path of its folder
 * @param version null when the set was retired
 */
public record RulesActivated(String ruleSet, @Nullable String version) {}
