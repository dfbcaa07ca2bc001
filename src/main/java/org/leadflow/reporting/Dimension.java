package org.leadflow.reporting;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a report is grouped by. */
public enum Dimension {
  SOURCE("source", "Source", "%s.lead_source_code"),
  CAMPAIGN("campaign", "Campaign", "%s.campaign"),
  UNIT("unit", "Business unit", "%s.owning_business_unit"),
  /** The partner whose people have the lead. */
  PARTNER("partner", "Partner at work", "%s.owning_partner"),
  /** The partner the lead came by. */
  BROUGHT_BY("broughtBy", "Brought by partner", "%s.channel_partner_id"),
  PRODUCT("product", "Product", "%s.product"),
  OWNER("owner", "Owner", "%s.owner_user"),
  TEAM("team", "Team", "%s.team_id"),
  DEADLINE("deadline", "Deadline", "%s.deadline"),
  GRADE("grade", "Grade", "%s.grade"),
  WEEK("week", "Week", ""),
  MONTH("month", "Month", ""),
  QUARTER("quarter", "Quarter", "");

  /** Spans of time one after the other. */
  static final Set<Dimension> COHORTS = EnumSet.of(WEEK, MONTH, QUARTER);

  private final String word;
  private final String title;
  private final String column;

  Dimension(String word, String title, String column) {
    this.word = word;
    this.title = title;
    this.column = column;
  }

  /** As it stands in addresses. */
  public String word() {
    return word;
  }

  /** As it stands at the head of a column. */
  public String title() {
    return title;
  }

  boolean isCohort() {
    return COHORTS.contains(this);
  }

  /** What rows of a table are grouped by; not for cohorts. */
  String of(String table) {
    return column.formatted(table);
  }

  static Optional<Dimension> of(String word, Set<Dimension> among) {
    return Arrays.stream(values())
        .filter(among::contains)
        .filter(each -> each.word.equals(word))
        .findFirst();
  }
}
