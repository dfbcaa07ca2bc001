package org.leadflow.core;

/**
 * Who does something, and through which door.
 *
 * @param id the user's id, or the name of the part of the product that acts by itself, such as
 *     {@code routing}
 * @param door where the act came in
 */
public record Actor(String id, Door door) {

  /** The ways in which a lead is touched. */
  public enum Door {
    API,
    TASKLIST,
    PAGE,
    PROCESS
  }
}
