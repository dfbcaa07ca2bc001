/**
 * Tells authors what is wrong with a rule set as a whole, before it is published: rules that can
 * never fire, rules others always win against, conflicts, gaps, duplicates, receivers nobody knows.
 *
 * <p>Works on what rules say ({@link org.leadflow.rules.Condition}), not on a rule engine. Every
 * fact is an {@link org.leadflow.rules.analysis.Axis}, cut into slots where the rules of the set
 * cut it; slot 0 is "not known". A rule is a union of {@link org.leadflow.rules.analysis.Box}es:
 * one of what it may take, and one inside it of what it surely takes. Patterns and whatever cannot
 * be taken apart make the two differ, so that nothing is claimed about them.
 */
@NullMarked
package org.leadflow.rules.analysis;

import org.jspecify.annotations.NullMarked;
