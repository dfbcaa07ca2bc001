/**
 * Why rules said what they said: which of those that fired decided, which conditions of the others
 * did not hold, and how often each rule fires at all.
 *
 * <p>Works from the facts and the version a decision recorded, when somebody asks; nothing of it is
 * on the way of a lead but counting in memory.
 */
@NamedInterface("explain")
@NullMarked
package org.leadflow.rules.explain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
