package org.leadflow.console;

import java.util.List;
import org.leadflow.core.Moment;
import org.leadflow.core.WallClock;
import org.leadflow.deadline.Running;
import org.springframework.stereotype.Component;

/** Says until when something should be done about a lead. */
@Component
class DueLines {

  private final WallClock times;

  DueLines(WallClock times) {
    this.times = times;
  }

  /** A deadline as a line of the page. */
  record Line(String what, Moment due, boolean late) {}

  List<Line> of(List<Running> running) {
    return running.stream()
        .map(
            each ->
                new Line(
                    switch (each.deadline()) {
                      case FIRST_RESPONSE -> "Respond by";
                      case NEXT_STEP -> "Next step by";
                      case QUALIFICATION -> "Qualify by";
                    },
                    times.minute(each.dueOn()),
                    times.isPast(each.dueOn())))
        .toList();
  }
}
