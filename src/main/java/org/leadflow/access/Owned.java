package org.leadflow.access;

import org.jspecify.annotations.Nullable;

/**
 * A record that somebody owns. A stored type has properties of exactly these names, so that {@link
 * Permissions#visible} can be part of a query.
 */
public interface Owned {

  @Nullable String ownerUser();

  @Nullable String ownerTeam();

  String owningBusinessUnit();

  /** The channel partner the owner works for, null when it is one of our own people or teams. */
  @Nullable String owningPartner();
}
