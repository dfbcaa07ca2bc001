package org.leadflow.process.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps nodes that start together from preparing the same thing in the engine twice. */
@Component
public class OneNodeAtATime {

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  OneNodeAtATime(JdbcClient jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Runs the work in one transaction, in which no other node does the same. */
  public void run(Runnable work) {
    transactions.executeWithoutResult(
        transaction -> {
          jdbc.sql("select value_ from act_ge_property where name_ = 'deployment.lock' for update")
              .query(String.class)
              .single();
          work.run();
        });
  }
}
