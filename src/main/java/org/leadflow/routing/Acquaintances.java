package org.leadflow.routing;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Owned;
import org.leadflow.assignment.Asking;
import org.leadflow.assignment.Gate;
import org.leadflow.assignment.Objections;
import org.leadflow.assignment.Stop;
import org.leadflow.customer.Customers;
import org.leadflow.duplicates.OpenLeads;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadFields;
import org.leadflow.organization.Owner;
import org.leadflow.routing.Acquaintance.Through;
import org.springframework.stereotype.Component;

/**
 * Finds who knows the customer of a lead: the owner of the account it names, else of the contact,
 * else of another open lead of the same person. The first who is a person counts; whether he takes
 * it is asked of him alone.
 */
@Component
class Acquaintances {

  private final Customers customers;
  private final OpenLeads leads;
  private final Recipients recipients;
  private final Objections objections;

  Acquaintances(
      Customers customers, OpenLeads leads, Recipients recipients, Objections objections) {
    this.customers = customers;
    this.leads = leads;
    this.recipients = recipients;
    this.objections = objections;
  }

  /**
   * Empty when nobody knows the customer.
   *
   * @param teamId the team whose gates hold for him, too, as far as he is a member
   */
  Optional<Acquaintance> of(Lead lead, String teamId, Asking asking) {
    return found(lead).map(found -> asked(found, teamId, asking));
  }

  private Optional<Found> found(Lead lead) {
    LeadFields fields = lead.fields();
    return owner(Through.ACCOUNT, account(fields), customers::account)
        .or(() -> owner(Through.CONTACT, contact(fields), customers::contact))
        .or(
            () ->
                leads.ofTheSamePerson(lead).stream()
                    .findFirst()
                    .map(other -> new Found(other.ownerUser(), Through.LEAD, other.leadId())));
  }

  private static Stream<UUID> account(LeadFields fields) {
    return ids(fields, fields.parentAccountId(), "account");
  }

  private static Stream<UUID> contact(LeadFields fields) {
    return ids(fields, fields.parentContactId(), "contact");
  }

  private static Stream<UUID> ids(LeadFields fields, @Nullable UUID parent, String type) {
    return Stream.concat(
        Stream.ofNullable(parent),
        type.equals(fields.customerIdType())
            ? Stream.ofNullable(fields.customerId())
            : Stream.empty());
  }

  private static Optional<Found> owner(Through through, Stream<UUID> ids, Reader reader) {
    return ids.flatMap(
            id ->
                reader
                    .read(id)
                    .flatMap(record -> Optional.ofNullable(record.ownerUser()))
                    .map(user -> new Found(user, through, id))
                    .stream())
        .findFirst();
  }

  private Acquaintance asked(Found found, String teamId, Asking asking) {
    return recipients
        .refusal(Owner.user(found.userId))
        .map(fault -> found.stopped(Gate.INACTIVE.code(), "He " + fault + "."))
        .or(() -> objections.against(teamId, found.userId, asking).map(found::stopped))
        .orElseGet(found::takes);
  }

  private record Found(String userId, Through through, UUID recordId) {

    Acquaintance takes() {
      return new Acquaintance(
          userId, through, recordId, Gate.PASSED.code(), Gate.PASSED.sentence(), null);
    }

    Acquaintance stopped(Stop stop) {
      return new Acquaintance(
          userId, through, recordId, stop.code(), stop.sentence(), stop.until());
    }

    Acquaintance stopped(String code, String sentence) {
      return new Acquaintance(userId, through, recordId, code, sentence, null);
    }
  }

  /** Reads a record that somebody owns. */
  private interface Reader {
    Optional<? extends Owned> read(UUID id);
  }
}
