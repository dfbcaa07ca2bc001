package org.leadflow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leadflow.access.AccessLevel.BASIC;
import static org.leadflow.access.AccessLevel.DEEP;
import static org.leadflow.access.AccessLevel.GLOBAL;
import static org.leadflow.access.AccessLevel.LOCAL;
import static org.leadflow.access.AccessLevel.NONE;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.organization.Role;
import org.springframework.beans.factory.annotation.Autowired;

@RunningLeadflow
class PermissionsTests {

  @Autowired Permissions permissions;

  @Test
  void aSellerWorksWhatHeAndHisTeamsOwnAndDeletesNothing() {
    Caller seller = caller(null, Role.SELLER);
    assertThat(permissions.level(seller, Privilege.READ)).isEqualTo(BASIC);
    assertThat(permissions.level(seller, Privilege.CREATE)).isEqualTo(BASIC);
    assertThat(permissions.level(seller, Privilege.WRITE)).isEqualTo(BASIC);
    assertThat(permissions.level(seller, Privilege.APPEND)).isEqualTo(BASIC);
    assertThat(permissions.level(seller, Privilege.APPEND_TO)).isEqualTo(BASIC);
    assertThat(permissions.level(seller, Privilege.ASSIGN)).isEqualTo(BASIC);
    assertThat(permissions.level(seller, Privilege.DELETE)).isEqualTo(NONE);
    assertThat(permissions.level(seller, Privilege.SHARE)).isEqualTo(NONE);
  }

  @Test
  void anIntegratorBringsAndReadsRecordsOfHisUnitsAndNothingElse() {
    Caller integrator = caller(null, Role.INTEGRATOR);
    assertThat(permissions.level(integrator, Privilege.CREATE)).isEqualTo(DEEP);
    assertThat(permissions.level(integrator, Privilege.READ)).isEqualTo(DEEP);
    assertThat(permissions.level(integrator, Privilege.WRITE)).isEqualTo(NONE);
    assertThat(permissions.level(integrator, Privilege.ASSIGN)).isEqualTo(NONE);
    assertThat(permissions.level(integrator, Privilege.DELETE)).isEqualTo(NONE);
    assertThat(permissions.level(integrator, Privilege.APPEND)).isEqualTo(NONE);
  }

  @ParameterizedTest
  @EnumSource
  void managersReachTheirUnitsAndOperatorsEverything(Privilege privilege) {
    assertThat(permissions.level(caller(null, Role.MANAGER), privilege)).isEqualTo(DEEP);
    assertThat(permissions.level(caller(null, Role.OPERATOR), privilege)).isEqualTo(GLOBAL);
    assertThat(permissions.level(caller(null, Role.ADMINISTRATOR), privilege)).isEqualTo(GLOBAL);
  }

  @ParameterizedTest
  @EnumSource
  void theLeastRestrictiveRoleCounts(Privilege privilege) {
    Caller both = caller(null, Role.SELLER, Role.MANAGER);
    assertThat(permissions.level(both, privilege)).isEqualTo(DEEP);
  }

  @ParameterizedTest
  @EnumSource
  void aPartnersUserNeverReachesBeyondHisPartnerWhateverHisRole(Privilege privilege) {
    for (Role role : Role.values()) {
      assertThat(permissions.level(caller("nordwind", role), privilege)).isLessThanOrEqualTo(LOCAL);
    }
    assertThat(permissions.level(caller("nordwind", Role.ADMINISTRATOR), privilege))
        .isEqualTo(LOCAL);
  }

  @ParameterizedTest
  @EnumSource
  void nobodyWithoutARoleMayDoAnything(Privilege privilege) {
    assertThatThrownBy(() -> permissions.require(caller(null), privilege))
        .isInstanceOf(MissingPrivilege.class)
        .hasMessageContaining(privilege.words());
  }

  @Test
  void whatIsNotMissingIsNotRefused() {
    permissions.require(caller(null, Role.SELLER), Privilege.READ);
  }

  @Test
  void theUnitsBelowAreThoseOfTheOrganisation() {
    Caller manager = caller(null, Role.MANAGER);
    assertThat(permissions.allows(manager, Privilege.READ, in("dach"))).isTrue();
    assertThat(permissions.allows(manager, Privilege.READ, in("americas"))).isFalse();
    assertThat(permissions.allows(manager, Privilege.READ, in("root"))).isFalse();
    assertThat(permissions.allows(caller(null, Role.SELLER), Privilege.DELETE, in("emea")))
        .isFalse();
  }

  private static Owned in(String unit) {
    return new ReachTests.Thing("thing", "somebody", null, unit, null);
  }

  private static Caller caller(@Nullable String partner, Role... roles) {
    return new Caller("paula", "emea", partner, Set.of(), Set.copyOf(Arrays.asList(roles)));
  }
}
