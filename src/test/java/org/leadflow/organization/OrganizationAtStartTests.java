package org.leadflow.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leadflow.organization.Start.MERIDIAN;
import static org.leadflow.organization.Start.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

class OrganizationAtStartTests {

  @ParameterizedTest
  @EnumSource
  void theFileReplacesTheRootAndTakesTheIntakeTeamOver(Database database) {
    try (Node node = start(database.create(), "secret", MERIDIAN)) {
      Organization organization = node.organization();

      assertThat(organization.units())
          .extracting(BusinessUnit::id)
          .containsExactly("americas", "emea", "meridian");
      assertThat(organization.teams()).hasSize(6);
      assertThat(organization.intakeTeam().businessUnitId()).isEqualTo("meridian");
      assertThat(organization.members("emea-inside-sales"))
          .extracting(User::id)
          .containsExactly("luca", "marie", "sofia");
      assertThat(organization.user("admin")).map(User::businessUnitId).contains("meridian");
      assertThat(organization.user("sofia")).map(User::name).contains("Sofía Navarro");
      assertThat(organization.login("anna").orElseThrow().passwordHash())
          .as("no password outside the demo")
          .isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRootThatRecordsStillNameStaysBelowTheNewOne(Database database) {
    String url = database.create();
    try (Node node = start(url, "secret", "")) {
      node.jdbc()
          .sql("create table a_lead (unit varchar(64) references business_unit (id))")
          .update();
      node.jdbc().sql("insert into a_lead values ('root')").update();
    }

    try (Node node = start(url, "secret", MERIDIAN)) {
      assertThat(node.organization().unit("root").orElseThrow().parentId()).isEqualTo("meridian");
      assertThat(node.organization().user("admin")).map(User::businessUnitId).contains("meridian");
      assertThat(node.organization().users()).hasSize(14);
    }
  }

  @Test
  void aFileIsImportedOnlyOnce() {
    String url = Database.H2.create();
    try (Node first = start(url, "secret", MERIDIAN)) {
      first.changes().deactivate("anna");
      first.changes().leave("kim", "dach-enterprise");
    }
    try (Node second = start(url, "secret", MERIDIAN)) {
      assertThat(second.organization().members("dach-enterprise"))
          .extracting(User::id)
          .containsExactly("jonas");
    }
  }

  @ParameterizedTest
  @EnumSource
  void nodesThatStartTogetherImportOnce(Database database) throws Exception {
    String url = database.create();
    Node.on(url).close();
    var together = new CyclicBarrier(3);
    Callable<Integer> node =
        () -> {
          together.await();
          try (Node started = start(url, "secret", MERIDIAN)) {
            return started.organization().users().size();
          }
        };
    var threads = Executors.newFixedThreadPool(3);
    try {
      for (Future<Integer> users : threads.invokeAll(List.of(node, node, node))) {
        assertThat(users.get()).isEqualTo(14);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theFileMayKeepTheRootAndLeaveTheIntakeTeamOut(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("organization.yaml"),
            """
            units: [{ id: root, name: Contoso }]
            users: [{ id: admin, name: Ada, unit: root, roles: [manager] }]
            """);
    try (Node node = start(Database.H2.create(), "secret", "file:" + file)) {
      assertThat(node.organization().units())
          .containsExactly(new BusinessUnit("root", "Contoso", null));
      assertThat(node.organization().intakeTeam().businessUnitId()).isEqualTo("root");
      assertThat(node.organization().user("admin"))
          .contains(
              new User(
                  "admin",
                  "Ada",
                  null,
                  "root",
                  null,
                  Set.of(Role.MANAGER, Role.ADMINISTRATOR),
                  true));
    }
  }

  @Test
  void aFileWithMistakesStopsTheStartAndLeavesNothingBehind(@TempDir Path folder) throws Exception {
    String url = Database.H2.create();
    Path file = Files.writeString(folder.resolve("organization.yaml"), "units: [{ id: a }]");

    assertThatThrownBy(() -> start(url, "secret", "file:" + file).close())
        .isInstanceOfSatisfying(
            InvalidConfigurationPropertyValueException.class,
            refused -> assertThat(refused.getName()).isEqualTo("leadflow.organization.file"))
        .hasMessageContaining("line 1: unit 'a' has no name; add one.");

    try (Node node = Node.on(url)) {
      assertThat(node.organization().users()).isEmpty();
    }
  }
}
