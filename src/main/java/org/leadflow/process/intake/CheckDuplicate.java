package org.leadflow.process.intake;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Privilege;
import org.leadflow.core.Refused;
import org.leadflow.customer.Customers;
import org.leadflow.duplicates.IntakeDuplicates;
import org.leadflow.duplicates.Suspect;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.AnswerCheck;
import org.leadflow.process.BusinessKey;
import org.springframework.stereotype.Component;

/** Refuses an answer that cannot be carried out; the task then stays as it was. */
@Component
class CheckDuplicate implements AnswerCheck {

  private final LeadAccess access;
  private final LeadRecords leads;
  private final IntakeDuplicates duplicates;
  private final Customers customers;

  CheckDuplicate(
      LeadAccess access, LeadRecords leads, IntakeDuplicates duplicates, Customers customers) {
    this.access = access;
    this.leads = leads;
    this.duplicates = duplicates;
    this.customers = customers;
  }

  @Override
  public void notify(DelegateTask task) {
    access.require(BusinessKey.of(task), Privilege.WRITE);
    Lead lead = leads.locked(BusinessKey.of(task));
    if (!lead.isOpen()) {
      throw Refused.conflict("lead-closed", "The lead is " + lead.state().label() + ".");
    }
    duplicates.check(lead, new DuplicateForm(task).answer()).ifPresent(this::requireReach);
  }

  /** As at the door that merges leads and the one that links them. */
  private void requireReach(Suspect meant) {
    if (meant.kind() == Suspect.Kind.LEAD) {
      access.require(meant.id(), Privilege.WRITE);
    } else if (!access.reaches(customers.contact(meant.id()))) {
      throw new NotVisible("contact", meant.id());
    }
  }

  @Override
  public Set<String> fields() {
    return DuplicateForm.FIELDS;
  }
}
