package org.leadflow.qualification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leadflow.access.AccessLevel;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Owned;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What the caller may do when he qualifies a lead. */
@Component
class Rights {

  private final Permissions permissions;
  private final CurrentCaller callers;

  Rights(Permissions permissions, CurrentCaller callers) {
    this.permissions = permissions;
    this.callers = callers;
  }

  /**
   * Every privilege the request needs and the caller lacks, in one answer; empty when he has all.
   */
  Optional<Verdict.No> missing(QualifyLead request) {
    Caller caller = callers.get();
    List<String> missing = new ArrayList<>();
    for (Privilege privilege :
        List.of(Privilege.READ, Privilege.CREATE, Privilege.APPEND, Privilege.APPEND_TO)) {
      if (permissions.level(caller, privilege) == AccessLevel.NONE) {
        missing.add(privilege.words() + " accounts, contacts and opportunities");
      }
    }
    if (Boolean.TRUE.equals(request.suppressDuplicateDetection())
        && permissions.level(caller, Privilege.WRITE).compareTo(AccessLevel.DEEP) < 0) {
      missing.add("qualify without looking for duplicates");
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Verdict.No(
                HttpStatus.FORBIDDEN,
                "missing-privilege",
                "None of your roles has the privilege to " + String.join(", to ", missing) + ".",
                List.of(),
                Map.of()));
  }

  boolean mayChange(Owned record) {
    return permissions.allows(callers.get(), Privilege.WRITE, record);
  }

  boolean mayRead(Optional<? extends Owned> record) {
    return record
        .filter(found -> permissions.allows(callers.get(), Privilege.READ, found))
        .isPresent();
  }
}
