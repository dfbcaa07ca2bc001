package org.leadflow.organization;

/** What a user may do; the room {@code access} says what each role means. */
public enum Role {
  SELLER,
  MANAGER,
  OPERATOR,
  INTEGRATOR,
  ADMINISTRATOR
}
