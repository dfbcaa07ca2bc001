package org.leadflow.organization;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** The organisation file named in the settings, if any. */
@Component
class ConfiguredFile {

  private static final Logger log = LoggerFactory.getLogger(ConfiguredFile.class);

  private final String location;
  private final ResourceLoader resources;
  private final Organization organization;
  private final OrganizationImport imports;
  private final OrganizationChanges changes;
  private final ObjectProvider<DemoCredentials> demo;

  ConfiguredFile(
      OrganizationSettings settings,
      ResourceLoader resources,
      Organization organization,
      OrganizationImport imports,
      OrganizationChanges changes,
      ObjectProvider<DemoCredentials> demo) {
    this.location = settings.file();
    this.resources = resources;
    this.organization = organization;
    this.imports = imports;
    this.changes = changes;
    this.demo = demo;
  }

  /**
   * Imports the file if nobody but administrators is there. In the demo its users get the demo
   * password at every start, because that may be another one each time.
   */
  void importWhileEmpty() {
    DemoCredentials demoCredentials = demo.getIfAvailable();
    boolean empty = organization.isEmpty();
    if (location.isBlank() || (!empty && demoCredentials == null)) {
      return;
    }
    OrganizationFile file = read();
    if (empty) {
      put(file);
      log.info("Imported {} teams and {} users.", file.teams().size(), file.users().size());
    }
    if (demoCredentials != null) {
      changes.setPassword(file.userIds(), demoCredentials.password());
    }
  }

  private void put(OrganizationFile file) {
    try {
      imports.put(file);
    } catch (OrganizationFileRejected rejected) {
      throw refused(rejected);
    }
  }

  private OrganizationFile read() {
    try {
      return OrganizationFileReader.read(resources.getResource(location), imports.sectionNames());
    } catch (OrganizationFileRejected rejected) {
      throw refused(rejected);
    }
  }

  private InvalidConfigurationPropertyValueException refused(OrganizationFileRejected rejected) {
    return new InvalidConfigurationPropertyValueException(
        "leadflow.organization.file", location, rejected.getMessage());
  }
}
