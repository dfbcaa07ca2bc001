package org.leadflow.core;

/**
 * Who does something, and through which door.
 *
 * @param id the user's id, or the name of the part of the product that acts by itself, such as
 *     {@code routing}
 * @param door where the act came in
 */
public record Actor(String id, Door door) {

  private static final String PRODUCT = "leadflow";

  /** The ways in which a lead is touched. */
  public enum Door {
    API,
    TASKLIST,
    PAGE,
    /** A file of leads that goes on after its request. */
    IMPORT,
    /** Many leads in one request. */
    BATCH,
    /** A form on somebody's web site. */
    FORM,
    /** A message of another system, which signs it instead of logging in. */
    WEBHOOK,
    PROCESS,
    /** Rules decided. */
    RULE,
    /** A time came. Nothing acts by a timer yet. */
    TIMER;

    /** Whether systems and strangers come in by it, who have no rights of a user. */
    public boolean hasNoUsers() {
      return this == FORM || this == WEBHOOK;
    }

    /** Whether leads come in by it by the thousand, so that nobody waits for a single one. */
    public boolean isBulk() {
      return this == IMPORT || this == BATCH;
    }
  }

  /** The product itself, acting by this door. */
  public static Actor product(Door door) {
    return new Actor(PRODUCT, door);
  }

  /** Whether no person acts. */
  public boolean isProduct() {
    return id.equals(PRODUCT) && (door == Door.PROCESS || door == Door.RULE || door == Door.TIMER);
  }
}
