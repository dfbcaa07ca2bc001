package org.leadflow.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class OrganizationTests {

  @ParameterizedTest
  @EnumSource
  void aNewDatabaseHasARootUnitAndTheIntakeTeam(Database database) {
    try (Node node = Node.on(database.create())) {
      Organization organization = node.organization();

      assertThat(organization.units())
          .containsExactly(new BusinessUnit("root", "Organization", null));
      assertThat(organization.intakeTeam())
          .isEqualTo(new Team("triage", "Lead desk", "root", null));
      assertThat(organization.users()).isEmpty();
      assertThat(organization.isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasSavedIsRead(Database database) {
    try (Node node = Node.on(database.create())) {
      Organization organization = node.organization();
      var unit = new BusinessUnit("emea", "Europe", "root");
      var partner = new ChannelPartner("nordwind", "Nordwind", "emea");
      var team = new Team("nordwind-sales", "Nordwind Sales", "emea", "nordwind");
      var user =
          new User(
              "freja",
              "Freja Lindqvist",
              "freja@nordwind.example",
              "emea",
              "nordwind",
              Set.of(Role.SELLER, Role.MANAGER),
              true);

      node.changes().save(unit);
      node.changes().save(partner);
      node.changes().save(team);
      node.changes().save(user);
      node.changes().join("freja", "nordwind-sales");
      node.changes().join("freja", "nordwind-sales");

      assertThat(organization.unit("emea")).contains(unit);
      assertThat(organization.partner("nordwind")).contains(partner);
      assertThat(organization.partners()).containsExactly(partner);
      assertThat(organization.team("nordwind-sales")).contains(team);
      assertThat(organization.teams()).contains(team).hasSize(2);
      assertThat(organization.user("freja")).contains(user);
      assertThat(organization.members("nordwind-sales")).containsExactly(user);
      assertThat(organization.memberIdsByTeam())
          .containsOnlyKeys("nordwind-sales")
          .containsEntry("nordwind-sales", List.of("freja"));
      assertThat(organization.teamIdsOf("freja")).containsExactly("nordwind-sales");
      assertThat(organization.isEmpty()).isFalse();
    }
  }

  @Test
  void savingAgainChangesAndRemovesRolesThatAreGone() {
    try (Node node = Node.on(Database.H2.create())) {
      node.member("anna", "Anna", "triage");
      var changed = new User("anna", "Anna Keller", null, "root", null, Set.of(Role.MANAGER), true);

      node.changes().save(changed);

      assertThat(node.organization().users()).containsExactly(changed);
      assertThat(node.organization().teamIdsOf("anna")).containsExactly("triage");
    }
  }

  @Test
  void anInactiveUserIsNoMemberAndIsStillThere() {
    try (Node node = Node.on(Database.H2.create())) {
      node.member("anna", "Anna", "triage");

      node.changes().deactivate("anna");

      assertThat(node.organization().members("triage")).isEmpty();
      assertThat(node.organization().memberIdsByTeam()).isEmpty();
      assertThat(node.organization().user("anna")).map(User::active).contains(false);
    }
  }

  @Test
  void administratorsAloneAreNoOrganization() {
    try (Node node = Node.on(Database.H2.create())) {
      node.changes()
          .save(
              new User(
                  "admin",
                  "Admin",
                  null,
                  "root",
                  null,
                  Set.of(Role.ADMINISTRATOR, Role.SELLER),
                  true));
      assertThat(node.organization().isEmpty()).isTrue();

      node.member("anna", "Anna", "triage");
      assertThat(node.organization().isEmpty()).isFalse();
    }
  }

  @Test
  void unitsBelowIncludeTheUnitItselfAndEveryDepth() {
    try (Node node = Node.on(Database.H2.create())) {
      node.changes().save(new BusinessUnit("emea", "EMEA", "root"));
      node.changes().save(new BusinessUnit("dach", "DACH", "emea"));
      node.changes().save(new BusinessUnit("vienna", "Vienna", "dach"));
      node.changes().save(new BusinessUnit("americas", "Americas", "root"));

      assertThat(node.organization().unitsBelow("emea"))
          .containsExactlyInAnyOrder("emea", "dach", "vienna");
      assertThat(node.organization().unitsBelow("vienna")).containsExactly("vienna");
      assertThat(node.organization().unitsBelow("nowhere")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anIdThatCannotBeIsUnknownInsteadOfAnError(Database database) {
    try (Node node = Node.on(database.create())) {
      for (String id : List.of("", "\0", "名前", "x".repeat(10_000), "' or '1'='1")) {
        assertThat(node.organization().unit(id)).isEmpty();
        assertThat(node.organization().team(id)).isEmpty();
        assertThat(node.organization().user(id)).isEmpty();
        assertThat(node.organization().partner(id)).isEmpty();
        assertThat(node.organization().members(id)).isEmpty();
        assertThat(node.organization().teamIdsOf(id)).isEmpty();
        assertThat(node.organization().unitsBelow(id)).isEmpty();
        assertThat(node.organization().login(id)).isEmpty();
        assertThatThrownBy(() -> node.changes().save(new BusinessUnit(id, "Name", null)))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyHasALoginUnderAnIdThatNobodyHas(Database database) {
    try (Node node = Node.on(database.create())) {
      assertThat(node.organization().login("nobody")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPartnerThatMovesTakesItsTeamsAndUsersAlong(Database database) {
    try (Node node = Node.on(database.create())) {
      node.changes().save(new BusinessUnit("emea", "EMEA", "root"));
      node.changes().save(new ChannelPartner("p", "P", "root"));
      node.changes().save(new Team("p-sales", "P Sales", "root", "p"));
      node.changes().save(new User("u", "U", null, "root", "p", Set.of(), true));

      node.changes().save(new ChannelPartner("p", "P", "emea"));

      assertThat(node.organization().team("p-sales")).map(Team::businessUnitId).contains("emea");
      assertThat(node.organization().user("u")).map(User::businessUnitId).contains("emea");
    }
  }

  @Test
  void aPasswordIsKeptAsItsHash() {
    try (Node node = Node.on(Database.H2.create())) {
      node.member("anna", "Anna", "triage");
      assertThat(node.organization().login("anna").orElseThrow().passwordHash()).isNull();

      node.changes().setPassword("anna", "correct horse");

      Login credentials = node.organization().login("anna").orElseThrow();
      assertThat(credentials.passwordHash()).startsWith("{bcrypt}").doesNotContain("horse");
      assertThat(credentials.user().active()).isTrue();
      assertThat(
              PasswordEncoderFactories.createDelegatingPasswordEncoder()
                  .matches("correct horse", credentials.passwordHash()))
          .isTrue();
      assertThat(credentials.toString()).doesNotContain("bcrypt");
    }
  }

  @Test
  void aPasswordThatBcryptWouldCutIsRefused() {
    try (Node node = Node.on(Database.H2.create())) {
      assertThatThrownBy(() -> node.changes().setPassword("anna", "ü".repeat(37)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("72 bytes");
      assertThatThrownBy(() -> node.changes().setPassword("anna", ""))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void changesAreToldInTheirTransactionAndOnlyWhenThereAreAny() {
    try (Node node = Node.on(Database.H2.create(), Heard.class)) {
      node.team("sales");
      node.member("anna", "Anna", "sales");
      node.changes().join("anna", "sales");
      node.changes().leave("anna", "triage");
      node.changes().deactivate("anna");
      node.changes().deactivate("anna");
      node.changes().leave("anna", "sales");

      assertThat(node.get(Heard.class).events)
          .containsExactly(
              new TeamSaved("sales"),
              new UserSaved("anna"),
              new MembershipChanged("anna"),
              new UserSaved("anna"),
              new UserDeactivated("anna"),
              new MembershipChanged("anna"));
    }
  }

  static class Heard {

    final List<Object> events = new ArrayList<>();

    @EventListener
    void on(PayloadApplicationEvent<?> event) {
      assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isTrue();
      events.add(event.getPayload());
    }
  }
}
