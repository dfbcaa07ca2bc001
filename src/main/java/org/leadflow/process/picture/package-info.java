/**
 * Where a lead stands on the diagrams it goes through and how long it took at each step, and what
 * all leads together did there: how many, how long, how often again.
 *
 * <p>Reads what the engine keeps of the past; nothing on a lead's way waits for it. Guarded by
 * {@code LeadWayTests} and {@code ProcessFiguresTests} on both databases.
 */
@NullMarked
package org.leadflow.process.picture;

import org.jspecify.annotations.NullMarked;
