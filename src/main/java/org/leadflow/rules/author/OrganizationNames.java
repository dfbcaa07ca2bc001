package org.leadflow.rules.author;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leadflow.rules.Receivers;
import org.leadflow.rules.Receivers.Home;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Takes out of an organisation file who may be named in rules; the product checks the rest. */
final class OrganizationNames {

  /** Every installation has this team; it takes what nobody else does. */
  private static final String INTAKE_TEAM = "triage";

  private final Map<?, ?> file;

  private OrganizationNames(Map<?, ?> file) {
    this.file = file;
  }

  /**
   * @throws IOException when it cannot be read, or is no organisation file
   */
  static Receivers read(InputStream file) throws IOException {
    try (var text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      if (read instanceof Map<?, ?> map) {
        return new OrganizationNames(map).receivers();
      }
    } catch (YAMLException broken) {
      throw new IOException("it is not YAML: " + broken.getMessage(), broken);
    }
    throw new IOException("it lists no units, partners, teams and users");
  }

  private Receivers receivers() {
    Map<String, String> units = new HashMap<>();
    entries("units").forEach(each -> units.put(text(each, "id"), text(each, "parent")));
    Map<String, String> partners = new HashMap<>();
    entries("partners").forEach(each -> partners.put(text(each, "id"), text(each, "unit")));
    Map<String, Home> teams = new HashMap<>();
    entries("teams").forEach(each -> teams.put(text(each, "id"), home(each, partners)));
    Map<String, Home> people = new HashMap<>();
    Set<String> left = new HashSet<>();
    for (Map<?, ?> user : entries("users")) {
      if ("false".equals(text(user, "active"))) {
        left.add(text(user, "id"));
      } else {
        people.put(text(user, "id"), home(user, partners));
      }
    }
    return new Receivers(units, partners.keySet(), teams, people, left, INTAKE_TEAM);
  }

  private static Home home(Map<?, ?> entry, Map<String, String> partners) {
    String partner = text(entry, "partner");
    return partner.isEmpty()
        ? new Home(text(entry, "unit"), null)
        : new Home(partners.getOrDefault(partner, ""), partner);
  }

  private List<Map<?, ?>> entries(String name) {
    return file.get(name) instanceof List<?> list
        ? list.stream()
            .filter(each -> each instanceof Map)
            .<Map<?, ?>>map(each -> (Map<?, ?>) each)
            .toList()
        : List.of();
  }

  private static String text(Map<?, ?> entry, String key) {
    Object value = entry.get(key);
    return value == null ? "" : value.toString();
  }
}
