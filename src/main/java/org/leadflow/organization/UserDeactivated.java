package org.leadflow.organization;

import java.util.Map;
import java.util.TreeMap;

/**
 * An active user was switched off; published in the transaction of the change, after {@link
 * UserSaved}. Whoever keeps work for him says here what is left, so that the answer can name it.
 *
 * @param left how many of what he still has, as far as listeners said so
 */
public record UserDeactivated(String userId, Map<String, Integer> left) {

  public UserDeactivated(String userId) {
    this(userId, new TreeMap<>());
  }

  /**
   * Tells that he still has this many of something.
   *
   * @param what in the plural, such as {@code leads}
   */
  public void leaves(String what, int count) {
    left.merge(what, count, Integer::sum);
  }
}
