package org.leadflow.reporting;

import java.util.Map;
import java.util.stream.Collectors;
import org.leadflow.lead.OptionSet;
import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.ChannelPartner;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;
import org.leadflow.reporting.Report.Line;
import org.leadflow.reporting.Report.Stands;
import org.springframework.stereotype.Component;

/**
 * Says the groups of a report as people call them; an id that nobody has any more stays as it is.
 */
@Component
class Labels {

  private final Organization organization;

  Labels(Organization organization) {
    this.organization = organization;
  }

  /** What to call the groups of one dimension. */
  Names of(Dimension dimension) {
    Map<String, String> names = names(dimension);
    return (stands, key) ->
        switch (stands) {
          case NONE -> none(dimension);
          case OTHERS -> "All others";
          case REST -> "Of none";
          case TOTAL -> "All";
          case GROUP -> names.getOrDefault(key, key);
        };
  }

  /** What groups are called. */
  interface Names {

    String of(Stands stands, String key);

    /** Its line. */
    default Line line(Grouping.Group<?> group, Map<String, Object> values) {
      String label = of(group.stands(), group.key());
      return new Line(group.stands(), group.key(), label, values);
    }
  }

  private Map<String, String> names(Dimension dimension) {
    return switch (dimension) {
      case SOURCE ->
          OptionSet.LEAD_SOURCE.labels().entrySet().stream()
              .collect(Collectors.toMap(each -> each.getKey().toString(), Map.Entry::getValue));
      case UNIT ->
          organization.units().stream()
              .collect(Collectors.toMap(BusinessUnit::id, BusinessUnit::name));
      case PARTNER, BROUGHT_BY ->
          organization.partners().stream()
              .collect(Collectors.toMap(ChannelPartner::id, ChannelPartner::name));
      case OWNER -> organization.users().stream().collect(Collectors.toMap(User::id, User::name));
      case TEAM -> organization.teams().stream().collect(Collectors.toMap(Team::id, Team::name));
      case DEADLINE ->
          Map.of(
              "FIRST_RESPONSE", "First response",
              "NEXT_STEP", "Next step",
              "QUALIFICATION", "Qualification");
      default -> Map.of();
    };
  }

  private static String none(Dimension dimension) {
    return switch (dimension) {
      case PARTNER -> "Our own people";
      case BROUGHT_BY -> "No partner";
      case OWNER -> "A team, not a person";
      case TEAM -> "No team";
      case GRADE -> "No grade";
      default -> "Not given";
    };
  }
}
