package org.leadflow.organization;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The user who may do everything, created or renewed at every start.
 *
 * @param password empty only in the demo, where it means the password of the demo users
 */
@ConfigurationProperties("leadflow.administrator")
record AdministratorSettings(@DefaultValue("admin") String id, @DefaultValue("") String password) {

  /** Without the password, so that it never lands in a log. */
  @Override
  public String toString() {
    return "AdministratorSettings[" + id + "]";
  }
}
