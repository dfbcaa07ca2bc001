/**
 * What moves on the leads that wait in lead-routing until somebody of their team is available.
 * Guarded by {@code LeadRoutingPathsTests} and {@code WaitingLeadsTests}.
 */
@NullMarked
package org.leadflow.process.waiting;

import org.jspecify.annotations.NullMarked;
