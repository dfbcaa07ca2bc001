package org.leadflow.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.console.TimelineLine.FromLead;
import org.leadflow.core.WallClock;
import org.leadflow.customer.Stage;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.RecordKind;
import org.leadflow.lead.stakeholder.OpportunityStakeholder;
import org.leadflow.lead.stakeholder.OpportunityStakeholders;
import org.leadflow.lead.stakeholder.StakeholderRole;
import org.leadflow.lead.stakeholder.StakeholderRoles;
import org.leadflow.lead.timeline.RecordTimeline;
import org.leadflow.lead.timeline.TimelineItem;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Gathers what there is to tell of an opportunity that the reader may see. */
@Component
class OpportunityStories {

  private static final int LINES = 100;

  private final RecordTimeline timeline;
  private final OpportunityStakeholders stakeholders;
  private final StakeholderRoles roles;
  private final CustomerRecords customers;
  private final LeadRecords leads;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final Names names;
  private final WallClock times;

  OpportunityStories(
      RecordTimeline timeline,
      OpportunityStakeholders stakeholders,
      StakeholderRoles roles,
      CustomerRecords customers,
      LeadRecords leads,
      Permissions permissions,
      CurrentCaller callers,
      Names names,
      WallClock times) {
    this.timeline = timeline;
    this.stakeholders = stakeholders;
    this.roles = roles;
    this.customers = customers;
    this.leads = leads;
    this.permissions = permissions;
    this.callers = callers;
    this.names = names;
    this.times = times;
  }

  /** The newest of what happened around it. */
  List<TimelineLine> timeline(UUID opportunityId) {
    return timeline
        .of(RecordKind.OPPORTUNITY, opportunityId, PageRequest.of(0, LINES))
        .map(this::line)
        .getContent();
  }

  /** Who has a say in it; whom the reader may not see is there without a name. */
  List<Became> stakeholders(UUID opportunityId) {
    Map<String, String> roleNames =
        roles.findAllByOrderByPlaceAscRoleIdAsc().stream()
            .collect(Collectors.toMap(StakeholderRole::roleId, StakeholderRole::name));
    return stakeholders.of(opportunityId).stream()
        .map(
            one ->
                new Became(
                    roleNames.getOrDefault(one.roleId(), one.roleId()),
                    one.contactId(),
                    name(one),
                    one.isPrimary() ? "primary" : null,
                    null))
        .toList();
  }

  private String name(OpportunityStakeholder one) {
    return customers.of(null, one.contactId(), null).stream()
        .map(Became::name)
        .findFirst()
        .orElse("A contact that you may not see");
  }

  private TimelineLine line(TimelineItem item) {
    return new TimelineLine(
        times.minute(item.happenedOn()),
        what(item),
        item.title(),
        item.shortened() ? item.text() + " …" : item.text(),
        item.happenedBy() == null ? null : names.actor(item.happenedBy()),
        item.leadId() == null ? null : lead(item.leadId()));
  }

  private static String what(TimelineItem item) {
    return item.kind().equals("TRAIL") ? trail(item.what(), item.status()) : TimelineWords.of(item);
  }

  private static String trail(String action, @Nullable String stage) {
    return switch (action) {
      case "ADVANCED" -> "Advanced to " + (stage == null ? "" : Stage.valueOf(stage).label());
      default -> action.charAt(0) + action.substring(1).toLowerCase(Locale.ROOT);
    };
  }

  private FromLead lead(UUID leadId) {
    return leads
        .find(leadId)
        .filter(lead -> permissions.allows(callers.get(), Privilege.READ, lead))
        .map(lead -> new FromLead(leadId, String.valueOf(lead.fields().subject())))
        .orElse(new FromLead(null, "that you may not see"));
  }
}
