package org.leadflow.organization;

import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;

/** The configured administrator: the one user who is there whatever happened to the others. */
@Component
class Administrator {

  private static final String PASSWORD = "leadflow.administrator.password";

  private final AdministratorSettings settings;
  private final ObjectProvider<DemoCredentials> demo;
  private final Organization organization;
  private final OrganizationChanges changes;

  Administrator(
      AdministratorSettings settings,
      ObjectProvider<DemoCredentials> demo,
      Organization organization,
      OrganizationChanges changes) {
    this.settings = settings;
    this.demo = demo;
    this.organization = organization;
    this.changes = changes;
  }

  /** Creates the administrator, or renews role and password of the one who is there. */
  void save() {
    String id = settings.id();
    if (!ReadableId.fits(id)) {
      throw new InvalidConfigurationPropertyValueException(
          "leadflow.administrator.id", id, "An id has " + ReadableId.FORM + ".");
    }
    String password = password();
    changes.save(organization.user(id).orElseGet(this::create).activeWith(Role.ADMINISTRATOR));
    try {
      changes.setPassword(List.of(id), password);
    } catch (IllegalArgumentException unusable) {
      // Not the exception for wrong settings: its analysis would print the password.
      throw new IllegalStateException("The administrator's password cannot be used.", unusable);
    }
  }

  private String password() {
    if (!settings.password().isEmpty()) {
      return settings.password();
    }
    DemoCredentials demoCredentials = demo.getIfAvailable();
    if (demoCredentials == null) {
      throw new InvalidConfigurationPropertyValueException(
          PASSWORD,
          "",
          "Without it nobody could log in. Set the environment variable ADMIN_PASSWORD (or this"
              + " property) to the password that '%s' is to have.".formatted(settings.id()));
    }
    return demoCredentials.password();
  }

  private User create() {
    String root =
        organization.units().stream()
            .filter(unit -> unit.parentId() == null)
            .map(BusinessUnit::id)
            .findFirst()
            .orElseThrow();
    return new User(settings.id(), "Administrator", null, root, null, Set.of(), true);
  }
}
