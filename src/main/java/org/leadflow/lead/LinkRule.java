package org.leadflow.lead;

import java.util.UUID;

/**
 * Which existing records are offered for a lead that is stored already. The room that compares
 * records offers a bean of this type; nothing else connects it with changing a lead.
 */
public interface LinkRule {

  /** Whether this existing account is about the company of the lead, as these fields tell it. */
  boolean isLikeAccount(LeadFields fields, UUID accountId);

  /** Whether this existing contact is about the person of the lead, as these fields tell it. */
  boolean isLikeContact(LeadFields fields, UUID contactId);
}
