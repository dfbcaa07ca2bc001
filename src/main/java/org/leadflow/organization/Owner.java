package org.leadflow.organization;

/** Who owns a record: one user or one team. Says nothing about whether they exist. */
public record Owner(Kind kind, String id) {

  /** The two kinds of owner. */
  public enum Kind {
    USER,
    TEAM
  }

  public static Owner user(String id) {
    return new Owner(Kind.USER, id);
  }

  public static Owner team(String id) {
    return new Owner(Kind.TEAM, id);
  }
}
