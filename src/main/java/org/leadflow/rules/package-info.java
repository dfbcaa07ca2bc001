/**
 * The only room that opens {@code rules/}: compiles the rule sets, runs their cases, fires them on
 * facts.
 *
 * <p>Rules are a pure function of {@link org.leadflow.rules.LeadFacts}. Drools stays in {@code
 * rules.drools}; {@code ArchitectureTests} holds that.
 */
@ApplicationModule(displayName = "Rules", allowedDependencies = "core")
@NullMarked
package org.leadflow.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
