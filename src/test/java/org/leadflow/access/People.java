package org.leadflow.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.ChannelPartner;
import org.leadflow.organization.OrganizationChanges;
import org.leadflow.organization.Role;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.test.context.TestComponent;

/**
 * Who is there in the tests of the doors: units meridian over emea over dach, and americas beside
 * emea; each user has one role.
 */
@TestComponent
public class People implements SmartInitializingSingleton {

  public static final String PASSWORD = "Correct-Horse-7-Battery";

  private final OrganizationChanges changes;

  People(OrganizationChanges changes) {
    this.changes = changes;
  }

  @Override
  public void afterSingletonsInstantiated() {
    changes.save(new BusinessUnit("emea", "Europe", "root"));
    changes.save(new BusinessUnit("dach", "DACH", "emea"));
    changes.save(new BusinessUnit("americas", "Americas", "root"));
    changes.save(new ChannelPartner("nordwind", "Nordwind", "emea"));
    changes.save(new Team("emea-inside-sales", "EMEA Inside Sales", "emea", null));
    changes.save(new Team("nordwind-sales", "Nordwind Sales", "emea", "nordwind"));
    person("anna", "Anna Keller", "emea", null, Role.SELLER);
    person("mona", "Mona Meier", "emea", null, Role.MANAGER);
    person("website", "Website", "root", null, Role.INTEGRATOR);
    person("otto", "Otto Ort", "root", null, Role.OPERATOR);
    person("ada", "Ada Lund", "root", null, Role.ADMINISTRATOR);
    person("freja", "Freja Lindqvist", "emea", "nordwind", Role.SELLER);
    changes.join("anna", "emea-inside-sales");
    changes.join("freja", "nordwind-sales");
  }

  /** A further user with this password, for tests that change him. */
  public void person(String id, String name, String unit, @Nullable String partner, Role... roles) {
    changes.save(new User(id, name, id + "@example.com", unit, partner, Set.of(roles), true));
    changes.setPassword(id, PASSWORD);
  }
}
