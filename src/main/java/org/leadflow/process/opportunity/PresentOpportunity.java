package org.leadflow.process.opportunity;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.leadflow.customer.Account;
import org.leadflow.customer.Customers;
import org.leadflow.customer.Opportunity;
import org.leadflow.customer.Pursuit;
import org.leadflow.process.BusinessKey;
import org.springframework.stereotype.Component;

/**
 * Shows the opportunity in Tasklist, with the customer's company, and gives its task to the owner.
 */
@Component
class PresentOpportunity implements TaskListener {

  private final Pursuit pursuit;
  private final Customers customers;

  PresentOpportunity(Pursuit pursuit, Customers customers) {
    this.pursuit = pursuit;
    this.customers = customers;
  }

  @Override
  public void notify(DelegateTask task) {
    Opportunity opportunity = pursuit.find(BusinessKey.of(task)).orElseThrow();
    task.setVariableLocal("opportunityId", opportunity.opportunityId().toString());
    task.setVariableLocal("leadId", String.valueOf(opportunity.originatingLeadId()));
    Optional.ofNullable(opportunity.parentAccountId())
        .flatMap(customers::account)
        .map(Account::name)
        .ifPresent(company -> task.setVariableLocal("company", company));
    if (opportunity.ownerUser() != null) {
      task.setAssignee(opportunity.ownerUser());
    } else {
      task.addCandidateGroup(opportunity.ownerTeam());
    }
  }
}
