package org.leadflow.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leadflow.core.Moment;
import org.leadflow.core.WallClock;
import org.leadflow.deadline.Deadlines;
import org.leadflow.deadline.Running;
import org.leadflow.lead.Lead;
import org.leadflow.offer.Offer;
import org.leadflow.offer.Offers;
import org.springframework.stereotype.Component;

/** Says until when something should be done about a lead. */
@Component
class DueLines {

  private final Deadlines deadlines;
  private final Offers offers;
  private final WallClock times;

  DueLines(Deadlines deadlines, Offers offers, WallClock times) {
    this.deadlines = deadlines;
    this.offers = offers;
    this.times = times;
  }

  /** A deadline as a line of the page. */
  record Line(String what, Moment due, boolean late) {}

  /** Of a lead that is on offer nothing but until when the partner may answer. */
  List<Line> of(Lead lead) {
    if (lead.owningPartner() != null) {
      Optional<Offer> offer = offers.open(lead.leadId());
      if (offer.isPresent()) {
        Instant lapse = offer.get().lapsesOn();
        return List.of(new Line("Partner answers by", times.minute(lapse), times.isPast(lapse)));
      }
    }
    return of(deadlines.of(lead));
  }

  private List<Line> of(List<Running> running) {
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
