package org.leadflow.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leadflow.organization.Start.MERIDIAN;
import static org.leadflow.organization.Start.opens;
import static org.leadflow.organization.Start.start;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

class OrganizationLoginAtStartTests {

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
  void aPasswordThatCannotBeUsedStopsTheStartAndIsNotPrinted() {
    String tooLong = "secret".repeat(20);
    assertThatThrownBy(() -> start(Database.H2.create(), tooLong, "").close())
        .hasMessageContaining("administrator's password")
        .hasStackTraceContaining("72 bytes")
        .satisfies(thrown -> assertThat(thrown).hasMessageNotContaining("secret"));
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
}
