package org.leadflow.organization;

/**
 * What an organisation file would change.
 *
 * @param kind what is changed, such as {@code team}
 * @param change such as {@code new} or {@code name: 'A' becomes 'B'}
 */
public record FileChange(String kind, String id, String change) {}
