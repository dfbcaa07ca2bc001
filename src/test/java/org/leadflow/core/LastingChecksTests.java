package org.leadflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

class LastingChecksTests {

  @Test
  void aCheckHoldsAfterTheConnectionThatCreatedItIsClosed() {
    var database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:checks")
        .callbacks(new LastingChecks())
        .load()
        .migrate();
    var jdbc = new JdbcTemplate(database);

    assertThatCode(() -> jdbc.update("INSERT INTO card (colour, suit) VALUES ('it''s red', 1)"))
        .doesNotThrowAnyException();
    assertThatCode(() -> jdbc.update("INSERT INTO card (colour, suit) VALUES (NULL, NULL)"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> jdbc.update("INSERT INTO card (colour, suit) VALUES ('red', 1)"))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("CARD_COLOUR");
    assertThatThrownBy(() -> jdbc.update("INSERT INTO card (colour, suit) VALUES ('black', 5)"))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void aClauseSaysTheSameAfterwards() {
    assertThat(LastingChecks.lasting("(\"G\" IN('C', 'D, (E)'))\n    AND (\"A\" = 2)"))
        .isEqualTo(
            "(CASE \"G\" WHEN 'C' THEN TRUE WHEN 'D, (E)' THEN TRUE ELSE \"G\" IS NULL END)\n    AND (\"A\" = 2)");
    assertThat(LastingChecks.lasting("\"S\" IN(-1, 0, 100000001)"))
        .isEqualTo(
            "CASE \"S\" WHEN -1 THEN TRUE WHEN 0 THEN TRUE WHEN 100000001 THEN TRUE ELSE \"S\" IS NULL END");
  }
}
