package org.leadflow.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.organization.Database;
import org.leadflow.rules.Fired;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.Target;
import org.leadflow.rules.Verdict;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** No hit is lost or counted twice, whoever counts and writes at the same time. */
class HitCountsTests {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-01-15T12:00:00Z"), ZoneOffset.UTC);
  private static final Verdict VERDICT =
      new Verdict(
          "routing/units/emea",
          "v1",
          List.of(fired("E-1", Target.team("a", 10)), fired("E-2", Target.team("b", 20))));

  @ParameterizedTest
  @EnumSource
  void twoNodesAndManyThreadsAddUp(Database database) throws Exception {
    try (HikariDataSource source = database(database)) {
      HitCounts one = counts(source);
      HitCounts other = counts(source);
      ExecutorService threads = Executors.newFixedThreadPool(6);
      for (HitCounts node : List.of(one, other)) {
        for (int thread = 0; thread < 2; thread++) {
          threads.submit(
              () -> {
                for (int i = 0; i < 500; i++) {
                  node.count(VERDICT);
                }
              });
        }
        threads.submit(
            () -> {
              for (int i = 0; i < 20; i++) {
                node.write();
              }
            });
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
      one.write();
      other.write();

      var hits = new Hits(JdbcClient.create(source), NOW);
      assertThat(hits.of("routing/units/emea", 1).get("E-1"))
          .isEqualTo(
              new Hits.RuleHits(
                  "E-1", 2000, 2000, NOW.instant().atZone(ZoneOffset.UTC).toLocalDate()));
      assertThat(hits.of("routing/units/emea", 1).get("E-2").won()).isZero();
      assertThat(hits.of("scoring", 1)).isEmpty();
      Rule silent = new Rule("E-3", "s", "o", "f", 1, "", List.of(List.of()), List.of());
      assertThat(hits.silent(new RuleSet("routing/units/emea", "v1", List.of(silent)), 30))
          .containsExactly(silent);
    }
  }

  private static HitCounts counts(HikariDataSource source) {
    return new HitCounts(
        new JdbcTemplate(source),
        new TransactionTemplate(new DataSourceTransactionManager(source)),
        NOW);
  }

  private static HikariDataSource database(Database database) throws Exception {
    HikariDataSource source = Database.connect(database.create());
    try (Connection connection = source.getConnection()) {
      ScriptUtils.executeSqlScript(
          connection, new ClassPathResource("db/migration/V39__rule_hits.sql"));
    }
    return source;
  }

  private static Fired fired(String id, Target target) {
    return new Fired(id, "sentence of " + id, "owner", "emea/x.drl", 1, "", target);
  }
}
