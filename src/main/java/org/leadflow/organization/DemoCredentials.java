package org.leadflow.organization;

/**
 * The password of every demo user; a bean only while the demo organisation is in use.
 *
 * @param password as configured in {@code leadflow.demo.password}, or made up for this start
 */
public record DemoCredentials(String password) {

  /** Without the password: whoever prints it says so. */
  @Override
  public String toString() {
    return "DemoCredentials";
  }
}
