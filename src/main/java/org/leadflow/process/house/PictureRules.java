package org.leadflow.process.house;

import java.util.List;

/** The picture is of today's diagram. */
final class PictureRules {

  private PictureRules() {}

  static String nameOf(HouseDiagram diagram) {
    return "pictures/" + diagram.id() + ".svg";
  }

  static List<String> findings(HouseDiagram diagram, House house) {
    return house.document(nameOf(diagram)).filter(Picture.of(diagram)::equals).isPresent()
        ? List.of()
        : List.of("its picture is not of this diagram; draw it with " + CheckProcesses.DRAW);
  }
}
