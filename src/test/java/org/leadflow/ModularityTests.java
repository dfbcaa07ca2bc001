package org.leadflow;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The rooms are as their package-info says, and the map of them is drawn from the code. */
class ModularityTests {

  private final ApplicationModules rooms = ApplicationModules.of(Leadflow.class);

  @Test
  void roomsUseOnlyTheRoomsTheyName() {
    rooms.verify();
  }

  @Test
  void theMapOfTheRoomsIsDrawn() {
    new Documenter(rooms).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
  }
}
