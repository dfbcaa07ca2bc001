package org.leadflow.lead;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.tools.TriggerAdapter;

/**
 * Refuses a change of a lead's state or reason that the state machine does not know. The H2 half of
 * a rule that PostgreSQL writes in SQL.
 */
public class AllowedTransitions extends TriggerAdapter {

  @Override
  public void fire(Connection connection, ResultSet before, ResultSet after) throws SQLException {
    int from = before.getInt("status_code");
    int to = after.getInt("status_code");
    boolean changes = from != to || before.getInt("state_code") != after.getInt("state_code");
    if (changes && !reason(from).becomes(reason(to), before.getInt("reason_before_closing"))) {
      throw new SQLException("a lead with the reason " + from + " does not become " + to);
    }
  }

  private static StatusCode reason(int code) throws SQLException {
    return StatusCode.of(code)
        .orElseThrow(() -> new SQLException("a lead has no reason with the number " + code));
  }
}
