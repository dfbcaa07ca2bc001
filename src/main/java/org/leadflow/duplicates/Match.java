package org.leadflow.duplicates;

import java.util.UUID;

/**
 * An existing record that one about to be made would duplicate.
 *
 * @param rule the stable id of the rule that found it, such as {@code contact-same-email}; the
 *     strongest one where several did
 * @param sentence why, for a person; holds nothing of the record itself
 */
public record Match(EntityType type, UUID id, Certainty certainty, String rule, String sentence) {}
