package org.leadflow.intake.webhook.web;

import org.leadflow.intake.webhook.Webhook.Kind;

/** A message to try a mapping on, until there is a real one. */
final class Samples {

  static final String MARKETPLACE =
      """
      {"ActionCode": "INS", "OfferTitle": "Plant monitoring", "LeadSource": "AzureMarketplace",
       "Description": "Acquired in the portal",
       "UserDetails": {"FirstName": "Petra", "LastName": "Vogel", "Company": "Vogel Antriebe GmbH",
       "Email": "petra.vogel@vogel-antriebe.example", "Phone": "+49 711 5550 123",
       "Country": "DE", "Title": "Head of Production"}}
      """;

  private static final String GENERIC =
      """
      {"id": "4711",
       "contact": {"firstname": "Petra", "surname": "Vogel", "email": "petra.vogel@vogel-antriebe.example"},
       "company": "Vogel Antriebe GmbH",
       "text": "Plant monitoring for three sites"}
      """;

  private Samples() {}

  static String of(Kind kind) {
    return kind == Kind.MARKETPLACE ? MARKETPLACE : GENERIC;
  }
}
