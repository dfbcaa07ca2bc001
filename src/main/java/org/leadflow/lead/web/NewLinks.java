package org.leadflow.lead.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.LinkRule;
import org.springframework.stereotype.Component;

/**
 * Holds that a lead which is stored already is linked to an account or contact that matches it, as
 * in the lookups of Dynamics 365, unless somebody searched all of them.
 */
@Component
class NewLinks {

  private final LinkRule rule;

  NewLinks(LinkRule rule) {
    this.rule = rule;
  }

  /**
   * The fields that link to another record than before, one that does not match.
   *
   * @throws Refused naming them, unless all records were searched
   */
  Set<String> beyondMatches(LeadFields before, LeadFields after, boolean searchedAll) {
    Set<String> beyond = new LinkedHashSet<>();
    UUID account = after.parentAccountId();
    if (isNew(before.parentAccountId(), account) && !rule.isLikeAccount(after, account)) {
      beyond.add("parentAccountId");
    }
    UUID contact = after.parentContactId();
    if (isNew(before.parentContactId(), contact) && !rule.isLikeContact(after, contact)) {
      beyond.add("parentContactId");
    }
    if (!beyond.isEmpty() && !searchedAll) {
      throw refused(beyond);
    }
    return beyond;
  }

  private static boolean isNew(@Nullable UUID before, @Nullable UUID after) {
    return after != null && !after.equals(before);
  }

  private static Refused refused(Set<String> fields) {
    List<FieldFault> faults = new ArrayList<>();
    for (String field : fields) {
      String list = field.equals("parentAccountId") ? "matching-accounts" : "matching-contacts";
      faults.add(
          new FieldFault(
              field,
              "does not match this lead; choose one of "
                  + list
                  + " or send searchAll=true to link it all the same"));
    }
    return Refused.invalid("no-match", "A stored lead is linked to records that match it.", faults);
  }
}
