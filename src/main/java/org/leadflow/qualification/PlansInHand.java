package org.leadflow.qualification;

import java.util.Optional;
import java.util.UUID;
import org.leadflow.core.TransactionMemory;
import org.leadflow.lead.Lead;
import org.springframework.stereotype.Component;

/**
 * The plans of the current transaction: what the check of an answer found out is what the steps of
 * the conversion carry out, without looking again.
 */
@Component
class PlansInHand {

  private final TransactionMemory<UUID, Plan> plans = new TransactionMemory<>();

  void keep(Plan plan) {
    plans.keep(plan.lead().leadId(), plan);
  }

  /** The plan made for this lead as it stands and this request. */
  Optional<Plan> find(Lead lead, QualifyLead request) {
    return find(lead.leadId())
        .filter(plan -> plan.lead().equals(lead) && plan.request().equals(request));
  }

  Optional<Plan> find(UUID leadId) {
    return Optional.ofNullable(plans.find(leadId));
  }
}
