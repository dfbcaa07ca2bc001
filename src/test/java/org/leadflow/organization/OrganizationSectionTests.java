package org.leadflow.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadflow.organization.Start.MERIDIAN;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Another room adds its list to the file. */
class OrganizationSectionTests {

  private static final String ROTAS =
      """

      rotas:
        - { id: dach-enterprise, strategy: weighted, weights: { anna: 3, kim: 1.5 }, counts: true, next: [triage] }
      """;

  @Test
  void itsListIsReadPlannedWrittenAndExported() {
    try (Node node = started()) {
      var files = node.get(OrganizationFiles.class);
      String exported = files.export();

      ImportReport trial = put(files, exported + ROTAS, true);
      assertThat(trial.findings()).isEmpty();
      assertThat(trial.changes()).containsExactly(new FileChange("rota", "dach-enterprise", "new"));
      assertThat(node.get(RotaSection.class).stored).isEmpty();

      assertThat(put(files, exported + ROTAS, false).imported()).isTrue();
      assertThat(node.get(RotaSection.class).stored)
          .extracting(FileEntry::values)
          .containsExactly(
              Map.of(
                  "id",
                  "dach-enterprise",
                  "strategy",
                  "weighted",
                  "weights",
                  Map.of("anna", 3L, "kim", new BigDecimal("1.5")),
                  "counts",
                  true,
                  "next",
                  List.of("triage")));
      assertThat(put(files, files.export(), true).changes()).isEmpty();
      assertThat(files.export()).contains("rotas:").contains("strategy: weighted");
    }
  }

  @Test
  void itsFindingsHaveLinesAndNothingIsImported() {
    try (Node node = started()) {
      var files = node.get(OrganizationFiles.class);
      String exported = files.export();
      long line = exported.lines().count() + 3;

      ImportReport report = put(files, exported + ROTAS.replace("dach-", "dutch-"), false);

      assertThat(report.imported()).isFalse();
      assertThat(report.findings())
          .extracting(FileFinding::toString)
          .containsExactly("line " + line + ": there is no team 'dutch-enterprise'.");
    }
  }

  @Test
  void aListThatNoRoomKnowsIsAFinding() {
    try (Node node = started()) {
      var files = node.get(OrganizationFiles.class);
      assertThat(put(files, files.export() + ROTAS.replace("rotas", "ponds"), true).findings())
          .hasSize(1);
    }
  }

  private static ImportReport put(OrganizationFiles files, String yaml, boolean trial) {
    return files.put(yaml.getBytes(StandardCharsets.UTF_8), trial, false, "admin");
  }

  private static Node started() {
    return Start.start(
        Database.H2.create(),
        Map.of("leadflow.administrator.password", "secret", "leadflow.organization.file", MERIDIAN),
        OrganizationFiles.class,
        RotaSection.class,
        Start.AnyPools.class);
  }

  static class RotaSection implements OrganizationSection {

    final List<FileEntry> stored = new ArrayList<>();

    @Override
    public String name() {
      return "rotas";
    }

    @Override
    public List<FileEntry> export() {
      return List.copyOf(stored);
    }

    @Override
    public Plan plan(List<FileEntry> entries, Map<String, Set<String>> members) {
      var changes = new ArrayList<FileChange>();
      var findings = new ArrayList<FileFinding>();
      for (FileEntry entry : entries) {
        String id = (String) entry.values().get("id");
        if (!members.containsKey(id)) {
          findings.add(new FileFinding(entry.line(), "there is no team '%s'.".formatted(id)));
        } else if (stored.stream().noneMatch(each -> each.values().equals(entry.values()))) {
          changes.add(new FileChange("rota", id, "new"));
        }
      }
      return new Plan(changes, findings);
    }

    @Override
    public void put(List<FileEntry> entries) {
      stored.clear();
      stored.addAll(entries);
    }
  }
}
