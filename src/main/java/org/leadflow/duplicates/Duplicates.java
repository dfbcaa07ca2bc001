package org.leadflow.duplicates;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.LeadFields;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells which existing accounts and contacts would be duplicated by making new ones. */
@Service
public class Duplicates {

  /**
   * The accounts that an account made from these fields would duplicate: exact ones first, then by
   * similarity of the name, then the newest; at most 20. Empty when there is no company name.
   */
  public List<Match> accountsLike(LeadFields fields) {
    return List.of();
  }

  /**
   * The contacts that a contact made from these fields would duplicate, in the same order; at most
   * 20.
   *
   * @param accountId the account the contact would belong to, null when that is a new one or none
   */
  public List<Match> contactsLike(LeadFields fields, @Nullable UUID accountId) {
    return List.of();
  }

  /**
   * Locks the match keys of these fields until the transaction ends. Whoever locks one of the same
   * keys meanwhile waits, and sees afterwards what this transaction stored. Two callers never wait
   * for each other, whatever their keys.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(LeadFields fields) {}
}
