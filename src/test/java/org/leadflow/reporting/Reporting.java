package org.leadflow.reporting;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.assignment.Fairness;
import org.leadflow.core.PageSettings;
import org.leadflow.organization.Calendars;
import org.leadflow.organization.Currencies;
import org.leadflow.organization.Database;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Role;
import org.leadflow.organization.Spheres;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.Verdict;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The reports on a database with all our tables, without the rest of the product. */
final class Reporting implements AutoCloseable {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  final JdbcClient jdbc;
  private final HikariDataSource source;
  private final AnnotationConfigApplicationContext beans;
  private final AtomicReference<@Nullable Caller> caller = new AtomicReference<>();

  @EnableTransactionManagement(proxyTargetClass = true)
  static class Transactions {}

  Reporting(Database database, Clock clock) {
    this(Database.migrated(database.create()), clock, 100);
  }

  Reporting(HikariDataSource source, Clock clock, int together) {
    this(source, clock, together, Duration.ofHours(1));
  }

  Reporting(HikariDataSource source, Clock clock, int together, Duration latest) {
    this.source = source;
    this.jdbc = JdbcClient.create(source);
    this.beans = new AnnotationConfigApplicationContext();
    beans.registerBean(DataSource.class, () -> source);
    beans.registerBean(JdbcClient.class, () -> jdbc);
    beans.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(source));
    beans.registerBean(
        PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source));
    beans.registerBean(
        TransactionOperations.class,
        () -> new TransactionTemplate(new DataSourceTransactionManager(source)));
    beans.registerBean(Clock.class, () -> clock);
    beans.registerBean(CurrentCaller.class, () -> caller::get);
    beans.registerBean(PageSettings.class, () -> new PageSettings(BERLIN));
    beans.registerBean(
        ReportSettings.class,
        () ->
            new ReportSettings(
                Duration.ZERO, Duration.ofSeconds(30), latest, Duration.ofDays(1), together));
    beans.registerBean(Rulebook.class, NoRules::new);
    for (Class<?> bean :
        List.of(
            Transactions.class,
            Organization.class,
            Calendars.class,
            Currencies.class,
            Spheres.class,
            Permissions.class,
            Fairness.class,
            Progress.class,
            Owners.class,
            LeadLines.class,
            CountedLeads.class,
            CountedTurns.class,
            Counting.class,
            Scope.class,
            Labels.class,
            CostRows.class,
            Costs.class,
            FilterCheck.class,
            SourceReport.class,
            SpeedReport.class,
            DeadlineReport.class,
            FairnessReport.class,
            RuleReport.class)) {
      beans.register(bean);
    }
    beans.refresh();
  }

  /** A rule set from which every rule was taken. */
  private static final class NoRules implements Rulebook {

    @Override
    public Verdict ask(String ruleSet, LeadFacts facts) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean contains(String ruleSet) {
      return false;
    }

    @Override
    public List<RuleSet> ruleSets() {
      return List.of(new RuleSet("scoring", "v", List.of()));
    }
  }

  <T> T the(Class<T> bean) {
    return beans.getBean(bean);
  }

  /** Counts what changed, and everything that was never counted. */
  void count() {
    the(Counting.class).count();
    while (the(CountedLeads.class).goThrough()) {
      the(Counting.class).count();
    }
  }

  void logIn(Caller somebody) {
    caller.set(somebody);
  }

  Filter filter(String from, String to, String by, @Nullable String unit, String measure) {
    return the(FilterCheck.class)
        .check(new Question(from, to, by, unit, null, measure), List.of(Dimension.values()));
  }

  static Caller somebody(
      String user, String unit, @Nullable String partner, Set<String> teams, Role role) {
    return new Caller(user, unit, partner, teams, Set.of(role));
  }

  @Override
  public void close() {
    beans.close();
    source.close();
  }
}
