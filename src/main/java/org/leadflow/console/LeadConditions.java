package org.leadflow.console;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.leadflow.access.Caller;
import org.leadflow.core.Condition;
import org.leadflow.core.FieldFault;
import org.leadflow.core.PageSettings;
import org.leadflow.duplicates.LeadWords;
import org.leadflow.lead.OptionSet;
import org.leadflow.lead.StateCode;
import org.leadflow.lead.StatusCode;
import org.leadflow.organization.Organization;
import org.springframework.stereotype.Component;

/** Says a filter as a condition on rows of {@code lead}; what cannot be understood is told. */
@Component
class LeadConditions {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String WAITING =
      "state_code = 0 AND first_responded_on IS NULL AND sla_due_on IS NOT NULL";

  private final LeadWords words;
  private final Organization organization;
  private final ZoneId zone;
  private final Clock clock;

  LeadConditions(LeadWords words, Organization organization, PageSettings settings, Clock clock) {
    this.words = words;
    this.organization = organization;
    this.zone = settings.zone();
    this.clock = clock;
  }

  /**
   * A filter understood.
   *
   * @param faults the fields that were not, which the condition leaves out
   */
  record Understood(Condition condition, List<FieldFault> faults) {}

  Understood of(LeadFilter filter, Caller caller) {
    List<FieldFault> faults = new ArrayList<>();
    Condition all = Condition.ALL;
    for (String field : LeadFilter.FIELDS) {
      if (!filter.get(field).isEmpty() && !field.equals("sort")) {
        try {
          all = all.and(one(field, filter.get(field), caller));
        } catch (NotUnderstood fault) {
          faults.add(new FieldFault(field, fault.getMessage()));
        }
      }
    }
    return new Understood(all, faults);
  }

  private Condition one(String field, String typed, Caller caller) throws NotUnderstood {
    return switch (field) {
      case "q" -> words.condition(typed);
      case "state" -> Condition.of("state_code = :state", "state", state(typed));
      case "reason" -> Condition.of("status_code = :reason", "reason", reason(typed));
      case "owner" -> owner(typed, caller);
      case "unit" -> unit(id(typed));
      case "partner" -> Condition.of("owning_partner = :partner", "partner", id(typed));
      case "source" -> Condition.of("lead_source_code = :source", "source", source(typed));
      case "campaign" -> Condition.of("campaign_id = :campaign", "campaign", typed);
      case "grade" -> Condition.of("grade = :grade", "grade", grade(typed));
      case "score" -> Condition.of("score >= :score", "score", score(typed));
      case "from" -> Condition.of("created_on >= :from", "from", start(day(typed)));
      case "to" -> Condition.of("created_on < :to", "to", start(day(typed).plusDays(1)));
      default -> due(typed);
    };
  }

  private Condition unit(String id) {
    Set<String> below = organization.unitsBelow(id);
    return below.isEmpty()
        ? Condition.NONE
        : Condition.of("owning_business_unit IN (:units)", "units", below);
  }

  private Condition due(String typed) throws NotUnderstood {
    OffsetDateTime until =
        switch (typed) {
          case "waiting" -> null;
          case "overdue" -> clock.instant().atOffset(ZoneOffset.UTC);
          case "today" -> start(LocalDate.ofInstant(clock.instant(), zone).plusDays(1));
          default -> throw new NotUnderstood("must be waiting, overdue or today");
        };
    return until == null
        ? Condition.of(WAITING)
        : Condition.of(WAITING + " AND sla_due_on < :due", "due", until);
  }

  private static Condition owner(String typed, Caller caller) throws NotUnderstood {
    if (typed.equals("me")) {
      return Condition.of("owner_user = :owner", "owner", caller.userId());
    }
    if (typed.equals("my-teams")) {
      Set<String> teams = caller.teamIds();
      return teams.isEmpty()
          ? Condition.NONE
          : Condition.of("owner_team IN (:teams)", "teams", teams);
    }
    if (typed.equals("queue")) {
      return Condition.of("owner_team IS NOT NULL");
    }
    if (typed.startsWith("user:")) {
      return Condition.of("owner_user = :owner", "owner", id(typed.substring(5)));
    }
    if (typed.startsWith("team:")) {
      return Condition.of("owner_team = :owner", "owner", id(typed.substring(5)));
    }
    throw new NotUnderstood("must be one of the list");
  }

  private static int state(String typed) throws NotUnderstood {
    return Arrays.stream(StateCode.values())
        .filter(state -> state.label().equalsIgnoreCase(typed))
        .findFirst()
        .orElseThrow(() -> new NotUnderstood("must be open, qualified or disqualified"))
        .code();
  }

  private static int reason(String typed) throws NotUnderstood {
    return StatusCode.of(number(typed))
        .orElseThrow(() -> new NotUnderstood("must be one of the list"))
        .code();
  }

  private static int source(String typed) throws NotUnderstood {
    int code = number(typed);
    if (OptionSet.LEAD_SOURCE.label(code).isEmpty()) {
      throw new NotUnderstood("must be one of the list");
    }
    return code;
  }

  private static String grade(String typed) throws NotUnderstood {
    if (!List.of("A", "B", "C", "D").contains(typed)) {
      throw new NotUnderstood("must be A, B, C or D");
    }
    return typed;
  }

  private static int score(String typed) throws NotUnderstood {
    int score = number(typed);
    if (score < 0 || score > 100) {
      throw new NotUnderstood("must be a number from 0 to 100");
    }
    return score;
  }

  private static String id(String typed) throws NotUnderstood {
    if (!ID.matcher(typed).matches()) {
      throw new NotUnderstood("must be one of the list");
    }
    return typed;
  }

  private static int number(String typed) throws NotUnderstood {
    try {
      return Integer.parseInt(typed);
    } catch (NumberFormatException no) {
      throw new NotUnderstood("must be a number");
    }
  }

  private static LocalDate day(String typed) throws NotUnderstood {
    try {
      LocalDate day = LocalDate.parse(typed);
      if (day.getYear() >= 1900 && day.getYear() < 9999) {
        return day;
      }
    } catch (DateTimeParseException no) {
      // said below
    }
    throw new NotUnderstood("must be a day such as 2026-11-30");
  }

  private OffsetDateTime start(LocalDate day) {
    Instant start = day.atStartOfDay(zone).toInstant();
    return start.atOffset(ZoneOffset.UTC);
  }

  private static final class NotUnderstood extends Exception {

    private NotUnderstood(String why) {
      super(why, null, false, false);
    }
  }
}
