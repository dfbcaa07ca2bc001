package org.leadflow.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Time;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts an organisation file into the database. What the file names becomes exactly as it says; what
 * it does not name stays, and nobody is ever deleted.
 */
@Component
class OrganizationImport {

  private final OrganizationState state;
  private final OrganizationRows rows;
  private final Organization organization;
  private final ObjectProvider<OrganizationSection> sections;
  private final Clock clock;

  OrganizationImport(
      OrganizationState state,
      OrganizationRows rows,
      Organization organization,
      ObjectProvider<OrganizationSection> sections,
      ObjectProvider<Clock> clock) {
    this.state = state;
    this.rows = rows;
    this.organization = organization;
    this.sections = sections;
    this.clock = clock.getIfAvailable(Time::inMicroseconds);
  }

  /** The names of the lists that other rooms understand. */
  Set<String> sectionNames() {
    return sections
        .orderedStream()
        .map(OrganizationSection::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The file that describes what is stored now. */
  @Transactional(readOnly = true)
  public OrganizationFile export() {
    OrganizationFile stored = state.read(today());
    sections
        .orderedStream()
        .forEach(section -> stored.sections().put(section.name(), section.export()));
    return stored;
  }

  /**
   * All of it or nothing, in one transaction.
   *
   * @throws OrganizationFileRejected when the file does not fit what is stored
   */
  @Transactional
  public void put(OrganizationFile file) {
    ImportReport report = run(file, false, false, "");
    if (!report.findings().isEmpty()) {
      throw new OrganizationFileRejected("The organisation file", report.findings());
    }
  }

  /**
   * All of it or nothing, in one transaction.
   *
   * @param trial whether only to tell what would change
   * @param deactivateMissing whether users whom the file does not name are switched off;
   *     administrators never are
   * @param byUserId who imports
   */
  @Transactional
  public ImportReport run(
      OrganizationFile file, boolean trial, boolean deactivateMissing, String byUserId) {
    OrganizationFile stored = state.read(today());
    List<FileFinding> findings = new ArrayList<>(findings(stored, file));
    List<FileChange> changes = FileRows.of(stored).changesTo(FileRows.of(file));
    Set<String> gone = deactivateMissing ? missing(stored, file, byUserId) : Set.of();
    gone.forEach(id -> changes.add(new FileChange("user", id, "active: 'true' becomes 'false'")));
    Map<String, Set<String>> members = members(stored, file);
    bySection(file)
        .forEach(
            (section, entries) -> {
              OrganizationSection.Plan plan = section.plan(entries, members);
              changes.addAll(plan.changes());
              findings.addAll(plan.findings());
            });
    boolean imports = !trial && findings.isEmpty();
    if (imports) {
      rows.write(stored, file, gone, byUserId, clock.instant());
      bySection(file).forEach(OrganizationSection::put);
    }
    return new ImportReport(imports, changes, findings);
  }

  /** What the file cannot know by itself. */
  private List<FileFinding> findings(OrganizationFile stored, OrganizationFile file) {
    var findings = new ArrayList<FileFinding>();
    String base = file.currencies().base();
    if (base != null && !base.equals(stored.currencies().base()) && !organization.isEmpty()) {
      findings.add(
          new FileFinding(
              0,
              "the base currency is '%s', not '%s'; choose another one by itself, because all rates are told in it."
                  .formatted(stored.currencies().base(), base)));
    }
    file.teamIds().stream()
        .filter(ReadableId::isReserved)
        .map(
            id -> new FileFinding(0, "team '%s' has a reserved id; give it another.".formatted(id)))
        .forEach(findings::add);
    Set<String> keys =
        file.work().absences().stream().map(FileAbsence::key).collect(Collectors.toSet());
    List<FileAbsence> others =
        stored.work().absences().stream().filter(each -> !keys.contains(each.key())).toList();
    for (FileAbsence absence : file.work().absences()) {
      AbsenceRules.faults(absence, others, id -> true, id -> true).stream()
          .map(fault -> finding(absence, fault))
          .forEach(findings::add);
    }
    return findings;
  }

  private static FileFinding finding(FileAbsence absence, FieldFault fault) {
    return new FileFinding(
        0,
        "absence of '%s' from %s: %s %s."
            .formatted(absence.userId(), absence.firstDay(), fault.field(), fault.message()));
  }

  private static Set<String> missing(
      OrganizationFile stored, OrganizationFile file, String byUserId) {
    Set<String> named = Set.copyOf(file.userIds());
    return stored.users().stream()
        .filter(user -> user.active() && !user.roles().contains(Role.ADMINISTRATOR))
        .map(User::id)
        .filter(id -> !named.contains(id) && !id.equals(byUserId))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Map<OrganizationSection, List<FileEntry>> bySection(OrganizationFile file) {
    return sections
        .orderedStream()
        .filter(section -> file.sections().containsKey(section.name()))
        .collect(
            Collectors.toMap(
                section -> section,
                section -> file.sections().get(section.name()),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static Map<String, Set<String>> members(OrganizationFile stored, OrganizationFile file) {
    var members = new LinkedHashMap<String, Set<String>>();
    stored.teams().forEach(team -> members.put(team.id(), Set.of()));
    stored.members().forEach((team, users) -> members.put(team, Set.copyOf(users)));
    file.members().forEach((team, users) -> members.put(team, Set.copyOf(users)));
    return members;
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
