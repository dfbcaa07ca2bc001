package org.leadflow.organization;

/** An absence does not happen, or no longer; published in the transaction of the change. */
public record AbsenceCanceled(Absence absence) {}
