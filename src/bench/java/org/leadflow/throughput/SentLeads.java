package org.leadflow.throughput;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Leads as a website sends them: of all countries of the demo, no two of one person or company. */
final class SentLeads {

  private static final List<String> COUNTRIES =
      List.of("Germany", "Germany", "France", "Austria", "Italy", "United States", "Canada", "Brazil", "Japan", "Australia");
  private static final List<String> CITIES = List.of("Stuttgart", "Lyon", "Graz", "Torino", "Austin", "Osaka", "Perth");
  private static final String LETTERS = "abcdefghijklmnoprstuvwz";

  private SentLeads() {}

  /** A new one, as JSON. */
  static String next() {
    var random = ThreadLocalRandom.current();
    String person = name();
    String company = name();
    return """
        {"subject":"Plant monitoring","firstName":"Petra","lastName":"%s","companyName":"%s GmbH",\
        "emailAddress1":"petra.%s@%s.example","address1City":"%s","address1Country":"%s",\
        "numberOfEmployees":%d,"leadSourceCode":7}"""
        .formatted(
            person,
            company,
            person,
            company,
            CITIES.get(random.nextInt(CITIES.size())),
            COUNTRIES.get(random.nextInt(COUNTRIES.size())),
            5 + random.nextInt(2000));
  }

  /** Twelve letters. */
  static String name() {
    var random = ThreadLocalRandom.current();
    var name = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return name.toString();
  }
}
