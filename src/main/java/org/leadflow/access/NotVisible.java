package org.leadflow.access;

/**
 * The record does not exist, or not for this caller; answered with 404 in the same words for both,
 * so that the answer does not tell which.
 */
public class NotVisible extends RuntimeException {

  /**
   * @param kind what was asked for, such as "lead"
   */
  public NotVisible(String kind, Object id) {
    super("There is no " + kind + " " + id + ".");
  }
}
