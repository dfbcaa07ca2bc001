package org.leadflow.organization;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads an organisation file and checks it against itself. */
class OrganizationFileReader {

  private static final int NAME = 160;
  private static final int EMAIL = 100;
  private static final int WORD = 64;

  private final Findings findings = new Findings();

  private Map<String, Entry> units = Map.of();
  private Map<String, Entry> partners = Map.of();
  private final Set<String> sections;

  private OrganizationFileReader(Set<String> sections) {
    this.sections = sections;
  }

  /** The same of a file without lists of other rooms. */
  static OrganizationFile read(Resource file) {
    return read(file, Set.of());
  }

  /**
   * @param sections names of the lists that other rooms understand
   * @throws OrganizationFileRejected naming every mistake and what to do about it
   */
  static OrganizationFile read(Resource file, Set<String> sections) {
    var reader = new OrganizationFileReader(sections);
    OrganizationFile read = reader.describe(reader.parse(file));
    if (!reader.findings.isEmpty()) {
      throw reader.rejected(file);
    }
    return read;
  }

  private Entry parse(Resource file) {
    try (var text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      Node document = new Yaml(withoutCycles()).compose(text);
      if (document == null) {
        findings.add(1, "the file is empty; list units, partners, teams and users.");
      } else {
        Set<String> lists = keys("units, partners, teams, users, currencies, calendars, absences");
        lists.addAll(sections);
        return Entry.of("file", document, lists, findings).orElseThrow(() -> rejected(file));
      }
    } catch (MarkedYAMLException notYaml) {
      int line = notYaml.getProblemMark() == null ? 1 : notYaml.getProblemMark().getLine() + 1;
      findings.add(line, "this is not YAML: %s.".formatted(notYaml.getProblem()));
    } catch (YAMLException notText) {
      findings.add(1, "this is not YAML: %s.".formatted(notText.getMessage()));
    } catch (IOException unreadable) {
      findings.add(1, "the file cannot be read: %s.".formatted(unreadable.getMessage()));
    }
    throw rejected(file);
  }

  /** No list stands in two places, so none stands in itself. */
  private static LoaderOptions withoutCycles() {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    return options;
  }

  private OrganizationFileRejected rejected(Resource file) {
    return new OrganizationFileRejected(file.getDescription(), findings.inOrder());
  }

  private OrganizationFile describe(Entry file) {
    units = byId(file.entries("units", "unit", keys("id, name, parent, currency, calendar")));
    partners = byId(file.entries("partners", "partner", keys("id, name, unit")));
    Map<String, Entry> teams =
        byId(file.entries("teams", "team", keys("id, name, unit, partner, members, managers")));
    Map<String, Entry> users =
        byId(
            file.entries(
                "users",
                "user",
                keys("id, name, email, unit, partner, roles, active, calendar, skills")));
    Map<String, Entry> calendars =
        byId(
            file.entries(
                "calendars", "calendar", keys("id, name, timeZone, holidays, hours, daysOff")));
    List<Entry> absences =
        file.entries("absences", "absence", keys("user, from, until, substitute, reason"));
    return new OrganizationFile(
        new UnitOrder(file, units).rootFirst(this::unit),
        partners.values().stream().map(this::partner).toList(),
        teams.values().stream().map(this::team).toList(),
        usersOf(teams, "members", users.keySet()),
        users.values().stream().map(this::user).toList(),
        FileCurrencies.of(file.entries("currencies", "currency", keys("id, rate, base")), units),
        new FileWorkReader(calendars, units, users)
            .read(usersOf(teams, "managers", users.keySet()), absences),
        sections(file));
  }

  private Map<String, List<FileEntry>> sections(Entry file) {
    var read = new LinkedHashMap<String, List<FileEntry>>();
    sections.stream()
        .filter(file.values()::containsKey)
        .forEach(name -> read.put(name, file.plain(name)));
    return read;
  }

  private BusinessUnit unit(Entry entry) {
    return new BusinessUnit(entry.id(), entry.text("name", NAME), entry.optional("parent", WORD));
  }

