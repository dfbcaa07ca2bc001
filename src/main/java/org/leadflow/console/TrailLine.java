package org.leadflow.console;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Actor.Door;
import org.leadflow.core.Moment;
import org.leadflow.core.WallClock;
import org.leadflow.lead.AuditEntry;
import org.leadflow.organization.Owner;

/**
 * Something that happened to a lead: when, what, who, through which door, and whose it is since.
 */
record TrailLine(
    Moment at, String what, @Nullable String details, String who, String door, String owner) {

  static TrailLine of(AuditEntry entry, Names names, WallClock times) {
    Owner owner =
        entry.ownerUser() != null ? Owner.user(entry.ownerUser()) : Owner.team(entry.ownerTeam());
    return new TrailLine(
        times.second(entry.at()),
        what(entry.action()),
        entry.details(),
        names.actor(entry.actor()),
        door(entry.door()),
        names.owner(owner));
  }

  private static String what(AuditEntry.Action action) {
    String name = action.name().replace('_', ' ');
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String door(Door door) {
    return switch (door) {
      case API -> "API";
      case TASKLIST -> "Tasklist";
      case PAGE -> "page";
      case IMPORT -> "import";
      case BATCH -> "API, many at once";
      case FORM -> "web form";
      case WEBHOOK -> "webhook";
      case PROCESS -> "process";
      case RULE -> "rules";
      case TIMER -> "timer";
    };
  }
}
