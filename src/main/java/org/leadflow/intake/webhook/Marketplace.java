package org.leadflow.intake.webhook;

import java.util.Map;
import java.util.stream.Stream;
import org.leadflow.intake.webhook.Mapping.Laid;

/**
 * How messages of Microsoft's commercial marketplace are laid on leads, unless said otherwise.
 *
 * <p>What it sends to an HTTPS endpoint, and what its actions mean, Microsoft describes in <a
 * href="https://docs.microsoft.com/azure/marketplace/partner-center-portal/commercial-marketplace-lead-management-instructions-https">Use
 * an HTTPS endpoint to manage commercial marketplace leads</a> and <a
 * href="https://docs.microsoft.com/azure/marketplace/partner-center-portal/commercial-marketplace-get-customer-leads">Customer
 * leads from your commercial marketplace offer</a>. A message is signed by nothing: Partner Center
 * is told one address, which is meant to be that of a Power Automate flow and carries its secret as
 * {@code sig}; so does ours. The webhook of SaaS subscriptions, with its token, is another one and
 * brings no leads.
 *
 * <p>Not every message has all that is known of a customer. One without a last name is a lead under
 * its mail address or company all the same.
 */
final class Marketplace {

  /** The customer was shown to us and is not to be contacted. */
  private static final Map<String, String> DO_NOT_CONTACT = Map.of("DNC", "true");

  private Marketplace() {}

  static Mapping mapping() {
    return new Mapping(
        null,
        Stream.concat(
                Stream.of(
                    laid("/OfferTitle", "subject"),
                    laid("/UserDetails/FirstName", "firstName"),
                    laid("/UserDetails/LastName", "lastName"),
                    laid("/UserDetails/Email", "lastName"),
                    laid("/UserDetails/Company", "lastName"),
                    laid("/UserDetails/Email", "emailAddress1"),
                    laid("/UserDetails/Phone", "telephone1"),
                    laid("/UserDetails/Country", "address1Country"),
                    laid("/UserDetails/Company", "companyName"),
                    laid("/UserDetails/Title", "jobTitle"),
                    laid("/Description", "description")),
                Stream.of("doNotEmail", "doNotBulkEmail", "doNotPhone", "doNotPostalMail")
                    .map(field -> new Laid("/ActionCode", field, DO_NOT_CONTACT)))
            .toList(),
        Map.of("subject", "Interest on the commercial marketplace", "leadSourceCode", "8"));
  }

  private static Laid laid(String pointer, String field) {
    return new Laid(pointer, field, Map.of());
  }
}
