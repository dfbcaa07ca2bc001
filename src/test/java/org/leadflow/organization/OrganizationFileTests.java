package org.leadflow.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

class OrganizationFileTests {

  @Test
  void theDemoFileDescribesMeridian() {
    OrganizationFile file =
        OrganizationFileReader.read(
            new ClassPathResource("organization/meridian.yaml"), Set.of("pools"));

    assertThat(file.root()).isEqualTo(new BusinessUnit("meridian", "Meridian", null));
    assertThat(file.units()).extracting(BusinessUnit::id).hasSize(3).contains("emea", "americas");
    assertThat(file.partners())
        .containsExactly(
            new ChannelPartner("nordwind", "Nordwind Systemhaus", "emea"),
            new ChannelPartner("pacifica", "Pacifica Partners", "americas"));
    assertThat(file.teams()).hasSize(6);
    assertThat(file.members().get("dach-enterprise")).containsExactly("anna", "kim", "jonas");
    assertThat(file.users()).filteredOn(user -> user.roles().contains(Role.SELLER)).hasSize(12);
    assertThat(file.users())
        .contains(
            new User(
                "freja",
                "Freja Lindqvist",
                "freja.lindqvist@nordwind.example",
                "emea",
                "nordwind",
                Set.of(Role.SELLER),
                true));
    assertThat(file.users()).allMatch(User::active);
    assertThat(file.currencies().base()).isEqualTo("EUR");
    assertThat(file.currencies().rates()).containsOnlyKeys("USD", "GBP", "CHF");
    assertThat(file.currencies().unitDefaults())
        .containsOnly(Map.entry("meridian", "EUR"), Map.entry("americas", "USD"));
  }

  @Test
  void everyMistakeInTheCurrenciesIsNamedWithItsLine() {
    assertThat(
            findings(
                """
                currencies:
                  - { id: USD, rate: 1.08 }
                  - { id: XAU, rate: 2 }
                  - { id: GBP, rate: much }
                  - { id: CHF }
                  - { id: USD, rate: 1.09 }
                  - { id: SEK, rate: 0 }
                units:
                  - { id: all, name: All, currency: ABC }
                """))
        .containsExactly(
            "line 2: currency 'USD' has no base beside it; write base: true at one currency.",
            "line 3: currency 'XAU' is no ISO 4217 currency; write one such as EUR or USD.",
            "line 4: currency 'GBP' has the rate 'much'; write how many of it one unit of the base is"
                + " worth, with at most 12 places.",
            "line 5: currency 'CHF' has no rate; add one.",
            "line 6: currency 'USD' stands here a second time; remove one.",
            "line 7: currency 'SEK' has the rate '0'; write how many of it one unit of the base is"
                + " worth, with at most 12 places.",
            "line 9: unit 'all' reckons in 'ABC', which is no ISO 4217 currency.");
  }

  @Test
  void everyMistakeInCalendarsSkillsAndAbsencesIsNamedWithItsLine() {
    assertThat(
            findings(
                """
                calendars:
                  - { id: a, name: A, timeZone: Mars/Phobos, hours: { mon: "09:00-17:00" } }
                  - { id: b, name: B, timeZone: UTC, holidays: de-zz, hours: { mon: "09:00-17:00" } }
                  - { id: c, name: C, timeZone: UTC, hours: { mon-fri: ["09:00-12:00", "11:00-13:00"] } }
                  - { id: d, name: D, timeZone: UTC, hours: { tue: "17:00-09:00" } }
                  - { id: e, name: E, timeZone: UTC, hours: { noday: "09:00-17:00" } }
                  - { id: f, name: F, timeZone: UTC }
                  - { id: g, name: G, timeZone: UTC, hours: { mon: "9 to 5" }, daysOff: [never] }
                  - { id: h, name: H, hours: { mon: "09:00-17:00" } }
                units:
                  - { id: all, name: All, calendar: none }
                users:
                  - { id: anna, name: Anna, unit: all, skills: { Lan guage: de } }
                  - { id: kim, name: Kim, unit: all, active: false }
                teams:
                  - { id: t, name: T, unit: all, managers: [nobody] }
                absences:
                  - { user: anna, from: 2026-12-24, until: 2026-12-20 }
                  - { user: anna, from: 2027-01-01, until: 2027-01-09, substitute: kim }
                  - { user: anna, from: 2027-01-09, until: 2027-01-09, substitute: anna }
                  - { user: nobody, from: soon, until: 2027-01-09 }
                  - { from: 2027-01-09, until: 2027-01-09 }
                """))
        .satisfiesExactly(
            line(2, "'Mars/Phobos' is no time zone"),
            line(3, "nobody knows the holidays of 'de-zz'; choose one of de, de-bb"),
            line(4, "09:00-12:00 and 11:00-13:00 overlap on Monday"),
            line(4, "Tuesday"),
            line(4, "Wednesday"),
            line(4, "Thursday"),
            line(4, "Friday"),
            line(5, "'17:00-09:00' on tue ends before it begins"),
            line(6, "'noday' is no weekday"),
            line(7, "hours: has none"),
            line(8, "'9 to 5' on mon is none"),
            line(8, "'never' is no day"),
            line(9, "has no timeZone"),
            line(11, "names the calendar 'none'"),
            line(13, "has the skill Lan guage: 'de'"),
            line(16, "names the user 'nobody'"),
            line(18, "until must not be before from"),
            line(19, "'kim' is not active"),
            line(20, "overlaps the absence from 2027-01-01 until 2027-01-09"),
            line(20, "must be somebody else"),
            line(21, "'soon' is no day"),
            line(22, "has no user"));
  }

