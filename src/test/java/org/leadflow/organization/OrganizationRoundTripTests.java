package org.leadflow.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadflow.organization.Start.MERIDIAN;
import static org.leadflow.organization.Start.start;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.organization.OrganizationLists.Filter;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.data.domain.PageRequest;

class OrganizationRoundTripTests {

  @ParameterizedTest
  @EnumSource
  void whatWasExportedIsImportedAndExportedTheSame(Database database) {
    String exported;
    try (Node node = start(database.create(), "secret", MERIDIAN)) {
      exported = export(node);
      assertThat(exported)
          .contains("anna.keller@meridian.example")
          .doesNotContain("bcrypt", "secret");
      assertThat(run(node, exported, true, false).changes()).isEmpty();
    }
    try (Node node = start(database.create(), "secret", "")) {
      node.get(OrganizationImport.class).put(read(exported));
      assertThat(export(node)).isEqualTo(exported);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLargeOrganizationIsImportedAndExportedInAMoment(Database database) {
    try (Node node = start(database.create(), "secret", "")) {
      long began = System.nanoTime();
      BigOrganization.importInto(node);
      Duration imported = Duration.ofNanos(System.nanoTime() - began);
      began = System.nanoTime();
      String exported = export(node);
      Duration written = Duration.ofNanos(System.nanoTime() - began);
      assertThat(run(node, exported, false, false).changes()).isEmpty();

      assertThat(node.organization().users()).hasSize(1001);
      assertThat(node.organization().members(BigOrganization.teamId(200)))
          .extracting(User::id)
          .contains(BigOrganization.sellerId(1000))
          .hasSize(5);
      List<String> sellers =
          node.organization().users().stream()
              .map(User::id)
              .filter(id -> id.startsWith("s"))
              .toList();
      began = System.nanoTime();
      assertThat(node.get(Calendars.class).of(sellers)).hasSize(1000);
      Duration calendars = Duration.ofNanos(System.nanoTime() - began);
      began = System.nanoTime();
      var sphere = new Spheres(node.jdbc(), node.organization()).of("admin");
      var page =
          new OrganizationLists(node.jdbc())
              .users(
                  sphere, new Filter("SELLER-0", null, null, null, true), PageRequest.of(3, 200));
      Duration listed = Duration.ofNanos(System.nanoTime() - began);
      assertThat(page.getTotalElements()).isEqualTo(999);
      assertThat(page.getContent()).hasSize(200).extracting(User::id).contains("seller-0601");
      System.out.printf(
          "%s: imported in %s, exported in %s, 1000 calendars in %s, a page in %s%n",
          database, imported, written, calendars, listed);
      assertThat(listed).isLessThan(Duration.ofSeconds(2));
      assertThat(imported).isLessThan(Duration.ofSeconds(15));
      assertThat(written).isLessThan(Duration.ofSeconds(5));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTrialTellsEveryChangeAndMakesNone(Database database) {
    try (Node node = start(database.create(), "secret", MERIDIAN)) {
      String before = export(node);
      String changed =
          before
              .replace("name: Anna Keller", "name: Anna Maria Keller")
              .replace("members: [anna, jonas, kim]", "members: [anna, marie]")
              .replaceAll(" *- \\{id: kenji,.*\n", "")
              .replace("[kenji]", "[]");
      assertThat(changed).contains("Anna Maria").contains("[anna, marie]").doesNotContain("kenji");

      ImportReport trial = run(node, changed, true, true);

      assertThat(trial.imported()).isFalse();
      assertThat(trial.findings()).isEmpty();
      assertThat(trial.changes())
          .containsExactlyInAnyOrder(
              new FileChange(
                  "team", "dach-enterprise", "members: 'anna, jonas, kim' becomes 'anna, marie'"),
              new FileChange("team", "pacifica-sales", "members: 'kenji' becomes nothing"),
              new FileChange("user", "anna", "name: 'Anna Keller' becomes 'Anna Maria Keller'"),
              new FileChange("user", "kenji", "active: 'true' becomes 'false'"));
      assertThat(export(node)).isEqualTo(before);

      assertThat(run(node, changed, false, true).imported()).isTrue();
      assertThat(node.organization().user("kenji")).map(User::active).contains(false);
      assertThat(node.organization().user("admin")).map(User::active).contains(true);
      assertThat(node.organization().members("dach-enterprise"))
          .extracting(User::id)
          .containsExactly("anna", "marie");
      assertThat(run(node, changed, true, true).changes()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneMistakeAndNothingIsImported(Database database) {
    try (Node node = start(database.create(), "secret", MERIDIAN)) {
      String before = export(node);
      String changed =
          before
              .replace("{id: EUR, base: true}", "{id: EUR, rate: 1.1}\n  - {id: NOK, base: true}")
              .replace("name: Anna Keller", "name: Anna Maria Keller");

      ImportReport report = run(node, changed, false, false);

      assertThat(report.imported()).isFalse();
      assertThat(report.findings())
          .extracting(FileFinding::sentence)
          .containsExactly(
              "the base currency is 'EUR', not 'NOK'; choose another one by itself, because all"
                  + " rates are told in it.");
      assertThat(export(node)).isEqualTo(before);
    }
  }

  private static ImportReport run(
      Node node, String yaml, boolean trial, boolean deactivateMissing) {
    return node.get(OrganizationImport.class).run(read(yaml), trial, deactivateMissing, "admin");
  }

  private static String export(Node node) {
    return OrganizationFileWriter.write(node.get(OrganizationImport.class).export());
  }

  private static OrganizationFile read(String yaml) {
    assertThat(List.of(yaml)).isNotEmpty();
    return OrganizationFileReader.read(
        new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
