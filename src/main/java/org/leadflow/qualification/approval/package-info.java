/**
 * What a manager has to approve before a lead is qualified: who may, what was asked and what was
 * answered. How large a deal must be for it is a field of the step in the diagram. Guarded by
 * {@code ApprovalsTests}.
 */
@NamedInterface("approval")
@NullMarked
package org.leadflow.qualification.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
