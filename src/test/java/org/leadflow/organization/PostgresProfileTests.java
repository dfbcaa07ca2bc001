package org.leadflow.organization;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The connections of the profile with which operators start the product. */
class PostgresProfileTests {

  @Test
  void whatRequestsAskIsCutOffAndWhatMigrationsDoIsNot() {
    new ApplicationContextRunner()
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .withPropertyValues(
            "spring.profiles.active=postgres",
            "spring.datasource.url=" + Database.POSTGRESQL.create(),
            "spring.datasource.username=postgres")
        .withConfiguration(
            AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class))
        .withBean(FlywayMigrationStrategy.class, () -> unmigrated -> {})
        .run(
            context -> {
              Flyway flyway = context.getBean(Flyway.class);
              assertThat(timeout(context.getBean(DataSource.class))).isEqualTo("15s");
              assertThat(timeout(flyway.getConfiguration().getDataSource())).isEqualTo("0");
            });
  }

  private static String timeout(DataSource source) {
    return JdbcClient.create(source).sql("SHOW statement_timeout").query(String.class).single();
  }
}
