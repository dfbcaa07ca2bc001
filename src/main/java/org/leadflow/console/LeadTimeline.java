package org.leadflow.console;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Moment;
import org.leadflow.core.WallClock;
import org.leadflow.lead.activity.Activities;
import org.leadflow.lead.activity.ActivityState;
import org.leadflow.lead.activity.LeadActivity;
import org.leadflow.lead.timeline.Timeline;
import org.leadflow.lead.timeline.TimelineItem;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Tells what happened around a lead, and what is still to be done for it. */
@Component
class LeadTimeline {

  private static final int LINES = 100;
  private static final PageRequest SOONEST =
      PageRequest.of(0, 50, Sort.by("scheduledEnd", "createdOn"));

  private final Timeline timeline;
  private final Activities activities;
  private final Names names;
  private final WallClock times;

  LeadTimeline(Timeline timeline, Activities activities, Names names, WallClock times) {
    this.timeline = timeline;
    this.activities = activities;
    this.names = names;
    this.times = times;
  }

  /** An activity that nobody has done yet. */
  record ToDo(
      UUID id, String what, String subject, String who, @Nullable Moment due, boolean late) {}

  /** The newest, without the lines of the trail, which stand in a table of their own. */
  List<TimelineLine> of(UUID leadId) {
    return timeline.of(leadId, PageRequest.of(0, LINES)).stream()
        .filter(item -> !item.kind().equals("TRAIL"))
        .map(this::line)
        .toList();
  }

  List<ToDo> open(UUID leadId) {
    return activities.of(leadId, ActivityState.OPEN.code(), SOONEST).stream()
        .map(this::toDo)
        .toList();
  }

  private ToDo toDo(LeadActivity activity) {
    return new ToDo(
        activity.activityId(),
        TimelineWords.activity(activity.activityTypeCode().logicalName()),
        activity.subject(),
        names.user(activity.ownerId()),
        times.minuteOrNone(activity.scheduledEnd()),
        activity.scheduledEnd() != null && times.isPast(activity.scheduledEnd()));
  }

  private TimelineLine line(TimelineItem item) {
    // Their title is the id of the owner, which the text names already.
    boolean titled = !item.kind().equals("DECISION") && !item.kind().equals("DEADLINE");
    return new TimelineLine(
        times.minute(item.happenedOn()),
        what(item),
        titled ? item.title() : null,
        item.shortened() ? item.text() + " …" : item.text(),
        item.happenedBy() == null ? null : names.actor(item.happenedBy()),
        null);
  }

  private static String what(TimelineItem item) {
    return switch (item.kind()) {
      case "DECISION" -> "Decision: " + words(item.what());
      case "DEADLINE" -> "Deadline: " + words(item.what());
      default -> TimelineWords.of(item);
    };
  }

  private static String words(String name) {
    return name.replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
