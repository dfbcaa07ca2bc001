package org.leadflow.process.house;

import java.util.List;

/**
 * Something that a running product knows about diagrams and nobody else, such as what is
 * configured.
 */
@FunctionalInterface
public interface DiagramRule {

  /** Sentences about what must be mended before the diagram may be deployed. */
  List<String> findings(HouseDiagram diagram);

  /** The same about the folder as a whole. */
  default List<String> findings(House house) {
    return List.of();
  }
}
