package org.leadflow.organization;

/**
 * What a login is checked against.
 *
 * @param passwordHash with its algorithm in front, such as {@code {bcrypt}...}
 * @param active false: the login is refused whatever the password
 */
public record Credentials(String userId, String passwordHash, boolean active) {

  /** Without the hash, so that it never lands in a log. */
  @Override
  public String toString() {
    return "Credentials[" + userId + "]";
  }
}
