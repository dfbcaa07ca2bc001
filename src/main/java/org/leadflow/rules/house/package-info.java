/**
 * Opens the rules folder: reads its files, looks for the mistakes authors make, runs their cases,
 * and puts the rule sets to work only when nothing is wrong. Knows no rule engine; {@link
 * org.leadflow.rules.house.RuleCompiler} is the door to it.
 */
@NullMarked
package org.leadflow.rules.house;

import org.jspecify.annotations.NullMarked;
