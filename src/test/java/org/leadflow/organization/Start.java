package org.leadflow.organization;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** Nodes that go through the start of the organisation, as configured. */
final class Start {

  static final String MERIDIAN = "classpath:organization/meridian.yaml";

  private Start() {}

  static Node start(String url, String administratorPassword, String file) {
    return start(
        url,
        Map.of(
            "leadflow.administrator.password",
            administratorPassword,
            "leadflow.organization.file",
            file));
  }

  /** With further beans of the given types. */
  static Node start(String url, Map<String, Object> settings, Class<?>... more) {
    Class<?>[] types = {
      Settings.class,
      DemoSettings.Demo.class,
      Currencies.class,
      CurrencyChanges.class,
      Calendars.class,
      OrganizationState.class,
      RootReplacement.class,
      OrganizationRows.class,
      OrganizationImport.class,
      ConfiguredFile.class,
      Administrator.class,
      OrganizationAtStart.class
    };
    boolean hasSections = Stream.of(more).anyMatch(OrganizationSection.class::isAssignableFrom);
    Stream<Class<?>> sections = hasSections ? Stream.empty() : Stream.of(AnyPools.class);
    return Node.with(
        url,
        settings,
        Stream.of(Stream.of(more), Stream.of(types), sections)
            .flatMap(each -> each)
            .toArray(Class<?>[]::new));
  }

  static boolean opens(Node node, String user, String password) {
    String hash = node.organization().login(user).orElseThrow().passwordHash();
    return PasswordEncoderFactories.createDelegatingPasswordEncoder().matches(password, hash);
  }

  @EnableConfigurationProperties({
    OrganizationSettings.class,
    AdministratorSettings.class,
    DemoSettings.class
  })
  static class Settings {}

  /** Reads over what the demo says about pools, which is another room's. */
  static class AnyPools implements OrganizationSection {

    @Override
    public String name() {
      return "pools";
    }

    @Override
    public List<FileEntry> export() {
      return List.of();
    }

    @Override
    public Plan plan(List<FileEntry> entries, Map<String, Set<String>> members) {
      return new Plan(List.of(), List.of());
    }

    @Override
    public void put(List<FileEntry> entries) {}
  }
}
