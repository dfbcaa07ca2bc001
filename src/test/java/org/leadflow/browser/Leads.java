package org.leadflow.browser;

import java.util.UUID;

/** Leads as a web site sends them. */
final class Leads {

  /** Waits in the queue of Americas Inside Sales; nobody said in which currency it pays. */
  static final String AMERICAN =
      """
      {"subject": "Fleet tracking for 60 trucks", "firstName": "Dana", "lastName": "Whitaker",
       "jobTitle": "Operations Manager", "companyName": "Whitaker Freight Inc",
       "emailAddress1": "dana@whitaker-freight.example", "telephone1": "+1 202 555 0143",
       "address1City": "Denver", "address1Country": "USA", "numberOfEmployees": 120, "leadSourceCode": 8,
       "description": "Wants to know where each truck is.\\nCall after 9 am."}
      """;

  private static final String GERMAN =
      """
      {"subject": "Plant monitoring for three sites", "firstName": "Petra", "lastName": "Vogel",
       "jobTitle": "Head of Production", "companyName": "%s",
       "emailAddress1": "petra.vogel@vogel-antriebe.example", "telephone1": "+49 711 5550 123",
       "address1City": "Stuttgart", "address1Country": "Germany", "numberOfEmployees": 800,
       "leadSourceCode": 7, "transactionCurrencyId": "EUR", "sourceSystem": "%s", "sourceKey": "%s"}
      """;

  /** As {@link #german}, from somebody who tries what a page does with markup. */
  static final String HOSTILE =
      """
      {"subject": "<script>document.title='taken'</script>", "lastName": "<b onclick=alert(1)>Bold</b>",
       "companyName": "\\"><img src=x onerror=alert(1)>", "address1Country": "Germany", "numberOfEmployees": 800,
       "description": "${7*7} [[${7*7}]] <iframe src='https://example.com'></iframe>"}
      """;

  private Leads() {}

  /**
   * Goes to the member of DACH Enterprise whose turn it is. All are of one person; they are not
   * compared, or the second would be merged into the first.
   */
  static String german(String company) {
    return GERMAN.formatted(company, RunningDemo.NOT_COMPARED, UUID.randomUUID());
  }
}
