package org.leadflow.throughput;

/** What takes leads to the task of their owner. */
interface Side extends AutoCloseable {

  /** Takes in one more; its way may end later. */
  void lead() throws Exception;

  /** Waits until every lead that was taken in has come to its task. */
  default void finished() {}

  @Override
  void close();
}
