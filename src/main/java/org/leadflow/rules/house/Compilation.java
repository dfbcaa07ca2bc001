package org.leadflow.rules.house;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Finding;
import org.leadflow.rules.Rule;

/**
 * What came of compiling a folder.
 *
 * @param rules those that could be read and have an id and an owner
 * @param unconditional ids of rules without a condition, which can never stay silent
 * @param findings what is wrong
 * @param compiled null when something is wrong
 */
public record Compilation(
    List<Rule> rules,
    Set<String> unconditional,
    List<Finding> findings,
    @Nullable CompiledRules compiled) {}
