package org.leadflow.qualification;

import org.leadflow.customer.Account;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Opportunity;
import org.leadflow.customer.Stage;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadFields;

/**
 * Which field of the lead becomes which field of the records made from it, as the map of
 * QualifyLead in Dynamics 365 has it. The new records have the lead's owner; a team's lead becomes
 * the person's who qualifies it.
 */
final class Mapping {

  private Mapping() {}

  static Account account(Lead lead, Conversion conversion) {
    LeadFields from = lead.fields();
    return new Account(
        conversion.accountId(),
        null,
        from.companyName(),
        from.websiteUrl(),
        from.telephone1(),
        from.address1Line1(),
        from.address1Line2(),
        from.address1Line3(),
        from.address1City(),
        from.address1StateOrProvince(),
        from.address1PostalCode(),
        from.address1Country(),
        from.industryCode(),
        from.numberOfEmployees(),
        from.revenue(),
        from.sic(),
        from.transactionCurrencyId(),
        lead.leadId(),
        ownerUser(lead, conversion),
        null,
        lead.owningBusinessUnit(),
        lead.owningPartner(),
        conversion.plannedOn(),
        conversion.plannedBy());
  }

  static Contact contact(Lead lead, Conversion conversion) {
    LeadFields from = lead.fields();
    return new Contact(
        conversion.contactId(),
        null,
        conversion.accountId(),
        from.firstName(),
        from.lastName(),
        from.jobTitle(),
        from.emailAddress1(),
        from.telephone1(),
        from.mobilePhone(),
        from.address1Line1(),
        from.address1Line2(),
        from.address1Line3(),
        from.address1City(),
        from.address1StateOrProvince(),
        from.address1PostalCode(),
        from.address1Country(),
        from.doNotEmail(),
        from.doNotBulkEmail(),
        from.doNotPhone(),
        from.doNotFax(),
        from.doNotPostalMail(),
        from.doNotSendMM(),
        from.gdprOptout(),
        lead.leadId(),
        ownerUser(lead, conversion),
        null,
        lead.owningBusinessUnit(),
        lead.owningPartner(),
        conversion.plannedOn(),
        conversion.plannedBy());
  }

  static Opportunity opportunity(Lead lead, Conversion conversion) {
    LeadFields from = lead.fields();
    return new Opportunity(
        conversion.opportunityId(),
        null,
        conversion.opportunityName(),
        0,
        1,
        Stage.DEVELOP,
        conversion.accountId(),
        conversion.contactId(),
        conversion.transactionCurrencyId(),
        conversion.estimatedAmount(),
        conversion.estimatedCloseDate(),
        from.budgetAmount(),
        from.budgetStatus(),
        from.need(),
        from.purchaseTimeFrame(),
        from.purchaseProcess(),
        from.decisionMaker(),
        from.description(),
        from.leadSourceCode(),
        from.campaignId(),
        null,
        null,
        null,
        lead.leadId(),
        ownerUser(lead, conversion),
        null,
        lead.owningBusinessUnit(),
        lead.owningPartner(),
        conversion.plannedOn(),
        conversion.plannedBy());
  }

  private static String ownerUser(Lead lead, Conversion conversion) {
    return lead.ownerUser() != null ? lead.ownerUser() : conversion.plannedBy();
  }
}
