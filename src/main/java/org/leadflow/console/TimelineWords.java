package org.leadflow.console;

import java.util.Locale;
import java.util.Map;
import org.leadflow.lead.timeline.TimelineItem;

/** Says what something on a timeline is. */
final class TimelineWords {

  private static final Map<String, String> ACTIVITIES =
      Map.of(
          "phonecall", "Phone call",
          "email", "E-mail",
          "appointment", "Appointment",
          "task", "Task");

  private TimelineWords() {}

  static String activity(String type) {
    return ACTIVITIES.getOrDefault(type, type);
  }

  static String of(TimelineItem item) {
    return switch (item.kind()) {
      case "NOTE" -> "Note";
      case "REQUEST" -> "Request via " + item.what();
      case "ATTACHMENT" -> "File";
      case "ACTIVITY" ->
          activity(item.what()) + ", " + String.valueOf(item.status()).toLowerCase(Locale.ROOT);
      default -> {
        String kind = item.kind().replace('_', ' ');
        yield kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT);
      }
    };
  }
}
