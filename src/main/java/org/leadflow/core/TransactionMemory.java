package org.leadflow.core;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a step of a transaction found out, for the steps after it. Forgotten when the transaction
 * ends; outside of one nothing is kept.
 */
public final class TransactionMemory<K, V> {

  public void keep(K key, V value) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      kept().put(key, value);
    }
  }

  /** What this transaction keeps under the key; null when there is nothing. */
  public @Nullable V find(K key) {
    return TransactionSynchronizationManager.isActualTransactionActive() ? kept().get(key) : null;
  }

  @SuppressWarnings("unchecked")
  private Map<K, V> kept() {
    Map<K, V> kept = (Map<K, V>) TransactionSynchronizationManager.getResource(this);
    if (kept == null) {
      kept = new HashMap<>();
      TransactionSynchronizationManager.bindResource(this, kept);
      TransactionSynchronizationManager.registerSynchronization(new Ending());
    }
    return kept;
  }

  private final class Ending implements TransactionSynchronization {

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(TransactionMemory.this);
    }
  }
}
