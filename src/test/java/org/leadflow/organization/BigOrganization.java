package org.leadflow.organization;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.core.io.ByteArrayResource;

/**
 * An organisation as large as ours may get: 1,000 sellers in 200 teams of 20 units, with calendars,
 * skills, managers and absences. Sellers are {@code seller-0001}…, teams {@code team-001}…, units
 * {@code unit-01}…; each seller is in one team, each team has five.
 */
public final class BigOrganization {

  public static final int SELLERS = 1000;
  public static final int TEAMS = 200;
  public static final int UNITS = 20;

  private static final String[] LANGUAGES = {"de", "en", "fr", "es"};

  private BigOrganization() {}

  /** Imports it into a node that has the beans of an import, with all events. */
  public static void importInto(Node node) {
    node.get(OrganizationImport.class).put(file());
  }

  public static String sellerId(int number) {
    return "seller-%04d".formatted(number);
  }

  public static String teamId(int number) {
    return "team-%03d".formatted(number);
  }

  static OrganizationFile file() {
    return OrganizationFileReader.read(
        new ByteArrayResource(yaml().getBytes(StandardCharsets.UTF_8)));
  }

  /** As a file somebody could have written. */
  public static String yaml() {
    return """
        calendars:
          - { id: berlin, name: Berlin, timeZone: Europe/Berlin, holidays: de-be, hours: { mon-fri: ["09:00-17:00"] } }
          - { id: new-york, name: New York, timeZone: America/New_York, holidays: us-ny, hours: { mon-fri: ["09:00-17:00"] } }
          - { id: mornings, name: Mornings, timeZone: Europe/Berlin, hours: { mon-wed: ["09:00-13:00"] } }
        units:
          - { id: company, name: Company, calendar: berlin }
        %s
        teams:
          - { id: triage, name: Lead desk, unit: company, members: [seller-0001] }
        %s
        users:
        %s
        absences:
        %s
        """
        .formatted(
            lines(UNITS, BigOrganization::unit),
            lines(TEAMS, BigOrganization::team),
            lines(SELLERS, BigOrganization::seller),
            lines(50, BigOrganization::absence));
  }

  private static String unit(int number) {
    return "{ id: unit-%02d, name: Unit %d, parent: company%s }"
        .formatted(number, number, number % 2 == 0 ? ", calendar: new-york" : "");
  }

  private static String team(int number) {
    String members =
        IntStream.rangeClosed(1, SELLERS / TEAMS)
            .mapToObj(place -> sellerId((number - 1) * (SELLERS / TEAMS) + place))
            .collect(Collectors.joining(", "));
    return "{ id: %s, name: Team %d, unit: unit-%02d, members: [%s], managers: [%s] }"
        .formatted(
            teamId(number),
            number,
            (number - 1) % UNITS + 1,
            members,
            sellerId((number - 1) * (SELLERS / TEAMS) + 1));
  }

  private static String seller(int number) {
    int team = (number - 1) / (SELLERS / TEAMS);
    return "{ id: %s, name: Seller %d, email: %s@company.example, unit: unit-%02d, roles: [seller], skills: { language: [%s] }%s }"
        .formatted(
            sellerId(number),
            number,
            sellerId(number),
            team % UNITS + 1,
            LANGUAGES[number % LANGUAGES.length],
            number % 10 == 0 ? ", calendar: mornings" : "");
  }

  private static String absence(int number) {
    return "{ user: %s, from: 2099-01-%02d, until: 2099-02-01, substitute: %s }"
        .formatted(sellerId(number * 7), number % 28 + 1, sellerId(number * 7 + 1));
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> "  - " + line.apply(number))
        .collect(Collectors.joining("\n"));
  }
}
