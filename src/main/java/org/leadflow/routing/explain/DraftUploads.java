package org.leadflow.routing.explain;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.leadflow.access.Caller;
import org.leadflow.core.Refused;
import org.leadflow.organization.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Knows whose rules may run here without having been published: a rule file is code, so only of
 * those who may publish it anyway.
 */
@Component
public class DraftUploads {

  private static final Set<Role> TRUSTED = Set.of(Role.OPERATOR, Role.ADMINISTRATOR);

  /**
   * @throws Refused when the caller is not one of them
   */
  public void require(Caller caller) {
    if (Collections.disjoint(caller.roles(), TRUSTED)) {
      throw new Refused(
          HttpStatus.FORBIDDEN,
          "missing-role",
          "Rules that are not published are tried by operators and administrators only; a version of a rule set by"
              + " managers, too.",
          List.of());
    }
  }
}
