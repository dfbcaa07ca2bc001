package org.leadflow.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows of one kind that a transaction adds: collected while it runs, written as one batch before it
 * commits. Rows that are added outside a transaction are written at once; what a transaction rolls
 * back was never written.
 */
public final class TransactionBatch<T> {

  private final Consumer<List<T>> writer;

  /**
   * @param writer writes the rows in their order; what it throws rolls the transaction back
   */
  public TransactionBatch(Consumer<List<T>> writer) {
    this.writer = writer;
  }

  public void add(T row) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      rows().add(row);
    } else {
      writer.accept(List.of(row));
    }
  }

  /** Whether this transaction added such a row, which is not written yet. */
  public boolean holds(T row) {
    return TransactionSynchronizationManager.getResource(this) instanceof List<?> rows
        && rows.contains(row);
  }

  @SuppressWarnings("unchecked")
  private List<T> rows() {
    List<T> rows = (List<T>) TransactionSynchronizationManager.getResource(this);
    if (rows == null) {
      rows = new ArrayList<>();
      TransactionSynchronizationManager.bindResource(this, rows);
      TransactionSynchronizationManager.registerSynchronization(new Writing(rows));
    }
    return rows;
  }

  private final class Writing implements TransactionSynchronization {

    private final List<T> rows;

    private Writing(List<T> rows) {
      this.rows = rows;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      writer.accept(rows);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(TransactionBatch.this);
    }
  }
}
