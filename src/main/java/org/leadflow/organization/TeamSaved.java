package org.leadflow.organization;

/** A team was created or changed; published in the transaction of the change. */
public record TeamSaved(String teamId) {}
