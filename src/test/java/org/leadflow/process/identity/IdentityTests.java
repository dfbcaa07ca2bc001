package org.leadflow.process.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.leadflow.access.People;
import org.leadflow.access.RunningLeadflow;
import org.leadflow.organization.Organization;
import org.leadflow.organization.OrganizationChanges;
import org.leadflow.organization.Role;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@RunningLeadflow
class IdentityTests {

  @Autowired People people;
  @Autowired Organization organization;
  @Autowired OrganizationChanges changes;
  @Autowired IdentityService identities;
  @Autowired AuthorizationService authorizations;
  @Autowired TransactionOperations transactions;
  @Autowired PrepareIdentities prepare;
  @Autowired JdbcClient jdbc;

  @Test
  void aSellerIsInTheGroupsOfHisTeamsAndOfTheSellers() {
    assertThat(groupsOf("anna")).containsExactlyInAnyOrder("sellers", "emea-inside-sales");
    assertThat(groupsOf("freja")).containsExactlyInAnyOrder("sellers", "nordwind-sales");
    assertThat(groupsOf("mona")).containsExactly("sellers");
  }

  @Test
  void operatorsAndAdministratorsMayDoEverythingInTheEngine() {
    assertThat(groupsOf("otto")).containsExactly("camunda-admin");
    assertThat(groupsOf("ada")).containsExactly("camunda-admin");
  }

  @Test
  void aProgramHasNothingToDoInTheEngine() {
    assertThat(identities.createUserQuery().userId("website").count()).isZero();
  }

  @Test
  void nobodyHasAPasswordInTheEngine() {
    assertThat(jdbc.sql("select distinct pwd_ from act_id_user").query(String.class).list())
        .containsOnlyNulls();
  }

  @Test
  void theEngineFollowsEveryChange() {
    people.person("piet", "Piet van Dam", "emea", null, Role.SELLER);
    assertThat(identities.createUserQuery().userId("piet").singleResult())
        .satisfies(
            piet -> {
              assertThat(piet.getFirstName()).isEqualTo("Piet");
              assertThat(piet.getLastName()).isEqualTo("van Dam");
              assertThat(piet.getEmail()).isEqualTo("piet@example.com");
            });

    changes.save(new Team("pilots", "Pilots", "emea", null));
    changes.join("piet", "pilots");
    assertThat(groupsOf("piet")).containsExactlyInAnyOrder("sellers", "pilots");

    changes.save(new Team("pilots", "Test pilots", "emea", null));
    assertThat(identities.createGroupQuery().groupId("pilots").singleResult().getName())
        .isEqualTo("Test pilots");

    changes.save(new User("piet", "Piet", null, "emea", null, Set.of(Role.OPERATOR), true));
    assertThat(groupsOf("piet")).containsExactlyInAnyOrder("camunda-admin", "pilots");

    changes.leave("piet", "pilots");
    assertThat(groupsOf("piet")).containsExactly("camunda-admin");

    changes.deactivate("piet");
    assertThat(identities.createUserQuery().userId("piet").count()).isZero();
    assertThat(groupsOf("piet")).isEmpty();

    changes.activate("piet");
    assertThat(groupsOf("piet")).containsExactly("camunda-admin");
  }

  @Test
  void whatIsRolledBackIsSoInBoth() {
    transactions.executeWithoutResult(
        transaction -> {
          people.person("ghost", "Ghost", "emea", null, Role.SELLER);
          transaction.setRollbackOnly();
        });
    assertThat(organization.user("ghost")).isEmpty();
    assertThat(identities.createUserQuery().userId("ghost").count()).isZero();
  }

  @Test
  void aMemberMayBeToldOfBeforeHisTeam() {
    people.person("nina", "Nina New", "emea", null, Role.SELLER);
    transactions.executeWithoutResult(
        transaction -> {
          changes.save(new User("nina", "Nina Now", null, "emea", null, Set.of(Role.SELLER), true));
          changes.save(new Team("newcomers", "Newcomers", "emea", null));
          changes.join("nina", "newcomers");
        });
    assertThat(groupsOf("nina")).containsExactlyInAnyOrder("sellers", "newcomers");
  }

  @Test
  void noTeamTakesTheNameOfAGroupWithPowers() {
    for (String reserved : new String[] {"camunda-admin", "sellers"}) {
      assertThatThrownBy(() -> changes.save(new Team(reserved, "Trojans", "emea", null)))
          .hasMessageContaining("reserved");
      assertThat(organization.team(reserved)).isEmpty();
    }
  }

  @Test
  void aStartMakesGoodWhatDrifted() {
    long grants = authorizations.createAuthorizationQuery().count();
    identities.saveUser(identities.newUser("stranger"));
    identities.createMembership("stranger", "camunda-admin");
    identities.createMembership("anna", "camunda-admin");
    identities.deleteMembership("anna", "emea-inside-sales");
    identities.deleteUser("mona");
    identities.saveGroup(identities.newGroup("conspiracy"));

    prepare.start();

    assertThat(identities.createUserQuery().userId("stranger").count()).isZero();
    assertThat(identities.createGroupQuery().groupId("conspiracy").count()).isZero();
    assertThat(groupsOf("anna")).containsExactlyInAnyOrder("sellers", "emea-inside-sales");
    assertThat(groupsOf("mona")).containsExactly("sellers");
    assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(grants);
  }

  @Test
  void sellersOpenTasklistAndNothingElse() {
    Set<String> sellers = Set.of(Groups.SELLERS);
    for (String app : new String[] {"cockpit", "admin"}) {
      assertThat(
              authorizations.isUserAuthorized(
                  "anna",
                  sellers.stream().toList(),
                  Permissions.ACCESS,
                  Resources.APPLICATION,
                  app))
          .isFalse();
    }
    assertThat(
            authorizations.isUserAuthorized(
                "anna",
                sellers.stream().toList(),
                Permissions.ACCESS,
                Resources.APPLICATION,
                "tasklist"))
        .isTrue();
  }

  private Set<String> groupsOf(String user) {
    return identities.createGroupQuery().groupMember(user).list().stream()
        .map(Group::getId)
        .collect(Collectors.toSet());
  }
}
