package org.leadflow.process.house;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The element templates that belong to the building blocks of this product. Modeler reads them from
 * the folder of the diagrams; here they come with the classes, because the blocks do.
 */
record Templates(List<Template> all) {

  private static final String PLACE = "classpath:processes/.camunda/element-templates/*.json";

  static Templates ofTheseClasses() {
    var json = JsonMapper.builder().build();
    List<Template> found = new ArrayList<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(PLACE)) {
        found.add(new Template(file.getFilename(), json.readTree(file.getContentAsByteArray())));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("Cannot read the element templates", broken);
    }
    found.sort(Comparator.comparing(Template::file));
    return new Templates(found);
  }

  Optional<Template> withId(String id) {
    return all.stream().filter(template -> template.id().equals(id)).findFirst();
  }

  Optional<Template> ofStep(String block) {
    return all.stream()
        .filter(template -> template.step().filter(block::equals).isPresent())
        .findFirst();
  }
}
