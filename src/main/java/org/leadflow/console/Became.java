package org.leadflow.console;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer record that belongs to a lead or opportunity.
 *
 * @param kind Account, Contact or Opportunity
 * @param standing where it stands, null when there is nothing to say
 * @param page our page about it, null when there is none
 */
record Became(
    String kind, UUID id, String name, @Nullable String standing, @Nullable String page) {}
