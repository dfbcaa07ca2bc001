package org.leadflow.rules.publishing;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.leadflow.core.Time;
import org.leadflow.organization.Database;
import org.leadflow.rules.KnownReceivers;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.RuleSetFile;
import org.leadflow.rules.RulesActivated;
import org.leadflow.rules.Verdict;
import org.leadflow.rules.drools.RealCompiler;
import org.leadflow.rules.publishing.RuleSetState.State;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One node with nothing but its rules, so that it starts in a moment. */
final class PublishingNode implements AutoCloseable {

  final RulePublisher publisher;
  final JdbcClient jdbc;
  final List<RulesActivated> told = new CopyOnWriteArrayList<>();

  /** Who there is to name; nobody to object to until a test says otherwise. */
  volatile KnownReceivers receivers = KnownReceivers.ANYBODY;

  private final HikariDataSource source;

  private PublishingNode(String url, PublishingSettings settings) {
    source = Database.connect(url);
    migrate(source);
    jdbc = JdbcClient.create(source);
    publisher =
        new RulePublisher(
            settings,
            RealCompiler.open(),
            () -> receivers,
            jdbc,
            new TransactionTemplate(new JdbcTransactionManager(source)),
            Time.inMicroseconds(),
            told::add);
    publisher.start();
    told.clear();
  }

  /** Brings the tables into being. */
  static void prepared(String url) {
    try (HikariDataSource source = Database.connect(url)) {
      migrate(source);
    }
  }

  /** Looks at folder and database ten times as often as usual. */
  static PublishingNode on(String url, String location) {
    return new PublishingNode(url, settings(location, Duration.ofMillis(200)));
  }

  /** Does what it is told and nothing by itself. */
  static PublishingNode still(String url, String location) {
    return new PublishingNode(url, settings(location, Duration.ZERO));
  }

  static PublishingSettings settings(String location, Duration every) {
    return new PublishingSettings(
        location, every, every, Duration.ofSeconds(20), Duration.ofMillis(200));
  }

  /** What a company with so many people is worth, and the version that says so. */
  Verdict score(int employees) {
    return publisher
        .rulebook()
        .ask(
            "scoring",
            LeadFacts.on(LocalDate.of(2026, 1, 15)).employees(employees).country("DE").build());
  }

  int points() {
    return score(300).points();
  }

  RuleSetState state(String ruleSet) {
    return publisher.states().stream()
        .filter(each -> each.ruleSet().equals(ruleSet))
        .findFirst()
        .orElseThrow();
  }

  State stateOfScoring() {
    return state("scoring").state();
  }

  List<Attempt> reload() {
    return publisher.reload("olga", false);
  }

  Attempt upload(int points) {
    return upload(WatchedFolder.upload(points));
  }

  Attempt upload(List<RuleSetFile> files) {
    return publisher.upload("scoring", files, null, "olga", null);
  }

  Attempt rollback(String version) {
    return publisher.rollback("scoring", version, "it was better", "olga", null);
  }

  private static void migrate(DataSource source) {
    try (Connection connection = source.getConnection();
        ResultSet tables = connection.getMetaData().getTables(null, null, "%", null)) {
      while (tables.next()) {
        if (tables.getString("TABLE_NAME").equalsIgnoreCase("rule_set_version")) {
          return;
        }
      }
      ScriptUtils.executeSqlScript(
          connection, new ClassPathResource("db/migration/V36__rule_sets.sql"));
      ScriptUtils.executeSqlScript(
          connection, new ClassPathResource("db/migration/V47__standing_refusals.sql"));
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    publisher.close();
    source.close();
  }
}
