package org.leadflow.lead;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/**
 * Refuses to change or remove a row of the audit trail. The H2 half of a rule that PostgreSQL
 * writes in SQL.
 */
public class AppendOnly implements Trigger {

  @Override
  public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
    throw new SQLException("the audit trail is append-only");
  }
}