  private static Consumer<String> line(int line, String part) {
    return finding -> assertThat(finding).startsWith("line " + line + ":").contains(part);
  }

  @Test
  void parentsMayStandBelowTheirChildren() {
    OrganizationFile file =
        read(
            """
            units:
              - { id: vienna, name: Vienna, parent: dach }
              - { id: dach, name: DACH, parent: all }
              - { id: all, name: All }
            users:
              - { id: anna, name: Anna, unit: dach, active: false }
            """);

    assertThat(file.units()).extracting(BusinessUnit::id).containsExactly("all", "dach", "vienna");
    assertThat(file.users()).noneMatch(User::active);
  }

  @Test
  void everyMistakeIsNamedWithItsLineAndWhatToDo() {
    List<String> findings =
        findings(
            """
            units:
              - { id: all, name: All }
              - { id: emea, name: EMEA, parent: every }
              - { id: ALL, name: Again, parent: all }
              - { id: second, name: Second root }
            partners:
              - { id: nordwind, name: Nordwind, unit: nowhere }
              - { id: p, name: P, unit: emea }
            teams:
              - { id: sales, name: Sales, unit: emea, members: [anna, bob] }
              - { id: "in side", name: Inside, unit: emea }
              - { id: lost, name: Lost }
              - { id: theirs, name: Theirs, partner: westwind }
              - { id: moved, name: Moved, partner: p, unit: all }
            users:
              - { id: anna, name: Anna, unit: emea, roles: [seller, king], email: anna }
              - { id: carl, nam: Carl, unit: emea }
              - { id: dora, name: Dora, unit: emea, roles: seller }
              - { id: emil, name: Emil, unit: emea, active: yes }
              - frida
            """);

    assertThat(findings)
        .containsExactly(
            "line 3: unit 'emea' names the unit 'every', which this file does not have; add it, or"
                + " choose one of all, emea, ALL, second.",
            "line 4: unit 'ALL' has the id of line 2; give it another.",
            "line 5: unit 'second' has no parent, as 'all' has none; one tree has one root, so add"
                + " it.",
            "line 7: partner 'nordwind' names the unit 'nowhere', which this file does not have; add"
                + " it, or choose one of all, emea, ALL, second.",
            "line 10: team 'sales' names the user 'bob', which this file does not have; add it, or"
                + " choose one of anna, carl, dora, emil.",
            "line 11: the id of this team is 'in side'; write 1 to 64 of the characters A-Z a-z 0-9"
                + " . _ -.",
            "line 12: team 'lost' belongs nowhere; add the unit it is in.",
            "line 13: team 'theirs' names the partner 'westwind', which this file does not have; add"
                + " it, or choose one of nordwind, p.",
            "line 14: team 'moved' is in unit 'all', its partner 'p' in 'emea'; leave its unit out.",
            "line 16: user 'anna' has the e-mail address 'anna', which is none.",
            "line 16: user 'anna' has the role 'king'; choose among [seller, manager, operator,"
                + " integrator, administrator].",
            "line 17: a user has no 'nam'; it may have id, name, email, unit, partner, roles,"
                + " active, calendar, skills.",
            "line 17: user 'carl' has no name; add one.",
            "line 18: user 'dora' needs a list for roles, such as [a, b].",
            "line 19: user 'emil' is active or not: write true or false, not 'yes'.",
            "line 20: here a user is expected, with id, name, email, unit, partner, roles, active,"
                + " calendar, skills.");
  }

  @Test
  void unitsThatAreBelowEachOtherAreNoTree() {
    assertThat(
            findings(
                """
                units:
                  - { id: a, name: A, parent: c }
                  - { id: b, name: B, parent: a }
                  - { id: c, name: C, parent: b }
                  - { id: own, name: Own, parent: own }
                """))
        .containsExactly(
            "line 2: unit 'a' is below itself (a below c below b below a); correct one parent among"
                + " them.",
            "line 5: unit 'own' is below itself (own below own); correct one parent among them.");
  }

  @Test
  void whatIsNoOrganizationAtAllIsSaid() {
    assertThat(findings(""))
        .containsExactly("line 1: the file is empty; list units, partners, teams and users.");
    assertThat(findings("users: []"))
        .containsExactly("line 1: file has no units; add at least one.");
    assertThat(findings("hello")).singleElement().asString().contains("here a file is expected");
    assertThat(findings("units: [\n{ id: a"))
        .singleElement()
        .asString()
        .startsWith("line 2: this is not YAML");
    assertThat(findings("units: \u0001")).singleElement().asString().contains("this is not YAML");
    assertThatThrownBy(() -> OrganizationFileReader.read(new FileSystemResource("/no/such.yaml")))
        .isInstanceOf(OrganizationFileRejected.class)
        .hasMessageContaining("/no/such.yaml")
        .hasMessageContaining("cannot be read");
  }

  private static OrganizationFile read(String yaml) {
    return OrganizationFileReader.read(
        new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> findings(String yaml) {
    var rejected = catchThrowableOfType(OrganizationFileRejected.class, () -> read(yaml));
    return rejected.getMessage().lines().skip(1).map(String::strip).toList();
  }
}
