package org.leadflow.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

class OrganizationAtStartTests {

  private static final String MERIDIAN = "classpath:organization/meridian.yaml";

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
      assertThat(organization.credentials("anna")).as("no password outside the demo").isEmpty();
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

  @Test
  void withoutAFileOnlyTheAdministratorExists() {
    try (Node node = start(Database.H2.create(), "secret", "")) {
      assertThat(node.organization().users())
          .containsExactly(
              new User(
                  "admin", "Administrator", null, "root", null, Set.of(Role.ADMINISTRATOR), true));
      assertThat(node.organization().isEmpty()).isTrue();
      assertThat(opens(node, "admin", "secret")).isTrue();
    }
  }

  @Test
  void theAdministratorIsRenewedAtEveryStart() {
    String url = Database.H2.create();
    try (Node first = start(url, "old", "")) {
      first.changes().deactivate("admin");
    }
    try (Node second = start(url, "new", "")) {
      assertThat(opens(second, "admin", "old")).isFalse();
      assertThat(opens(second, "admin", "new")).isTrue();
      assertThat(second.organization().user("admin")).map(User::active).contains(true);
    }
  }

  @Test
  void withoutAnAdministratorsPasswordTheStartStopsAndSaysWhatToSet() {
    assertThatThrownBy(() -> start(Database.H2.create(), "", MERIDIAN).close())
        .isInstanceOfSatisfying(
            InvalidConfigurationPropertyValueException.class,
            refused -> assertThat(refused.getName()).isEqualTo("leadflow.administrator.password"))
        .hasMessageContaining("ADMIN_PASSWORD");
  }

  @Test
  void anAdministratorIdThatIsNoneStopsTheStart() {
    assertThatThrownBy(
            () ->
                start(
                        Database.H2.create(),
                        Map.of(
                            "leadflow.administrator.id", "a b",
                            "leadflow.administrator.password", "secret"))
                    .close())
        .isInstanceOf(InvalidConfigurationPropertyValueException.class)
        .hasMessageContaining("leadflow.administrator.id");
  }

  @Test
  void inTheDemoEverybodyHasTheConfiguredPasswordAndTheAdministratorTooIfHeHasNone() {
    try (Node node = start(Database.H2.create(), demo(Map.of("leadflow.demo.password", "demo")))) {
      assertThat(node.get(DemoCredentials.class).password()).isEqualTo("demo");
      assertThat(opens(node, "kim", "demo")).isTrue();
      assertThat(opens(node, "website", "demo")).isTrue();
      assertThat(opens(node, "admin", "demo")).isTrue();
    }
  }

  @Test
  void inTheDemoTheAdministratorMayHaveAPasswordOfHisOwn() {
    var settings =
        Map.of("leadflow.demo.password", "demo", "leadflow.administrator.password", "own");
    try (Node node = start(Database.H2.create(), demo(settings))) {
      assertThat(opens(node, "admin", "own")).isTrue();
      assertThat(opens(node, "admin", "demo")).isFalse();
    }
  }

  @Test
  void aDemoPasswordThatIsMadeUpIsAnotherOneAtEveryStartAndOpens() {
    String url = Database.H2.create();
    String before;
    try (Node first = start(url, demo(Map.of()))) {
      before = first.get(DemoCredentials.class).password();
    }
    try (Node second = start(url, demo(Map.of()))) {
      String now = second.get(DemoCredentials.class).password();
      assertThat(now).isNotEqualTo(before).matches("([A-Z][a-z]+-){3}\\d\\d");
      assertThat(opens(second, "kim", now)).isTrue();
      assertThat(opens(second, "kim", before)).isFalse();
    }
  }

  private static Map<String, Object> demo(Map<String, String> more) {
    var settings = new HashMap<String, Object>(more);
    settings.put("leadflow.demo.enabled", "true");
    settings.put("leadflow.organization.file", MERIDIAN);
    return settings;
  }

  private static Node start(String url, String administratorPassword, String file) {
    return start(
        url,
        Map.of(
            "leadflow.administrator.password",
            administratorPassword,
            "leadflow.organization.file",
            file));
  }

  private static Node start(String url, Map<String, Object> settings) {
    return Node.with(
        url,
        settings,
        Settings.class,
        DemoSettings.Demo.class,
        OrganizationImport.class,
        ConfiguredFile.class,
        Administrator.class,
        OrganizationAtStart.class);
  }

  private static boolean opens(Node node, String user, String password) {
    String hash = node.organization().credentials(user).orElseThrow().passwordHash();
    return PasswordEncoderFactories.createDelegatingPasswordEncoder().matches(password, hash);
  }

  @EnableConfigurationProperties({
    OrganizationSettings.class,
    AdministratorSettings.class,
    DemoSettings.class
  })
  static class Settings {}
}
