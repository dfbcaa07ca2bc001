package org.leadflow.access;

/** The caller may not do this with any record; answered with 403, naming the privilege. */
public class MissingPrivilege extends RuntimeException {

  private final Privilege privilege;

  public MissingPrivilege(Privilege privilege) {
    super("None of your roles has the privilege to " + privilege.words() + ".");
    this.privilege = privilege;
  }

  public Privilege privilege() {
    return privilege;
  }
}
