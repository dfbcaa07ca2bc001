package org.leadflow.process.picture;

import java.util.Optional;
import java.util.stream.Collectors;
import org.leadflow.process.house.Picture;
import org.leadflow.process.picture.LeadWay.Step;
import org.leadflow.process.picture.LeadWay.Stretch;
import org.springframework.stereotype.Component;

/** Draws a lead's way onto the diagrams. */
@Component
public class WayPictures {

  private final LeadWays ways;

  WayPictures(LeadWays ways) {
    this.ways = ways;
  }

  /** An SVG. */
  public String of(Stretch stretch) {
    return Picture.of(ways.diagram(stretch), stretch.id(), title(stretch), WayMarks.of(stretch));
  }

  /** Where it stands or, of a closed lead, where it ended; empty before it began. */
  public Optional<Stretch> newest(LeadWay way) {
    return way.processes().stream()
        .reduce((one, other) -> other.endedOn() == null || one.endedOn() != null ? other : one);
  }

  private static String title(Stretch stretch) {
    String now =
        stretch.steps().stream()
            .filter(Step::isNow)
            .map(Step::called)
            .collect(Collectors.joining(", "));
    return stretch.called() + (now.isEmpty() ? ", passed" : ", now at " + now);
  }
}
