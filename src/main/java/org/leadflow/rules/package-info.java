/**
 * The only room that opens {@code rules/}: compiles the rule sets, runs their cases, fires them on
 * facts.
 *
 * <p>Other rooms ask the {@link org.leadflow.rules.Rulebook} with {@link
 * org.leadflow.rules.LeadFacts} and get a {@link org.leadflow.rules.Verdict}; nothing else is for
 * them. Rules are a pure function of the facts. {@code rules.house} reads folders and decides
 * whether they may be put to work; {@code rules.publishing} puts them to work, each set by itself
 * and while leads flow, and keeps every version; Drools stays in {@code rules.drools}, {@code
 * ArchitectureTests} holds that. {@code RuleHouseTests} walks the folder.
 */
@ApplicationModule(
    displayName = "Rules",
    allowedDependencies = {"core", "access"})
@NullMarked
package org.leadflow.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
