package org.leadflow.organization;

/** Somebody will be away, or is; published in the transaction of the change. */
public record AbsenceEntered(Absence absence) {}
