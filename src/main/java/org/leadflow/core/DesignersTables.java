package org.leadflow.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** The tables that process designers keep beside their diagrams. */
@Component
public final class DesignersTables {

  private static final String IN_THE_PRODUCT = "classpath:processes/";

  private final ResourceLoader resources;
  private final String folder;

  DesignersTables(
      ResourceLoader resources,
      @Value("${leadflow.processes.location:" + IN_THE_PRODUCT + "}") String folder) {
    this.resources = resources;
    this.folder = folder.endsWith("/") ? folder : folder + "/";
  }

  /**
   * What a table says. A wrong one ends the start: the product keeps no earlier copy, and with any
   * other leads would be reminded of, taken away and offered as nobody wants it.
   *
   * @param setting the setting that may name another
   * @param set what it says; empty for the table beside the diagrams, or the copy in the product
   *     where there is none
   * @param reading throws an {@link IllegalArgumentException} that names the lines to mend
   */
  public <T> T read(String setting, String set, String name, Function<String, T> reading) {
    Resource table = find(set, name);
    try {
      return reading.apply(table.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException fault) {
      throw new BrokenTable(place(table), setting, fault);
    }
  }

  private Resource find(String set, String name) {
    if (!set.isBlank()) {
      return resources.getResource(set);
    }
    Resource beside = resources.getResource(folder + name);
    return beside.exists() ? beside : resources.getResource(IN_THE_PRODUCT + name);
  }

  /** The path where it is a file. */
  private static String place(Resource table) {
    try {
      return table.isFile() ? table.getFile().getPath() : table.getDescription();
    } catch (IOException none) {
      return table.getDescription();
    }
  }
}
