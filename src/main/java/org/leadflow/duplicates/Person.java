package org.leadflow.duplicates;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.customer.Contact;
import org.leadflow.lead.LeadFields;

/** The name of a person by which two are compared: first and last name. */
final class Person {

  private Person() {}

  static Set<String> of(Contact contact) {
    return of(contact.firstName(), contact.lastName());
  }

  static Set<String> of(LeadFields lead) {
    return of(lead.firstName(), lead.lastName());
  }

  static Set<String> of(@Nullable String firstName, @Nullable String lastName) {
    return Spelling.of(
        Stream.of(firstName, lastName).filter(Objects::nonNull).collect(Collectors.joining(" ")));
  }
}
