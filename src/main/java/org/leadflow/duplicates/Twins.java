package org.leadflow.duplicates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Owned;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Customers;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.springframework.stereotype.Component;

/** Shows whom a person is asked about: those he may see, each with its number. */
@Component
public class Twins {

  private final IntakeDuplicates duplicates;
  private final LeadRecords leads;
  private final Customers customers;
  private final Permissions permissions;
  private final CurrentCaller callers;

  Twins(
      IntakeDuplicates duplicates,
      LeadRecords leads,
      Customers customers,
      Permissions permissions,
      CurrentCaller callers) {
    this.duplicates = duplicates;
    this.leads = leads;
    this.customers = customers;
    this.permissions = permissions;
    this.callers = callers;
  }

  /**
   * One of those a lead may be about.
   *
   * @param number by which it is named in the answer
   * @param lead null for a contact
   * @param contact null for a lead
   */
  public record Twin(int number, Suspect suspect, @Nullable Lead lead, @Nullable Contact contact) {}

  /**
   * Those the caller may see, in their order.
   *
   * @param hidden how many of them he may not see
   */
  public record Seen(List<Twin> twins, int hidden) {}

  /** Nobody for a closed lead, where nothing is left to decide. */
  public Seen of(Lead lead) {
    List<Suspect> asked = lead.isOpen() ? duplicates.asked(lead.leadId()) : List.of();
    List<Twin> twins = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      Suspect suspect = asked.get(i);
      Optional<Lead> open =
          suspect.kind() == Suspect.Kind.LEAD
              ? readable(leads.find(suspect.id()))
              : Optional.empty();
      Optional<Contact> contact =
          suspect.kind() == Suspect.Kind.CONTACT
              ? readable(customers.contact(suspect.id()))
              : Optional.empty();
      if (open.isPresent() || contact.isPresent()) {
        twins.add(new Twin(i + 1, suspect, open.orElse(null), contact.orElse(null)));
      }
    }
    return new Seen(List.copyOf(twins), asked.size() - twins.size());
  }

  private <T extends Owned> Optional<T> readable(Optional<T> record) {
    return record.filter(found -> permissions.allows(callers.get(), Privilege.READ, found));
  }
}
