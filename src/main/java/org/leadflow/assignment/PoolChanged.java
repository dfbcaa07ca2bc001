package org.leadflow.assignment;

/**
 * A pool gives its turns by other settings from now on, its own or those of a member; published in
 * the transaction of the change. Somebody may be available who was not.
 */
public record PoolChanged(String teamId) {}
