package org.leadflow.routing.explain;

import java.util.List;
import org.leadflow.access.Caller;
import org.leadflow.core.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Knows whose rules may run here without having been published. A rule file is code, so any rules
 * only of those who may publish them anyway; of our own managers those that only compare facts.
 */
@Component
public class DraftUploads {

  /**
   * Whether rules of the caller that do more than compare facts must not run.
   *
   * @throws Refused when he works for a partner: what is said about a draft names people of ours
   */
  public boolean onlyPlain(Caller caller) {
    if (caller.partnerId() != null) {
      throw new Refused(
          HttpStatus.FORBIDDEN,
          "missing-role",
          "Rules that are not published are tried by our own managers, operators and administrators only; a version of"
              + " a rule set by a partner's managers, too.",
          List.of());
    }
    return !caller.runsTheProduct();
  }
}
