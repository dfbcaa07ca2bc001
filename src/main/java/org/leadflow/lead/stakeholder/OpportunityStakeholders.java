package org.leadflow.lead.stakeholder;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has a say in an opportunity: what its leads knew about that. An opportunity with stakeholders
 * has exactly one who is primary.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OpportunityStakeholders {

  /**
   * Copies the lead's stakeholders to the opportunity. The lead's own contact joins as {@link
   * StakeholderRole#DEFAULT} unless he is there already, and is the primary one unless there is
   * another. Copying again what is there changes nothing, so several leads can become one
   * opportunity.
   *
   * @param contactId the contact the lead became, null when there is none
   */
  public void copy(UUID leadId, UUID opportunityId, @Nullable UUID contactId) {
    throw new UnsupportedOperationException();
  }

  /** Removes what {@link #copy} added for this lead and no other lead brought too. */
  public void remove(UUID leadId, UUID opportunityId) {
    throw new UnsupportedOperationException();
  }
}
