package org.leadflow.lead;

import java.util.List;
import java.util.Set;
import org.leadflow.core.FieldFault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What this installation requires of every lead beyond topic and last name, at every door. */
@Component
public class RequiredFields {

  private final boolean company;

  RequiredFields(@Value("${leadflow.intake.company-required:false}") boolean company) {
    this.company = company;
  }

  /** The names of these fields. */
  public Set<String> names() {
    return company ? Set.of("companyName") : Set.of();
  }

  /** The required fields that are missing; empty when none is. */
  public List<FieldFault> faults(LeadFields fields) {
    boolean missing = fields.companyName() == null || fields.companyName().isBlank();
    return company && missing
        ? List.of(new FieldFault("companyName", "must not be blank"))
        : List.of();
  }
}
