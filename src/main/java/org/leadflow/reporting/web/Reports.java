package org.leadflow.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.reporting.DeadlineReport;
import org.leadflow.reporting.Dimension;
import org.leadflow.reporting.FairnessReport;
import org.leadflow.reporting.Filter;
import org.leadflow.reporting.FilterCheck;
import org.leadflow.reporting.Question;
import org.leadflow.reporting.Report;
import org.leadflow.reporting.RuleReport;
import org.leadflow.reporting.SourceReport;
import org.leadflow.reporting.SpeedReport;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** All reports by their names. */
@Component
class Reports {

  private static final Set<String> KNOWN = Set.of("from", "to", "by", "unit", "zone", "measure");

  private final FilterCheck filters;
  private final SourceReport sources;
  private final SpeedReport speed;
  private final DeadlineReport deadlines;
  private final FairnessReport fairness;
  private final RuleReport rules;

  Reports(
      FilterCheck filters,
      SourceReport sources,
      SpeedReport speed,
      DeadlineReport deadlines,
      FairnessReport fairness,
      RuleReport rules) {
    this.filters = filters;
    this.sources = sources;
    this.speed = speed;
    this.deadlines = deadlines;
    this.fairness = fairness;
    this.rules = rules;
  }

  /** Which report. */
  enum Name {
    SOURCES(
        "sources",
        "Sources",
        "What lead sources, campaigns, units and partners are worth: from lead to money.",
        SourceReport.DIMENSIONS),
    SPEED(
        "speed",
        "Speed",
        "How fast leads are assigned, contacted and qualified.",
        SpeedReport.DIMENSIONS),
    DEADLINES(
        "deadlines",
        "Deadlines",
        "Which were met, missed, reminded of, and which leads went to somebody else.",
        DeadlineReport.DIMENSIONS),
    FAIRNESS(
        "fairness",
        "Fairness",
        "How the turns of each pool were shared, against the targets.",
        FairnessReport.DIMENSIONS),
    RULES(
        "rules",
        "Rules",
        "How often each rule fired, and for how many leads rules found nobody.",
        RuleReport.DIMENSIONS);

    private final String word;
    private final String title;
    private final String about;
    private final List<Dimension> dimensions;

    Name(String word, String title, String about, List<Dimension> dimensions) {
      this.word = word;
      this.title = title;
      this.about = about;
      this.dimensions = dimensions;
    }

    public String word() {
      return word;
    }

    public String title() {
      return title;
    }

    public String about() {
      return about;
    }

    List<Dimension> dimensions() {
      return dimensions;
    }
  }

  /**
   * What is asked for.
   *
   * @throws Refused with status 400, naming everything that is wrong
   */
  Filter filter(Name name, Question question, HttpServletRequest request) {
    var unknown = new TreeSet<>(Collections.list(request.getParameterNames()));
    unknown.removeAll(KNOWN);
    if (!unknown.isEmpty()) {
      throw new Refused(
          HttpStatus.BAD_REQUEST,
          "invalid",
          "Some fields are not as they must be.",
          unknown.stream()
              .map(
                  field -> new FieldFault(field, "is not known; known are " + new TreeSet<>(KNOWN)))
              .toList());
    }
    return filter(name, question);
  }

  Filter filter(Name name, Question question) {
    return filters.check(question, name.dimensions());
  }

  /**
   * @param most so many groups are told apart
   */
  Report report(Name name, Filter filter, int most) {
    return switch (name) {
      case SOURCES -> sources.of(filter, most);
      case SPEED -> speed.of(filter, most);
      case DEADLINES -> deadlines.of(filter, most);
      case FAIRNESS -> fairness.of(filter);
      case RULES -> rules.of(filter);
    };
  }
}
