package org.leadflow.qualification;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.customer.Account;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Opportunity;
import org.leadflow.duplicates.Match;
import org.leadflow.lead.Lead;
import org.leadflow.qualification.Conversion.Step;

/**
 * What qualifying a lead as requested would do, complete enough to be shown and to be carried out.
 *
 * @param duplicates candidates nobody has decided on; while there is one, nothing is carried out
 * @param token the same for the same plan, whoever asks and when
 */
record Plan(
    Lead lead,
    QualifyLead request,
    Planned<Account> account,
    Planned<Contact> contact,
    Planned<Opportunity> opportunity,
    List<Match> duplicates,
    String token) {

  /** Account, contact, opportunity. */
  List<Planned<?>> records() {
    return List.of(account, contact, opportunity);
  }

  /** Where the open activities go, never to a closed deal; null when the lead becomes nothing. */
  @Nullable Planned<?> heir() {
    return Stream.of(opportunity, contact, account)
        .filter(planned -> planned.step() != Step.SKIP)
        .filter(planned -> planned != opportunity || opportunity.after().stateCode() == 0)
        .findFirst()
        .orElse(null);
  }

  /** Where the process stands afterwards: without an opportunity still at Qualify. */
  String stage() {
    return opportunity.after() == null ? "Qualify" : opportunity.after().stage().label();
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "plan for lead " + lead.leadId();
  }
}
