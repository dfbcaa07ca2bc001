/**
 * A manager approves what a lead is to become: steps and listeners of {@code
 * lead-qualification.bpmn}. Guarded by {@code LeadQualificationPathsTests} and {@code
 * ApprovalsTests}.
 */
@NullMarked
package org.leadflow.process.approval;

import org.jspecify.annotations.NullMarked;
