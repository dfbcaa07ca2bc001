package org.leadflow.duplicates;

import java.util.UUID;

public record Candidate(
    EntityType type, UUID id, String name, Certainty certainty, String rule, String sentence) {}
