package org.leadflow.core;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * In H2 a check constraint with {@code IN} refuses every row once the connection is closed that
 * created it (h2database issue 4308), until the database is opened again. After a migration such
 * constraints are made anew with {@code CASE}, which says the same.
 */
@Component
class LastingChecks implements Callback {

  private static final String TEXT = "'(?:[^']|'')*+'";
  private static final Pattern IN =
      Pattern.compile("(\"\\w+\") IN\\(((?:[^()']|%s)*+)\\)".formatted(TEXT));
  private static final Pattern VALUE = Pattern.compile(TEXT + "|[^,\\s']+");

  private record Check(String table, String name, String clause) {}

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    if (!isH2(context.getConnection())) {
      return;
    }
    var jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
    List<Check> checks =
        jdbc.query(
            """
            SELECT t.table_name, c.constraint_name, c.check_clause
            FROM information_schema.check_constraints c
            JOIN information_schema.table_constraints t
              ON t.constraint_schema = c.constraint_schema AND t.constraint_name = c.constraint_name
            WHERE c.check_clause LIKE '% IN(%'
            """,
            (row, number) -> new Check(row.getString(1), row.getString(2), row.getString(3)));
    for (Check check : checks) {
      jdbc.execute("ALTER TABLE \"%s\" DROP CONSTRAINT \"%s\"".formatted(check.table, check.name));
      jdbc.execute(
          "ALTER TABLE \"%s\" ADD CONSTRAINT \"%s\" CHECK (%s)"
              .formatted(check.table, check.name, lasting(check.clause)));
    }
  }

  private static boolean isH2(Connection connection) {
    try {
      return connection.getMetaData().getDatabaseProductName().equals("H2");
    } catch (SQLException unknown) {
      throw new IllegalStateException("The database does not say what it is", unknown);
    }
  }

  @Override
  public String getCallbackName() {
    return "lasting checks";
  }

  /** The same with each {@code IN} as a {@code CASE}; what is unknown passes as before. */
  static String lasting(String clause) {
    return IN.matcher(clause).replaceAll(each -> Matcher.quoteReplacement(asCase(each)));
  }

  private static String asCase(MatchResult in) {
    String cases =
        VALUE
            .matcher(in.group(2))
            .results()
            .map(value -> "WHEN " + value.group() + " THEN TRUE")
            .collect(Collectors.joining(" "));
    return "CASE %1$s %2$s ELSE %1$s IS NULL END".formatted(in.group(1), cases);
  }
}
