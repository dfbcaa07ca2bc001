package org.leadflow.duplicates.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.customer.Contact;
import org.leadflow.duplicates.Twins;
import org.leadflow.lead.Lead;

/**
 * What a person is asked about a lead.
 *
 * @param undecided whether anybody is asked
 * @param hidden how many there are besides that the caller may not see
 */
record DuplicateView(UUID leadId, boolean undecided, List<PossibleTwin> candidates, int hidden) {

  static DuplicateView of(Lead lead, Twins.Seen seen) {
    return new DuplicateView(
        lead.leadId(),
        !seen.twins().isEmpty() || seen.hidden() > 0,
        seen.twins().stream().map(PossibleTwin::of).toList(),
        seen.hidden());
  }

  /**
   * An open lead, or a contact, that it may be about.
   *
   * @param number by which the answer names it
   * @param entityType {@code lead} or {@code contact}
   * @param points how much the two resemble each other, null where one value found it
   */
  @Schema(description = "An open lead or a contact that the lead may be about")
  record PossibleTwin(
      int number,
      String entityType,
      UUID id,
      String fullName,
      @Nullable String companyName,
      @Nullable String emailAddress1,
      @Nullable String telephone1,
      @Nullable String address1City,
      Instant createdOn,
      String rule,
      String sentence,
      @Nullable Double points) {

    static PossibleTwin of(Twins.Twin twin) {
      String type = twin.suspect().kind().name().toLowerCase(Locale.ROOT);
      Lead lead = twin.lead();
      if (lead != null) {
        return new PossibleTwin(
            twin.number(),
            type,
            lead.leadId(),
            lead.fields().fullName(),
            lead.fields().companyName(),
            lead.fields().emailAddress1(),
            lead.fields().telephone1(),
            lead.fields().address1City(),
            lead.createdOn(),
            twin.suspect().rule().id(),
            twin.suspect().rule().sentence(),
            twin.suspect().points());
      }
      Contact contact = twin.contact();
      String first = contact.firstName() == null ? "" : contact.firstName() + " ";
      return new PossibleTwin(
          twin.number(),
          type,
          contact.contactId(),
          first + contact.lastName(),
          null,
          contact.emailAddress1(),
          contact.telephone1(),
          contact.address1City(),
          contact.createdOn(),
          twin.suspect().rule().id(),
          twin.suspect().rule().sentence(),
          null);
    }

    /** Names the record only: what a log or an error shows must not be personal. */
    @Override
    public String toString() {
      return entityType + " " + id;
    }
  }
}
