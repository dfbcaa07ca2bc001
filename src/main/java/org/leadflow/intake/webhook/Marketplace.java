package org.leadflow.intake.webhook;

import java.util.List;
import java.util.Map;
import org.leadflow.intake.webhook.Mapping.Laid;

/** How messages of Microsoft's commercial marketplace are laid on leads, unless said otherwise. */
final class Marketplace {

  private Marketplace() {}

  static Mapping mapping() {
    return new Mapping(
        null,
        List.of(
            laid("/OfferTitle", "subject"),
            laid("/UserDetails/FirstName", "firstName"),
            laid("/UserDetails/LastName", "lastName"),
            laid("/UserDetails/Email", "emailAddress1"),
            laid("/UserDetails/Phone", "telephone1"),
            laid("/UserDetails/Country", "address1Country"),
            laid("/UserDetails/Company", "companyName"),
            laid("/UserDetails/Title", "jobTitle")),
        Map.of("subject", "Interest on the commercial marketplace", "leadSourceCode", "8"));
  }

  private static Laid laid(String pointer, String field) {
    return new Laid(pointer, field, Map.of());
  }
}