  private ChannelPartner partner(Entry entry) {
    return new ChannelPartner(entry.id(), entry.text("name", NAME), home(entry));
  }

  private Team team(Entry entry) {
    return new Team(
        entry.id(), entry.text("name", NAME), home(entry), entry.optional("partner", WORD));
  }

  private User user(Entry entry) {
    String email = entry.optional("email", EMAIL);
    if (email != null && !email.contains("@")) {
      entry.complain("has the e-mail address '%s', which is none.".formatted(email));
    }
    return new User(
        entry.id(),
        entry.text("name", NAME),
        email,
        home(entry),
        entry.optional("partner", WORD),
        roles(entry),
        active(entry));
  }

  /** The unit an entry belongs to: its own, or that of its partner. */
  private String home(Entry entry) {
    String unit = entry.optional("unit", WORD);
    String partner = entry.optional("partner", WORD);
    if (partner != null) {
      if (!partners.containsKey(partner)) {
        entry.complain(unknown("partner", partner, partners.keySet()));
        return "";
      }
      String home = partners.get(partner).optional("unit", WORD);
      if (unit != null && !unit.equals(home)) {
        entry.complain(
            "is in unit '%s', its partner '%s' in '%s'; leave its unit out."
                .formatted(unit, partner, home));
      }
      return home == null ? "" : home;
    }
    if (unit == null) {
      entry.complain("belongs nowhere; add the unit it is in.");
    } else if (!units.containsKey(unit)) {
      entry.complain(unknown("unit", unit, units.keySet()));
    }
    return unit == null ? "" : unit;
  }

  private static Map<String, List<String>> usersOf(
      Map<String, Entry> teams, String key, Set<String> users) {
    var members = new LinkedHashMap<String, List<String>>();
    teams.forEach(
        (id, team) -> {
          List<String> names = team.texts(key);
          names.stream()
              .filter(name -> !users.contains(name))
              .forEach(name -> team.complain(unknown("user", name, users)));
          members.put(id, List.copyOf(new LinkedHashSet<>(names)));
        });
    return members;
  }

  private static Set<Role> roles(Entry entry) {
    var roles = EnumSet.noneOf(Role.class);
    for (String name : entry.texts("roles")) {
      Arrays.stream(Role.values())
          .filter(role -> role.name().equalsIgnoreCase(name))
          .findFirst()
          .ifPresentOrElse(
              roles::add,
              () ->
                  entry.complain(
                      "has the role '%s'; choose among %s."
                          .formatted(
                              name, Arrays.toString(Role.values()).toLowerCase(Locale.ROOT))));
    }
    return roles;
  }

  private static boolean active(Entry entry) {
    String active = entry.optional("active", WORD);
    if (active != null && !active.equals("true") && !active.equals("false")) {
      entry.complain("is active or not: write true or false, not '%s'.".formatted(active));
    }
    return !"false".equals(active);
  }

  /** Ids that differ in case only count as the same, because nobody could tell them apart. */
  private Map<String, Entry> byId(List<Entry> entries) {
    var byId = new LinkedHashMap<String, Entry>();
    var taken = new LinkedHashMap<String, Entry>();
    for (Entry entry : entries) {
      String id = entry.id();
      Entry first = taken.putIfAbsent(id.toLowerCase(Locale.ROOT), entry);
      if (first != null && !id.isEmpty()) {
        entry.complain("has the id of line %d; give it another.".formatted(first.line()));
      }
      byId.putIfAbsent(id, entry);
    }
    return byId;
  }

  static String unknown(String kind, String id, Set<String> known) {
    String others = known.stream().filter(ReadableId::fits).collect(joining(", "));
    return "names the %s '%s', which this file does not have; add it%s."
        .formatted(kind, id, others.isEmpty() ? "" : ", or choose one of " + others);
  }

  private static Set<String> keys(String list) {
    return new LinkedHashSet<>(List.of(list.split(", ")));
  }
}
